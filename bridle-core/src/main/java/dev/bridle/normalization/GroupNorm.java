package dev.bridle.normalization;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Woven;
import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import java.util.List;

/**
 * Group normalisation: \( y = \gamma (x - \mu) / \sqrt{\sigma^2 + \epsilon} + \beta \), mean and
 * variance of each row over a group of consecutive channels and all their pixels or time steps.
 *
 * <p>One group is layer normalisation over all of a row but for its \( \gamma \) and \( \beta \),
 * which here are one for each channel, {@code [K, C]}; as many groups as channels is instance
 * normalisation. A row does not depend on the others of its batch, so training and evaluation
 * compute the same. The number of groups divides that of the channels. As PyTorch; Keras's \(
 * \epsilon \) is 1e-3. A penalty on the weights that feed it changes only the effective learning
 * rate. Wu and He, ECCV 2018, section 3.
 */
public final class GroupNorm implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "group-norm",
          Kind.NORMALIZATION,
          "Standardises groups of channels of each row, then rescales channels by learnt weights.",
          "y = scale (x - mean) / sqrt(variance + epsilon) + shift, over a group's channels and all"
              + " their positions",
          List.of(
              Parameter.number(
                      "groups",
                      "of channels; divides their number",
                      new Range(1, true, 1_000_000, true))
                  .wholeNumbers()
                  .spaced(Parameter.Spacing.LINEAR),
              Parameter.number("epsilon", "added to the variance", Range.above(0))
                  .withFallback(1e-5)),
          List.of(Side.CHOICE),
          "hidden",
          Places.HIDDEN_LAYERS,
          "Wu and He, ECCV 2018, section 3");

  private final Position position;

  /** Group normalisation on one side of the activation. */
  public GroupNorm(Position position) {
    this.position = position;
  }

  /** As written in a recipe. */
  public static GroupNorm of(Settings settings) {
    return new GroupNorm(Side.of(settings));
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new GroupNormNode(name, shape, term);
  }

  /**
   * Group normalisation at one place, as a value.
   *
   * @param name {@code conv1/group-norm}
   * @param shape what comes in and goes out
   * @param term the place of its term in the recipe, which has its groups and epsilon
   */
  public record GroupNormNode(String name, Shape shape, int term) implements Node {
    /** What multiplies the standardised channels, {@code [channels]}. */
    public WeightSpec scale() {
      return WeightSpec.vector(name, Role.SCALE, shape.channels(), Initial.ONE);
    }

    /** What is added to them, {@code [channels]}. */
    public WeightSpec shift() {
      return WeightSpec.vector(name, Role.SHIFT, shape.channels(), Initial.ZERO);
    }

    @Override
    public List<WeightSpec> weights() {
      return List.of(scale(), shift());
    }

    /** The backward pass needs the normalised numbers, not the output. */
    @Override
    public boolean outputMayBeScaled() {
      return true;
    }

    @Override
    public boolean mixesUnits() {
      return true;
    }

    @Override
    public Layer build(Site site) {
      return new GroupNormLayer(this, site);
    }
  }
}
