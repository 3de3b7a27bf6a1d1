package dev.bridle.golden;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.layer.Woven;
import dev.bridle.normalization.LayerNorm;
import dev.bridle.population.Population;
import java.util.Map;

/**
 * Layer normalisation of rows of numbers, there and back; of a sequence each moment is a row, as
 * statistics are those of its last axis alone.
 */
final class LayerNormGolden implements Topic {
  private static final String NAME = "dense1/layer-norm";

  @Override
  public String file() {
    return "normalization.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().equals("layernorm_last") || c.name().equals("layernorm_sequence");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    int units = f.array("gamma").size();
    Node node = new LayerNorm(Woven.Position.BEFORE_ACTIVATION).node(NAME, units, 0);
    Population population = company.population(node.weights(), node.statistics());
    population.weight(NAME + ".scale").value().copy_(company.tensor(f.array("gamma")));
    population.weight(NAME + ".shift").value().copy_(company.tensor(f.array("beta")));
    int batch = f.array("x").size() / units;
    Site site =
        company.site(population, company.strengths(Map.of("epsilon", f.number("eps"))), batch);
    Layer layer = node.build(site);
    for (Pass pass : new Pass[] {Pass.EVALUATION, Pass.training(0)}) {
      GoldenArray y = company.ours(layer.forward(company.tensor(rows(f, "x")), pass));
      readings.near("y, " + pass, rows(f, "y"), y);
    }
    GoldenArray gradient = company.ours(layer.backward(company.tensor(rows(f, "r")), true));
    readings.near("grad_x", rows(f, "grad_x"), gradient);
    readings.near("grad_gamma", f.array("grad_gamma"), gradient(site, "scale", company));
    readings.near("grad_beta", f.array("grad_beta"), gradient(site, "shift", company));
  }

  /** {@code [..., d]} as rows of d numbers. */
  private static GoldenArray rows(Fields f, String key) {
    GoldenArray array = f.array(key);
    int units = f.array("gamma").size();
    return array.reshaped(array.size() / units, units);
  }

  private static GoldenArray gradient(Site site, String role, Company company) {
    return company.ours(site.gradientOf(site.population().weight(NAME + "." + role)));
  }
}
