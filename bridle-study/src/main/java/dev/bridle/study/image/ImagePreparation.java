package dev.bridle.study.image;

import dev.bridle.data.Dataset;
import dev.bridle.study.table.Entries;
import dev.bridle.study.table.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From images to the numbers a network takes: \( x' = (b / 255 - \mu_c) / \sigma_c \), clipped at
 * ±10, for byte b of channel c; \( \mu_c, \sigma_c \) are mean and standard deviation (divided by
 * the count) of that channel over all pixels of the training images.
 *
 * <p>One mean for all pixels of a channel, as is usual for images, and not one for each pixel: a
 * convolution must see the same figure alike wherever it stands, and the margins of a picture that
 * are nearly always empty are not blown up. A channel that is constant is only shifted.
 *
 * <p>A value: it compares by content, and {@link #toMap} and {@link #of} carry it to a model file
 * and back.
 *
 * @param size pixels of an image
 * @param channels grey or colour
 * @param means one for each channel, in [0, 1]
 * @param deviations one for each channel, above 0
 * @param classes the names, in the order of the network's outputs
 */
public record ImagePreparation(
    ImageSize size,
    Channels channels,
    List<Double> means,
    List<Double> deviations,
    List<String> classes) {
  /** What tells it from other preparations in a model file, under {@code preparation}. */
  public static final String FORMAT = "image/1";

  /** Inputs beyond this many standard deviations are cut to it. */
  public static final double CLIP = 10;

  /** Copies the lists and checks them. */
  public ImagePreparation {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    classes = List.copyOf(classes);
    if (means.size() != channels.count() || deviations.size() != channels.count()) {
      throw new IllegalArgumentException(
          "means, deviations: "
              + means.size()
              + ", "
              + deviations.size()
              + ", expected "
              + channels.count());
    }
    if (!deviations.stream().allMatch(d -> d > 0)) {
      throw new IllegalArgumentException("deviations = " + deviations + ": expected numbers > 0");
    }
  }

  /** Learns means and deviations from the training images; sums of bytes are exact. */
  public static ImagePreparation fit(Images images, int... training) {
    if (training.length == 0) {
      throw new IllegalArgumentException("training = []: expected at least one image");
    }
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    int n = images.size().pixels();
    for (int c = 0; c < images.channels().count(); c++) {
      long sum = 0;
      long squares = 0;
      for (int image : training) {
        byte[] pixels = images.pixels(image);
        for (int i = c * n; i < (c + 1) * n; i++) {
          int value = pixels[i] & 0xFF;
          sum += value;
          squares += (long) value * value;
        }
      }
      double count = (double) n * training.length;
      double mean = sum / count;
      double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
      means.add(mean / 255);
      deviations.add(deviation > 0 ? deviation / 255 : 1);
    }
    return new ImagePreparation(
        images.size(), images.channels(), means, deviations, images.classes());
  }

  /** The shape of one image, {@code [C, H, W]}. */
  public int[] shape() {
    return new int[] {channels.count(), size.height(), size.width()};
  }

  /** The given images with their classes, inputs {@code [N, C, H, W]}. */
  public Dataset apply(Images images, int... rows) {
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = images.labels()[rows[i]];
    }
    return Dataset.classification(inputsOf(images, rows), shape(), labels, classes);
  }

  /**
   * The inputs {@code [N, C, H, W]} of the given images.
   *
   * @throws ImageException if there are more numbers than a Java array holds
   */
  public float[] inputsOf(Images images, int... rows) {
    float[] table = table();
    int n = size.pixels();
    int width = channels.count() * n;
    if ((long) rows.length * width > Integer.MAX_VALUE - 8) {
      throw new ImageException(
          images.name()
              + ": "
              + Words.count(rows.length, "image")
              + " of "
              + Words.count(width, "number")
              + ", expected at most 2,147,483,639 numbers in all; take fewer, or a smaller --size");
    }
    float[] out = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      byte[] pixels = images.pixels(rows[i]);
      for (int j = 0; j < width; j++) {
        out[i * width + j] = table[j / n * 256 + (pixels[j] & 0xFF)];
      }
    }
    return out;
  }

  /**
   * The inputs of pixels as they come.
   *
   * @param pixels {@code [N, C, H, W]}, row-major, each from 0 to 255
   */
  public float[] inputsOf(double... pixels) {
    int n = size.pixels();
    float[] inputs = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      inputs[i] = input(i / n % channels.count(), pixels[i]);
    }
    return inputs;
  }

  /** What becomes of each byte of each channel, {@code [C, 256]}. */
  private float[] table() {
    float[] table = new float[channels.count() * 256];
    for (int i = 0; i < table.length; i++) {
      table[i] = input(i / 256, i % 256);
    }
    return table;
  }

  private float input(int channel, double pixel) {
    double x = (pixel / 255 - means.get(channel)) / deviations.get(channel);
    return (float) Math.max(-CLIP, Math.min(CLIP, x));
  }

  /** Everything as named texts, in a fixed order. */
  public Map<String, String> toMap() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("preparation", FORMAT);
    out.put("image.size", size.toString());
    out.put("image.channels", channels == Channels.GREY ? "grey" : "colour");
    for (int c = 0; c < channels.count(); c++) {
      out.put("image.mean." + c, Double.toString(means.get(c)));
      out.put("image.deviation." + c, Double.toString(deviations.get(c)));
    }
    Entries.writeTexts("target.class", classes, out);
    return out;
  }

  /** Whether a model file holds a preparation of this kind. */
  public static boolean isIn(Map<String, String> map) {
    return FORMAT.equals(Optional.ofNullable(map.get("preparation")).orElse(""));
  }

  /**
   * The preparation that {@link #toMap} wrote; other entries are passed over.
   *
   * @throws IllegalArgumentException if an entry is missing or wrong, naming it
   */
  public static ImagePreparation of(Map<String, String> map) {
    Entries entries = new Entries(map);
    entries.word("preparation", List.of(FORMAT));
    boolean grey = entries.word("image.channels", List.of("grey", "colour")).equals("grey");
    Channels channels = grey ? Channels.GREY : Channels.COLOUR;
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int c = 0; c < channels.count(); c++) {
      means.add(entries.number("image.mean." + c));
      deviations.add(entries.number("image.deviation." + c));
    }
    ImageSize size = ImageSize.parse(entries.text("image.size"));
    return new ImagePreparation(size, channels, means, deviations, entries.texts("target.class"));
  }
}
