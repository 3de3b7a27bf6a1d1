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
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.WeightSpec;
import java.util.List;

/**
 * Batch normalisation: \( y = \gamma (x - \mu_B) / \sqrt{\sigma_B^2 + \epsilon} + \beta \), mean
 * and variance of each unit over the batch; at evaluation over the running statistics. A unit is a
 * channel of an image, a feature of a series: there the mean is one over all pixels or time steps
 * of the batch too.
 *
 * <p>The variance of the batch is divided by n in the formula and by n - 1 in the running
 * statistics, which move by {@code momentum} towards the new value, as PyTorch (Keras writes the
 * complement, 0.9). Mean, variance, \( \gamma \) and \( \beta \) {@code [K, F]} are each member's
 * own. Penalties and decay leave \( \gamma \) and \( \beta \) alone. A penalty on the weights that
 * feed it changes only the effective learning rate. Ioffe and Szegedy, ICML 2015, algorithms 1 and
 * 2.
 */
public final class BatchNorm implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "batch-norm",
          Kind.NORMALIZATION,
          "Standardises each unit over the batch, then rescales it by weights that are learnt.",
          "y = scale (x - mean) / sqrt(variance + epsilon) + shift, over the batch; running"
              + " statistics at evaluation",
          List.of(
              Parameter.number(
                      "momentum",
                      "share of the new value in the running statistics",
                      Range.closed(0, 1))
                  .withFallback(0.1)
                  .spaced(Parameter.Spacing.LINEAR),
              Parameter.number("epsilon", "added to the variance", Range.above(0))
                  .withFallback(1e-5)),
          List.of(Side.CHOICE),
          "hidden",
          Places.HIDDEN_LAYERS,
          "Ioffe and Szegedy, ICML 2015, algorithms 1 and 2");

  private final Position position;

  /** Batch normalisation on one side of the activation. */
  public BatchNorm(Position position) {
    this.position = position;
  }

  /** As written in a recipe. */
  public static BatchNorm of(Settings settings) {
    return new BatchNorm(Side.of(settings));
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new BatchNormNode(name, shape, term);
  }

  /**
   * Batch normalisation at one place, as a value.
   *
   * @param name {@code dense1/batch-norm}
   * @param shape what comes in and goes out
   * @param term the place of its term in the recipe, which has its epsilon
   */
  public record BatchNormNode(String name, Shape shape, int term) implements Node {
    /** What multiplies the standardised units, {@code [channels]}. */
    public WeightSpec scale() {
      return WeightSpec.vector(name, Role.SCALE, shape.channels(), Initial.ONE);
    }

    /** What is added to them, {@code [channels]}. */
    public WeightSpec shift() {
      return WeightSpec.vector(name, Role.SHIFT, shape.channels(), Initial.ZERO);
    }

    /** The running mean, {@code [channels]}. */
    public StatisticSpec mean() {
      return new StatisticSpec(name + ".running-mean", shape.channels(), 0);
    }

    /** The running variance, {@code [channels]}. */
    public StatisticSpec variance() {
      return new StatisticSpec(name + ".running-variance", shape.channels(), 1);
    }

    @Override
    public List<WeightSpec> weights() {
      return List.of(scale(), shift());
    }

    @Override
    public List<StatisticSpec> statistics() {
      return List.of(mean(), variance());
    }

    @Override
    public Layer build(Site site) {
      return new BatchNormLayer(this, site);
    }
  }
}
