package dev.bridle.batch;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/**
 * Random crops: each image is moved by up to \( p_k \) pixels while training, as if cut out of one
 * with a frame of 0 around it: \( x'_{c,i,j} = x_{c,i+u,j+v} \), 0 outside; u and v whole numbers
 * from \( -p_k \) to \( p_k \) with equal chance.
 *
 * <p>0 is the mean of a channel, since images come standardised; the source pads so as well, by 4
 * pixels for 32. Members of one replicate move an image by the same share of their p. {@code [K, B,
 * C H W]}, p a whole number of pixels, {@code [K]}; 0 changes no bit. Images only. Keras: {@code
 * ZeroPadding2D(pad)} and {@code RandomCrop(H, W)}; torchvision: {@code v2.RandomCrop((H, W),
 * padding=pad)}, which pads before images are standardised, with black. He, Zhang, Ren and Sun,
 * CVPR 2016, section 4.2.
 */
public final class RandomCrop implements BatchRule {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "random-crop",
          Kind.BATCH,
          "Moves each training image by a few pixels, so that a network learns what it is and not where.",
          "x'[c, i, j] = x[c, i + u, j + v], 0 outside; u and v from -pad to pad",
          List.of(
              Parameter.number(
                      "pad", "most pixels to move by, each way", new Range(0, true, 10_000, true))
                  .wholeNumbers()
                  .spaced(Parameter.Spacing.LINEAR)
                  .absentAt(0)),
          List.of(),
          "",
          Places.NONE,
          "He, Zhang, Ren and Sun, CVPR 2016, section 4.2");

  @Override
  public void requireInput(Shape input, boolean ids) {
    Pixels.requireImages(DECLARATION.name(), input);
  }

  @Override
  public Bound bind(Strengths strengths, Site site, Shape input) {
    return new Pixels(
        DECLARATION.name(),
        strengths.get("pad"),
        site,
        input,
        (pad, random, from) -> move((int) pad, random, from, input.size(2)));
  }

  private static void move(int pad, RandomStream random, int[] from, int width) {
    int height = from.length / width;
    int down = random.nextInt(2 * pad + 1) - pad;
    int right = random.nextInt(2 * pad + 1) - pad;
    for (int p = 0; p < from.length; p++) {
      int i = p / width + down;
      int j = p % width + right;
      boolean inside = i >= 0 && i < height && j >= 0 && j < width;
      from[p] = inside ? i * width + j : Pixels.BLANK;
    }
  }
}
