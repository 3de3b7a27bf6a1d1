package dev.bridle.layer;

import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import java.util.List;

/** Any formula of two weights {@code [K, 2]}. */
record FormulaNode(String name, AutogradLayer.Formula formula) implements Node {
  @Override
  public Shape shape() {
    return Shape.of(2);
  }

  @Override
  public List<WeightSpec> weights() {
    return List.of(
        WeightSpec.vector(name, Role.SCALE, 2, Initial.ONE),
        WeightSpec.vector(name, Role.SHIFT, 2, Initial.ZERO));
  }

  @Override
  public Layer build(Site site) {
    return new AutogradLayer(site, weights(), formula);
  }
}
