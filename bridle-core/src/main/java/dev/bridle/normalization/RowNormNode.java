package dev.bridle.normalization;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import java.util.List;

/**
 * A normalisation of rows over their units at one place, as a value.
 *
 * @param name {@code dense1/layer-norm}
 * @param shape what comes in and goes out
 * @param term the place of its term in the recipe, which has its epsilon
 * @param centring whether the mean of a row is taken off first
 */
public record RowNormNode(String name, Shape shape, int term, boolean centring) implements Node {
  /** How many numbers are standardised together: a row, of a series a time step. */
  int units() {
    return shape.isSeries() ? shape.channels() : shape.size();
  }

  /** How many times that is in a row. */
  int steps() {
    return shape.size() / units();
  }

  /** What multiplies the normalised units, {@code [units]}. */
  public WeightSpec scale() {
    return WeightSpec.vector(name, Role.SCALE, units(), Initial.ONE);
  }

  /** What is added to them, {@code [units]}. */
  public WeightSpec shift() {
    return WeightSpec.vector(name, Role.SHIFT, units(), Initial.ZERO);
  }

  @Override
  public List<WeightSpec> weights() {
    return List.of(scale(), shift());
  }

  /** The backward pass needs the normalised rows, not the output. */
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
    return new RowNormLayer(this, site);
  }
}
