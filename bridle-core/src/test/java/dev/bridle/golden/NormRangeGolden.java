package dev.bridle.golden;

import dev.bridle.constraint.Constraint;
import dev.bridle.constraint.MinMaxNorm;
import dev.bridle.constraint.Scope;
import dev.bridle.constraint.UnitNorm;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Unit norm and min-max norm on dense kernels of both layouts and on whole matrices. */
final class NormRangeGolden implements Topic {
  @Override
  public String file() {
    return "keras_constraints.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    boolean named = c.name().startsWith("unit_norm_") || c.name().startsWith("min_max_norm_");
    return named;
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    GoldenArray w = f.array("w");
    boolean whole = f.isText("norm_axes");
    int unitAxis = whole ? 0 : axisWithout(w.shape().length, f.wholes("norm_axes"));
    boolean range = f.has("rate");
    Scope scope = whole ? Scope.WHOLE : Scope.PER_UNIT;
    Constraint constraint = range ? new MinMaxNorm(scope) : new UnitNorm(scope);
    Strengths strengths = company.strengths(range ? numbers(f) : Map.of());
    Weight weight = MaxNormGolden.kernel(company, w, MaxNormGolden.spec(w, unitAxis));
    double[] norms = vectors(w, whole, unitAxis).norms();
    readings.near(
        "violation before",
        violation(f, norms),
        company.ours(constraint.violation(weight, strengths)).get(0));
    GoldenArray before = vectors(company.ours(weight.value()), whole, unitAxis);
    constraint.project(weight, strengths);
    readings.near("expected", f.array("expected"), company.ours(weight.value()));
    GoldenArray after = vectors(company.ours(weight.value()), whole, unitAxis);
    checkNorms(f, after, readings);
    checkUnchanged(f, norms, before, after, readings);
    readings.near(
        "violation after",
        violation(f, vectors(f.array("expected"), whole, unitAxis).norms()),
        company.ours(constraint.violation(weight, strengths)).get(0));
  }

  /** The axis that no norm goes along. */
  private static int axisWithout(int axes, int... along) {
    return axes * (axes - 1) / 2 - IntStream.of(along).sum();
  }

  private static Map<String, Double> numbers(Fields f) {
    return Map.of(
        "lo", f.number("min_value"), "hi", f.number("max_value"), "rate", f.number("rate"));
  }

  /** The worst norm, as a share of the limit; a zero vector is inside. */
  private static double violation(Fields f, double... norms) {
    double lo = f.number("min_value", 1);
    double hi = f.number("max_value", 1);
    return DoubleStream.of(norms)
        .filter(norm -> norm > 0)
        .map(norm -> Math.max(norm / hi - 1, lo == 0 ? 0 : 1 - norm / lo))
        .map(outside -> Math.max(outside, 0))
        .max()
        .orElse(0);
  }

  private static void checkNorms(Fields f, GoldenArray after, Readings readings) {
    if (f.has("norms_after")) {
      GoldenArray expected = GoldenArray.vector(f.array("norms_after").data());
      readings.near("norms_after", expected, GoldenArray.vector(after.norms()));
    }
  }

  /** Vectors inside, and those of norm 0, keep every bit. */
  private static void checkUnchanged(
      Fields f, double[] norms, GoldenArray before, GoldenArray after, Readings readings) {
    for (int unit = 0; unit < norms.length; unit++) {
      boolean inside =
          f.has("rate")
              && norms[unit] >= f.number("min_value")
              && norms[unit] <= f.number("max_value");
      if (inside || norms[unit] == 0) {
        readings.exact("vector " + unit, before.slice(unit), after.slice(unit));
      }
    }
  }

  /** The vectors whose norms count, along the first axis. */
  private static GoldenArray vectors(GoldenArray w, boolean whole, int unitAxis) {
    return whole ? w.reshaped(1, w.size()) : w.axisFirst(unitAxis);
  }
}
