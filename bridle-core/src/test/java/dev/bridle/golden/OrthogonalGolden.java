package dev.bridle.golden;

import dev.bridle.penalty.Orthogonal;
import dev.bridle.penalty.Orthogonal.Mode;
import dev.bridle.penalty.Orthogonal.Side;
import dev.bridle.penalty.Penalty;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Orthogonality of rows and of columns, by hand and by differentiation: rows of {@code [out, in]}
 * are units; the transposed kernel has the same vectors on its other side.
 */
final class OrthogonalGolden implements Topic {
  @Override
  public String file() {
    return "penalties.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().contains("orthogonal");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    Mode mode = c.name().contains("cosine") ? Mode.COSINE : Mode.SOFT;
    boolean rows = f.text("mode").equals("rows");
    GoldenArray w = f.array("w");
    GoldenArray gradient = f.array("gradient");
    Penalty penalty = new Orthogonal(mode, rows ? Side.UNITS : Side.INPUTS);
    Penalty ofOther = new Orthogonal(mode, rows ? Side.INPUTS : Side.UNITS);
    compute("", penalty, w, gradient, f, company, readings);
    compute("transposed: ", ofOther, w.axisFirst(1), gradient.axisFirst(1), f, company, readings);
  }

  private static void compute(
      String prefix,
      Penalty penalty,
      GoldenArray w,
      GoldenArray expected,
      Fields f,
      Company company,
      Readings readings) {
    Strengths strengths = company.strengths(Map.of("lambda", f.number("factor")));
    Weight weight = Weight.kernel(company.tensor(w));
    readings.near(
        prefix + "value", f.array("value"), company.ours(penalty.value(weight, strengths)));
    Tensor gradient = company.tensor(w.map(v -> 0));
    penalty.addGradient(weight, gradient, strengths);
    readings.near(prefix + "gradient", expected, company.ours(gradient));
    Penalty byValue = penalty::value;
    Tensor differentiated = company.tensor(w.map(v -> 0));
    byValue.addGradient(weight, differentiated, strengths);
    readings.near(prefix + "gradient by differentiation", expected, company.ours(differentiated));
  }
}
