package dev.bridle.golden;

import dev.bridle.gradient.ClipNorm;
import dev.bridle.gradient.ClipValue;
import dev.bridle.gradient.Clipping;
import dev.bridle.population.Strengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Bounds on gradients of several weights, which are handed over one behind the other. */
final class ClippingGolden implements Topic {
  @Override
  public String file() {
    return "gradient_clipping.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("clip_");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    boolean byNorm = f.has("max_norm");
    Clipping clipping = byNorm ? new ClipNorm() : new ClipValue();
    double limit = f.number(byNorm ? "max_norm" : "clip_value");
    Strengths strengths = company.strengths(Map.of("c", limit));
    GoldenArray before = joined(f.arrays("gradients"));
    Tensor rows = company.tensor(before);
    clipping.clip(rows, List.of(), strengths);
    GoldenArray after = company.ours(rows);
    readings.near("expected", joined(f.arrays("expected")), after);
    if (f.has("unchanged") && f.flag("unchanged")) {
      readings.exact("unchanged", company.ours(company.tensor(before)), after);
    }
  }

  private static GoldenArray joined(List<GoldenArray> arrays) {
    List<Double> all = new ArrayList<>();
    arrays.forEach(array -> Arrays.stream(array.data()).forEach(all::add));
    return GoldenArray.vector(all.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
