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
 * @param centring whether the mean of a row is taken off first
 */
record RowNormNode(String name, int outputs, int term, boolean centring) implements Node {
  WeightSpec scale() {
    return WeightSpec.vector(name, Role.SCALE, outputs, Initial.ONE);
  }

  WeightSpec shift() {
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
