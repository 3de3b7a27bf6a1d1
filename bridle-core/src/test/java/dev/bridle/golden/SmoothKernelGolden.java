package dev.bridle.golden;

import dev.bridle.penalty.Penalty;
import dev.bridle.penalty.SmoothKernel;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Smoothness of kernels: value and gradient, by hand and by differentiation. */
final class SmoothKernelGolden implements Topic {
  private static final Map<String, SmoothKernel.Order> ORDERS =
      Map.of(
          "smooth_first_difference_squared", SmoothKernel.Order.FIRST,
          "smooth_laplacian_valid", SmoothKernel.Order.LAPLACIAN,
          "smooth_kernel_gaussian_prior", SmoothKernel.Order.GAUSSIAN);

  @Override
  public String file() {
    return "penalties.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return ORDERS.containsKey(c.name());
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    GoldenArray kernel = f.array("kernel_OIHW");
    Strengths strengths =
        company.strengths(Map.of("lambda", f.number("lambda"), "length", f.number("ell", 1)));
    Penalty penalty = new SmoothKernel(ORDERS.get(c.name()));
    Weight weight = Weight.kernel(company.tensor(kernel));
    GoldenArray value = company.ours(penalty.value(weight, strengths));
    readings.near("value", f.array("value"), value);
    Penalty byValue = penalty::value;
    for (Penalty way : new Penalty[] {penalty, byValue}) {
      Tensor gradient = company.tensor(kernel.map(v -> 0));
      way.addGradient(weight, gradient, strengths);
      readings.near("gradient", f.array("gradient"), company.ours(gradient));
    }
  }
}
