package dev.bridle.golden;

import dev.bridle.constraint.Constraint;
import dev.bridle.constraint.Limit;
import dev.bridle.constraint.MaxNorm;
import dev.bridle.constraint.Scope;
import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Max-norm on kernels of every layout: what a unit is follows from the axis that the weight
 * declares, so each case is computed as it is laid out and, as our layers have it, units first.
 */
final class MaxNormGolden implements Topic {
  @Override
  public String file() {
    return "max_norm.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return true;
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    switch (c.name()) {
      case "bias_treatments" -> biases(c.fields(), company, readings);
      case "projection_is_idempotent" -> twice(c.fields(), company, readings);
      default -> projection(c, company, readings);
    }
  }

  /** A kernel of any layout: the axis that counts units, and one before or behind for inputs. */
  static WeightSpec spec(GoldenArray w, int unitAxis) {
    return spec(w, unitAxis, unitAxis == 0 ? 1 : unitAxis - 1);
  }

  private static WeightSpec spec(GoldenArray w, int unitAxis, int inputAxis) {
    return new WeightSpec(
        "dense1",
        Role.KERNEL,
        LongStream.of(w.shape()).mapToObj(s -> (int) s).toList(),
        unitAxis,
        inputAxis,
        Initial.ZERO);
  }

  static MaxNorm maxNorm(Scope scope, MaxNorm.Bias bias) {
    return new MaxNorm(Limit.ABSOLUTE, scope, bias, false);
  }

  /** The kernel with a bias that is 0 everywhere, which makes no difference here. */
  static Weight kernel(Company company, GoldenArray w, WeightSpec spec) {
    int units = spec.shape().get(spec.unitAxis());
    return company.kernel(w, GoldenArray.vector(new double[units]), spec);
  }

  private static void projection(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    GoldenArray w = f.array("w");
    GoldenArray expected = f.array("expected");
    Scope scope = scope(c);
    int axis = scope == Scope.WHOLE ? 0 : f.wholes("unit_axis")[0];
    boolean outgoing = scope == Scope.PER_INPUT; // then the file's axis counts inputs
    WeightSpec asLaidOut = outgoing ? spec(w, 1 - axis, axis) : spec(w, axis);
    GoldenArray moved = w.axisFirst(asLaidOut.unitAxis());
    GoldenArray movedExpected = expected.axisFirst(asLaidOut.unitAxis());
    Layout laidOut = new Layout("", scope, axis, asLaidOut);
    laidOut.check(w, expected, f, company, readings);
    Layout unitsFirst = new Layout("units first: ", scope, outgoing ? 1 : 0, spec(moved, 0));
    unitsFirst.check(moved, movedExpected, f, company, readings);
  }

  private static Scope scope(GoldenCase c) {
    if (c.fields().isText("norm_axes")) {
      return Scope.WHOLE;
    }
    return c.name().startsWith("dense_outgoing") ? Scope.PER_INPUT : Scope.PER_UNIT;
  }

  /** One way to lay out a case; {@code axis} counts the vectors whose norm is limited. */
  private record Layout(String name, Scope scope, int axis, WeightSpec spec) {
    void check(GoldenArray w, GoldenArray expected, Fields f, Company company, Readings readings) {
      MaxNorm constraint = maxNorm(scope, MaxNorm.Bias.FREE);
      double c = f.number("max_value");
      Strengths strengths = company.strengths(Map.of("c", c));
      Weight weight = kernel(company, w, spec);
      double largest = DoubleStream.of(vectors(w).norms()).max().orElseThrow();
      readings.near(
          name + "violation before",
          Math.max(0, largest / c - 1),
          company.ours(constraint.violation(weight, strengths)).get(0));
      GoldenArray before = vectors(company.ours(weight.value()));
      constraint.project(weight, strengths);
      GoldenArray projected = company.ours(weight.value());
      readings.near(name + "expected", expected, projected);
      readings.near(
          name + "violation after",
          0,
          company.ours(constraint.violation(weight, strengths)).get(0));
      unchanged(f, before, vectors(projected), readings);
    }

    private void unchanged(Fields f, GoldenArray before, GoldenArray after, Readings readings) {
      if (f.has("norms_after")) {
        readings.near(
            name + "norms_after", f.array("norms_after"), GoldenArray.vector(after.norms()));
      }
      if (f.has("units_unchanged")) {
        int[] kept = f.wholes("units_unchanged");
        for (int unit : kept) {
          readings.exact(name + "unit " + unit, before.slice(unit), after.slice(unit));
        }
        double others = before.shape()[0] - kept.length;
        readings.exact(
            name + "units_over_limit",
            f.number("units_over_limit", others),
            changed(before, after));
      }
      if (f.has("norm_before")) {
        boolean inside = f.number("norm_before") <= f.number("max_value");
        readings.exact(name + "units changed", inside ? 0 : 1, changed(before, after));
      }
    }

    private static double changed(GoldenArray before, GoldenArray after) {
      return IntStream.range(0, (int) before.shape()[0])
          .filter(unit -> !before.slice(unit).sameBits(after.slice(unit)))
          .count();
    }

    /** The vectors whose norms are limited, along the first axis. */
    private GoldenArray vectors(GoldenArray w) {
      return scope == Scope.WHOLE ? w.reshaped(1, w.size()) : w.axisFirst(axis);
    }
  }

  private static void biases(Fields f, Company company, Readings readings) {
    for (MaxNorm.Bias treatment : MaxNorm.Bias.values()) {
      GoldenArray w = f.array("w");
      Weight weight = company.kernel(w, f.array("b"), spec(w, 0));
      Constraint constraint = maxNorm(Scope.PER_UNIT, treatment);
      constraint.project(weight, company.strengths(Map.of("c", f.number("max_value"))));
      GoldenArray bias = company.ours(weight.bias().orElseThrow().value());
      String name = treatment.name().toLowerCase(Locale.ROOT);
      readings.near(name + "_w", f.array(name + "_w"), company.ours(weight.value()));
      readings.near(name + "_b", f.array(name + "_b"), bias);
    }
  }

  private static void twice(Fields f, Company company, Readings readings) {
    GoldenArray w = f.array("w");
    Weight weight = kernel(company, w, spec(w, 0));
    Constraint constraint = maxNorm(Scope.PER_UNIT, MaxNorm.Bias.FREE);
    Strengths strengths = company.strengths(Map.of("c", f.number("max_value")));
    for (String time : Arrays.asList("once", "twice")) {
      constraint.project(weight, strengths);
      readings.near(time, f.array(time), company.ours(weight.value()));
    }
  }
}
