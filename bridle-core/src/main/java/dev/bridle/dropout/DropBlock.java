package dev.bridle.dropout;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import java.util.List;

/**
 * DropBlock: squares of {@code size} times {@code size} pixels of each channel of an image are set
 * to zero, \( y = x \, m \, n / \sum m \), or runs of {@code size} steps of each feature of a
 * series.
 *
 * <p>The corners of squares are drawn with probability \( \gamma = \frac{p}{s_h s_w} \frac{H W}{(H
 * - s_h + 1)(W - s_w + 1)} \), where they fit, so that about the share p is dropped, and less for
 * larger p, where squares overlap. What is kept is scaled by the share that was kept of all n
 * numbers of a member's batch, as in the source, not by its expectation. A square larger than the
 * image is the image. Each channel has squares of its own, as in torchvision's {@code
 * drop_block2d}; Keras has none. p in [0, 1) for each member; p = 0 changes no bit; nothing at
 * evaluation. Ghiasi, Lin and Le, NeurIPS 2018, algorithm 1.
 */
public final class DropBlock implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "drop-block",
          Kind.DROPOUT,
          "Sets random squares of feature maps to zero while training, so that neighbours cannot stand"
              + " in.",
          "y = x m n / sum(m), m = 0 in squares of size x size pixels; y = x at evaluation",
          List.of(
              Parameter.rate("rate", "share of a channel that is dropped, about"),
              Parameter.number("size", "of a square, in pixels", new Range(1, true, 10_000, true))
                  .wholeNumbers()
                  .spaced(Parameter.Spacing.LINEAR)
                  .withFallback(7)),
          List.of(),
          "conv",
          Places.HIDDEN_LAYERS,
          "Ghiasi, Lin and Le, NeurIPS 2018, algorithm 1");

  @Override
  public Position position() {
    return Position.AFTER_ACTIVATION;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new DropBlockNode(name, shape, term);
  }
}
