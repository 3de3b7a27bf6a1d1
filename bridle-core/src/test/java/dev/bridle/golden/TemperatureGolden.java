package dev.bridle.golden;

import dev.bridle.constraint.MaxNorm;
import dev.bridle.constraint.Scope;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The model of one weight, {@code y = w x + b}, as a dense layer under max-norm. */
final class TemperatureGolden implements Topic {
  private static final DenseNode NODE = new DenseNode("dense1", 1, 1, Initial.ZERO);

  @Override
  public String file() {
    return "temperature.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return true;
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    Population population = company.population(NODE.weights(), List.of());
    Weight w = population.weight("dense1.kernel");
    Weight b = population.weight("dense1.bias");
    w.value().copy_(company.tensor(f.array("w").reshaped(1, 1)));
    b.value().copy_(company.tensor(f.array("b").reshaped(1)));
    GoldenArray x = f.array("x").reshaped(f.array("x").size(), 1);
    Strengths strengths = company.strengths(Map.of("c", f.number("c")));
    Layer layer = NODE.build(company.site(population, strengths, x.size()));
    readings.near("y_before", f.array("y_before"), outputs(layer, x, company));
    GoldenArray before = company.ours(w.value());
    String treatment = f.text("bias_treatment").toUpperCase(Locale.ROOT);
    MaxNormGolden.maxNorm(Scope.PER_UNIT, MaxNorm.Bias.valueOf(treatment)).project(w, strengths);
    double after = company.ours(w.value()).get(0);
    double bias = company.ours(b.value()).get(0);
    readings.near("factor", f.number("factor"), after / before.get(0));
    readings.near("w_after", f.number("w_after"), after);
    readings.near("b_after", f.number("b_after"), bias);
    readings.near("y_after", f.array("y_after"), outputs(layer, x, company));
    readings.near("threshold_after", f.number("threshold_after"), -bias / after);
  }

  private static GoldenArray outputs(Layer layer, GoldenArray x, Company company) {
    GoldenArray y = company.ours(layer.forward(company.tensor(x), Pass.EVALUATION));
    return y.reshaped(y.size());
  }
}
