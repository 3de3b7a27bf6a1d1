package dev.bridle.golden;

import dev.bridle.constraint.NonNegative;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.Arrays;
import java.util.Map;

/** The constraint to non-negative weights, which has no layout. */
final class NonNegativeGolden implements Topic {
  @Override
  public String file() {
    return "keras_constraints.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("non_neg_");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    GoldenArray w = c.fields().array("w");
    NonNegative constraint = new NonNegative();
    Strengths none = company.strengths(Map.of());
    Weight weight = Weight.kernel(company.tensor(w));
    double lowest = Arrays.stream(w.data()).min().orElseThrow();
    readings.near(
        "violation before",
        Math.max(0, -lowest),
        company.ours(constraint.violation(weight, none)).get(0));
    constraint.project(weight, none);
    GoldenArray projected = company.ours(weight.value());
    readings.near("expected", c.fields().array("expected"), projected);
    readings.exact(
        "zeros",
        GoldenArray.vector(c.fields().array("expected").zeros()),
        GoldenArray.vector(projected.zeros()));
  }
}
