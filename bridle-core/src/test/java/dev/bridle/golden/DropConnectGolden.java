package dev.bridle.golden;

import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.perturbation.DropConnect;
import dev.bridle.perturbation.Perturbation;
import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** A dense layer whose weights are dropped by a given mask, there and back. */
final class DropConnectGolden implements Topic {
  @Override
  public String file() {
    return "dropout.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().equals("dropconnect_given_mask");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    GoldenArray w = f.array("w");
    DenseNode node = new DenseNode("dense1", (int) w.shape()[1], (int) w.shape()[0], Initial.ZERO);
    Population population = company.population(node.weights(), List.of());
    Weight kernel = population.weight("dense1.kernel");
    kernel.value().copy_(company.tensor(w));
    population.weight("dense1.bias").value().copy_(company.tensor(f.array("b")));
    Strengths strengths = company.strengths(Map.of("rate", f.number("rate")));
    Site site = company.site(population, strengths, (int) f.array("x").shape()[0]);
    Perturbation.Bound change = new DropConnect().bind(kernel, strengths, site);
    Layer layer = node.build(site);
    long step =
        DropoutGolden.stepWithMask(
            "dense1.kernel/drop-connect", f.array("mask").data(), f.number("rate"), company);
    change.apply(step);
    Tensor y = layer.forward(company.tensor(f.array("x")), Pass.training(step));
    readings.near("y", f.array("y"), company.ours(y));
    layer.backward(company.tensor(f.array("y").map(v -> 1)), true);
    Tensor gradient = site.gradientOf(kernel).mul(change.slopes().orElseThrow());
    readings.near("grad_w_of_sum", f.array("grad_w_of_sum"), company.ours(gradient));
  }
}
