package dev.bridle.golden;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.layer.Woven;
import dev.bridle.normalization.LayerNorm;
import dev.bridle.population.Population;
import java.util.Map;

/** Layer normalisation of rows, time steps and images, there and back. */
final class LayerNormGolden implements Topic {
  private static final String NAME = "dense1/layer-norm";

  @Override
  public String file() {
    return "normalization.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("layernorm");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    Shaped shaped = Shaped.inOrder(f.array("x"));
    Node node = new LayerNorm(Woven.Position.BEFORE_ACTIVATION).node(NAME, shaped.shape(), 0);
    Population population = company.population(node.weights(), node.statistics());
    population.weight(NAME + ".scale").value().copy_(company.tensor(flat(f.array("gamma"))));
    population.weight(NAME + ".shift").value().copy_(company.tensor(flat(f.array("beta"))));
    int batch = (int) f.array("x").shape()[0];
    Site site =
        company.site(population, company.strengths(Map.of("epsilon", f.number("eps"))), batch);
    Layer layer = node.build(site);
    for (Pass pass : new Pass[] {Pass.EVALUATION, Pass.training(0)}) {
      GoldenArray y = shaped.forward(layer, f.array("x"), pass, company);
      readings.near("y, " + pass, f.array("y"), y);
    }
    GoldenArray gradient = shaped.backward(layer, f.array("r"), company);
    readings.near("grad_x", f.array("grad_x"), gradient);
    readings.near("grad_gamma", flat(f.array("grad_gamma")), gradient(site, "scale", company));
    readings.near("grad_beta", flat(f.array("grad_beta")), gradient(site, "shift", company));
  }

  private static GoldenArray flat(GoldenArray array) {
    return array.reshaped(array.size());
  }

  private static GoldenArray gradient(Site site, String role, Company company) {
    return company.ours(site.gradientOf(site.population().weight(NAME + "." + role)));
  }
}
