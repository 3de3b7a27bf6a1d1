package dev.bridle.golden;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.layer.Woven;
import dev.bridle.normalization.BatchNorm;
import dev.bridle.population.Population;
import java.util.List;
import java.util.Map;

/**
 * Batch normalisation of rows, series and images: two training batches, an evaluation, a backward
 * pass.
 */
final class NormalizationGolden implements Topic {
  private static final String NAME = "dense1/batch-norm";

  @Override
  public String file() {
    return "normalization.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("batchnorm");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    Shaped shaped = Shaped.of(f.array("eval_x"));
    Node node = new BatchNorm(Woven.Position.BEFORE_ACTIVATION).node(NAME, shaped.shape(), 0);
    Population population = company.population(node.weights(), node.statistics());
    population.weight(NAME + ".scale").value().copy_(company.tensor(f.array("gamma")));
    population.weight(NAME + ".shift").value().copy_(company.tensor(f.array("beta")));
    Map<String, Double> numbers =
        Map.of("momentum", f.number("momentum"), "epsilon", f.number("eps"));
    int batch = (int) f.array("eval_x").shape()[0];
    Site site = company.site(population, company.strengths(numbers), batch);
    Layer layer = node.build(site);
    training(f.parts("train_steps"), layer, population, shaped, company, readings);
    readings.near(
        "eval_y",
        f.array("eval_y"),
        shaped.forward(layer, f.array("eval_x"), Pass.EVALUATION, company));
    backward(f.part("backward"), layer, site, shaped, company, readings);
  }

  private static void training(
      List<Fields> steps,
      Layer layer,
      Population population,
      Shaped shaped,
      Company company,
      Readings readings) {
    for (int t = 0; t < steps.size(); t++) {
      Fields step = steps.get(t);
      GoldenArray y = shaped.forward(layer, step.array("x"), Pass.training(t), company);
      readings.near("y of step " + t, step.array("y"), y);
      readings.near(
          "running_mean of step " + t,
          step.array("running_mean"),
          company.ours(population.statistic(NAME + ".running-mean")));
      readings.near(
          "running_var of step " + t,
          step.array("running_var"),
          company.ours(population.statistic(NAME + ".running-variance")));
    }
  }

  private static void backward(
      Fields f, Layer layer, Site site, Shaped shaped, Company company, Readings readings) {
    shaped.forward(layer, f.array("x"), Pass.training(2), company);
    GoldenArray gradient = shaped.backward(layer, f.array("r"), company);
    readings.near("grad_x", f.array("grad_x"), gradient);
    Population population = site.population();
    readings.near(
        "grad_gamma",
        f.array("grad_gamma"),
        company.ours(site.gradientOf(population.weight(NAME + ".scale"))));
    readings.near(
        "grad_beta",
        f.array("grad_beta"),
        company.ours(site.gradientOf(population.weight(NAME + ".shift"))));
  }
}
