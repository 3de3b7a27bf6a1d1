package dev.bridle.batch;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Strengths;
import java.util.List;

/**
 * Flips: each image is mirrored left to right with probability \( r_k \), one half where nothing is
 * written, while training: \( x'_{c,i,j} = x_{c,i,W-1-j} \).
 *
 * <p>For things that look the same from both sides, not for digits or letters. A higher rate flips
 * the images that a lower one does, and more. {@code [K, B, C H W]}, r in [0, 1), {@code [K]}; 0
 * changes no bit. Images only. Keras: {@code RandomFlip("horizontal")}, torchvision {@code
 * v2.RandomHorizontalFlip(p=r)}. He, Zhang, Ren and Sun, CVPR 2016, section 4.2.
 */
public final class Flip implements BatchRule {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "flip",
          Kind.BATCH,
          "Mirrors every other training image left to right.",
          "x'[c, i, j] = x[c, i, W - 1 - j] with probability rate, x otherwise",
          List.of(Parameter.rate("rate", "probability of a flip").withFallback(0.5)),
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
        strengths.get("rate"),
        site,
        input,
        (rate, random, from) -> mirror(random.nextDouble() < rate, from, input.size(2)));
  }

  private static void mirror(boolean flipped, int[] from, int width) {
    for (int p = 0; p < from.length; p++) {
      int j = p % width;
      from[p] = flipped ? p - j + width - 1 - j : p;
    }
  }
}
