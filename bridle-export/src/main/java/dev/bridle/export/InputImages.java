package dev.bridle.export;

import dev.bridle.study.image.ImagePreparation;
import dev.bridle.study.image.Images;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Images {@code [C, H, W]}, each number of a pixel from 0 (dark) to 255 (bright).
 *
 * @param preparation size, channels, and what becomes of a number
 */
public record InputImages(ImagePreparation preparation) implements InputTensor {
  private static final List<Double> EXTREMES = List.of(0.0, 255.0);

  @Override
  public String name() {
    return "image";
  }

  @Override
  public List<Integer> shape() {
    return Arrays.stream(preparation.shape()).boxed().toList();
  }

  @Override
  public boolean isDouble() {
    return false;
  }

  @Override
  public float[] inputs(double... rows) {
    return preparation.inputsOf(rows);
  }

  @Override
  public double usual(int place, double u) {
    return Math.floor(256 * u);
  }

  @Override
  public List<Double> extremes(int place) {
    return EXTREMES;
  }

  /** All of the given images, which have size and channels of the preparation. */
  public Rows.OfNumbers rows(Images images) {
    return new Rows.OfNumbers(
        images.name(), width(), images.count(), i -> numbers(images.pixels(i)));
  }

  private static double[] numbers(byte... pixels) {
    return IntStream.range(0, pixels.length).mapToDouble(i -> pixels[i] & 0xFF).toArray();
  }
}
