package dev.bridle.optimizer;

import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.population.StateLayout;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** An update rule at work on members of one weight {@code [1, n]}, with statistics behind it. */
final class RuleRig implements AutoCloseable {
  private final Population population;
  private final UpdateRule rule;
  private long steps;

  private RuleRig(Rule rule, Population population) {
    this.population = population;
    this.rule = rule.build(population);
  }

  /** Members whose weights are drawn. */
  static RuleRig drawn(Rule rule, Precision precision, int members, int n) {
    RuleRig rig = zeros(rule, precision, members, n);
    for (int k = 0; k < members; k++) {
      rig.population.setRow(k, Draw.of(20 + k).normals(n), 0);
    }
    return rig;
  }

  /** Members whose weights are 0. */
  static RuleRig zeros(Rule rule, Precision precision, int members, int n) {
    StateLayout layout =
        StateLayout.of(
            List.of(WeightSpec.kernel("layer", List.of(1, n), Initial.ZERO)),
            List.of(new StatisticSpec("layer.statistic", 3, 7)));
    return new RuleRig(rule, Population.zeros(layout, precision, members));
  }

  /** Where a weight stands after each of these gradients, from 0 on. */
  static double[] path(Rule rule, double rate, double... gradients) {
    double[] path = new double[gradients.length];
    try (RuleRig rig = zeros(rule, Precision.FLOAT64, 1, 1)) {
      for (int i = 0; i < path.length; i++) {
        rig.step(Given.tensor(new long[] {1, 1, 1}, gradients[i]), PerMember.of(rate));
        path[i] = rig.numbers()[0];
      }
    }
    return path;
  }

  /** Some members, with their weights, as new to the rule. */
  RuleRig select(Rule fresh, int... members) {
    return new RuleRig(fresh, population.select(members));
  }

  /** Gives the gradient {@code [K, 1, n]} of the next step. */
  void give(Tensor gradient) {
    rule.gradient().mul_(Tensors.constant(rule.carry()));
    part().add_(gradient);
  }

  /** Moves the weights, after {@link #give}. */
  void move(PerMember rates) {
    steps++;
    try (Arena parts = new Arena()) {
      for (Weight part : Weight.joined(population.weights(), population.state(), parts)) {
        rule.bind(part, rates.tensor(population.precision(), 2), parts).step(steps);
      }
    }
  }

  /** A whole step. */
  void step(Tensor gradient, PerMember rates) {
    give(gradient);
    move(rates);
  }

  /** The weight's part of the rows that gradients go to. */
  Tensor part() {
    return weight().partOf(rule.gradient());
  }

  /** What the rule says about its pull. */
  Tensor pull(PerMember rates) {
    return rule.pull(weight(), rates.tensor(population.precision(), 3));
  }

  /** The weight of all members. */
  Weight weight() {
    return population.weights().get(0);
  }

  /** The numbers of the weight, {@code [K * n]}. */
  double[] numbers() {
    return Tensors.toDoubles(weight().value());
  }

  /** The rule itself. */
  UpdateRule rule() {
    return rule;
  }

  /** The members. */
  Population population() {
    return population;
  }

  /** Goes on where another rig stands. */
  void resume(RuleRig other) {
    for (int i = 0; i < rule.state().size(); i++) {
      rule.state().get(i).copy_(other.rule.state().get(i));
    }
    steps = other.steps;
  }

  @Override
  public void close() {
    rule.close();
    population.close();
  }
}
