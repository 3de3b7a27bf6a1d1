package dev.bridle.normalization;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Site;
import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import java.util.List;

/**
 * A normalisation of rows over their units at one place, as a value.
 *
 * @param name {@code dense1/layer-norm}
 * @param outputs how many units there are
 * @param term the place of its term in the recipe, which has its epsilon
 * @param centring whether the mean of a row is taken off first
 */
public record RowNormNode(String name, int outputs, int term, boolean centring) implements Node {
  /** What multiplies the normalised units, {@code [outputs]}. */
  public WeightSpec scale() {
    return WeightSpec.vector(name, Role.SCALE, outputs, Initial.ONE);
  }

  /** What is added to them, {@code [outputs]}. */
  public WeightSpec shift() {
    return WeightSpec.vector(name, Role.SHIFT, outputs, Initial.ZERO);
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
  public Layer build(Site site) {
    return new RowNormLayer(this, site);
  }
}
