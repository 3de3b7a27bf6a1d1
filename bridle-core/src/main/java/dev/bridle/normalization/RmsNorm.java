package dev.bridle.normalization;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import java.util.List;

/**
 * Root mean square normalisation: \( y = \gamma x / \sqrt{\frac1F \sum_f x_f^2 + \epsilon} + \beta
 * \), over the F units of each row; layer normalisation without the mean.
 *
 * <p>The shift \( \beta \) is the bias that the source adds behind; PyTorch and Keras have a scale
 * only. The source has no \( \epsilon \), PyTorch's default is the precision of the format, Keras's
 * 1e-6. A row does not depend on the others of its batch, so training and evaluation compute the
 * same. \( \gamma \) and \( \beta \) {@code [K, F]} are each member's own, 1 and 0 at the start;
 * penalties and decay leave them alone. A penalty on the weights that feed it changes only the
 * effective learning rate. Zhang and Sennrich, NeurIPS 2019, section 4.
 */
public final class RmsNorm implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "rms-norm",
          Kind.NORMALIZATION,
          "Divides each row by its root mean square over the units, then rescales it by learnt"
              + " weights.",
          "y = scale x / sqrt(mean of x^2 + epsilon) + shift, over the units of a row",
          List.of(
              Parameter.number("epsilon", "added to the mean of the squares", Range.above(0))
                  .withFallback(1e-5)),
          List.of(Side.CHOICE),
          "hidden",
          Places.HIDDEN_LAYERS,
          "Zhang and Sennrich, NeurIPS 2019, section 4");

  private final Position position;

  /** Root mean square normalisation on one side of the activation. */
  public RmsNorm(Position position) {
    this.position = position;
  }

  /** As written in a recipe. */
  public static RmsNorm of(Settings settings) {
    return new RmsNorm(Side.of(settings));
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new RowNormNode(name, shape, term, false);
  }
}
