package dev.bridle.golden;

import dev.bridle.decay.CoupledDecay;
import dev.bridle.optimizer.Sgd;
import dev.bridle.optimizer.UpdateRule;
import dev.bridle.penalty.ElasticNet;
import dev.bridle.penalty.L1;
import dev.bridle.penalty.L2;
import dev.bridle.penalty.Penalty;
import dev.bridle.penalty.Solver;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Penalties on weights: value and gradient, by hand and by differentiation; and coupled decay. */
final class PenaltyGolden implements Topic {
  private static final String COUPLED = "coupled_decay_sgd_step";

  private static final Map<String, Penalty> PENALTIES =
      Map.of(
          "l1", new L1(Solver.SUBGRADIENT),
          "l2", new L2(),
          "elastic_net", new ElasticNet(Solver.SUBGRADIENT, false));

  @Override
  public String file() {
    return "penalties.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return PENALTIES.containsKey(c.name()) || c.name().equals(COUPLED);
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Penalty penalty = PENALTIES.get(c.name());
    if (penalty == null) {
      coupled(c.fields(), company, readings);
    } else {
      penalty(penalty, c.fields(), strengths(c, company), company, readings);
    }
  }

  /** One strength is called lambda, whatever the file calls it. */
  private static Strengths strengths(GoldenCase c, Company company) {
    Fields f = c.fields();
    return company.strengths(
        c.name().equals("elastic_net")
            ? Map.of("l1", f.number("l1"), "l2", f.number("l2"))
            : Map.of("lambda", f.number(c.name())));
  }

  private static void penalty(
      Penalty penalty, Fields f, Strengths strengths, Company company, Readings readings) {
    Weight weight = Weight.kernel(company.tensor(f.array("w")));
    GoldenArray value = company.ours(penalty.value(weight, strengths));
    readings.near("value", f.array("value"), value);
    Tensor gradient = company.tensor(f.array("w").map(v -> 0));
    penalty.addGradient(weight, gradient, strengths);
    readings.near("gradient", f.array("gradient"), company.ours(gradient));
    Penalty byValue = penalty::value;
    Tensor differentiated = company.tensor(f.array("w").map(v -> 0));
    byValue.addGradient(weight, differentiated, strengths);
    readings.near("gradient by differentiation", f.array("gradient"), company.ours(differentiated));
  }

  private static void coupled(Fields f, Company company, Readings readings) {
    GoldenArray w = f.array("w");
    Population population = company.population(List.of(MaxNormGolden.spec(w, 0)), List.of());
    Weight weight = population.weights().get(0);
    weight.value().copy_(company.tensor(w));
    PerMember rates = company.strength(f.number("lr"));
    try (UpdateRule sgd = new Sgd().build(population)) {
      Tensor gradient = weight.partOf(sgd.gradient());
      gradient.copy_(company.tensor(f.array("loss_gradient")));
      Strengths strengths = company.strengths(Map.of("lambda", f.number("weight_decay")));
      new CoupledDecay().apply(weight, gradient, rates.tensor(company.precision(), 3), strengths);
      sgd.bind(weight, rates.tensor(company.precision(), 3), company.arena()).step(1);
      readings.near("w_after", f.array("w_after"), company.ours(weight.value()));
    }
  }
}
