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
 * Layer normalisation: \( y = \gamma (x - \mu) / \sqrt{\sigma^2 + \epsilon} + \beta \), mean and
 * variance of each row over its F units; of a series over the features of each time step, of an
 * image over all its numbers.
 *
 * <p>The variance is divided by F, and \( \epsilon \) stands inside the root, as in PyTorch and
 * Keras (whose default is 1e-3). A row does not depend on the others of its batch, so training and
 * evaluation compute the same and there are no running statistics. \( \gamma \) and \( \beta \)
 * {@code [K, F]} are each member's own, 1 and 0 at the start; penalties and decay leave them alone.
 * Multiplying all weights and biases of the layer before by one number changes nothing, so a
 * penalty on them changes only the effective learning rate. Ba, Kiros and Hinton, arXiv 1607.06450,
 * 2016, section 3.
 */
public final class LayerNorm implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "layer-norm",
          Kind.NORMALIZATION,
          "Standardises each row over the units of a layer, then rescales it by learnt weights.",
          "y = scale (x - mean) / sqrt(variance + epsilon) + shift, over the units of a row",
          List.of(
              Parameter.number("epsilon", "added to the variance", Range.above(0))
                  .withFallback(1e-5)),
          List.of(Side.CHOICE),
          "hidden",
          Places.HIDDEN_LAYERS,
          "Ba, Kiros and Hinton, arXiv 1607.06450, 2016, section 3");

  private final Position position;

  /** Layer normalisation on one side of the activation. */
  public LayerNorm(Position position) {
    this.position = position;
  }

  /** As written in a recipe. */
  public static LayerNorm of(Settings settings) {
    return new LayerNorm(Side.of(settings));
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new RowNormNode(name, shape, term, true);
  }
}
