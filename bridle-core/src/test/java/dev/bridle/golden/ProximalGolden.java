package dev.bridle.golden;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * The proximal steps of L1 and of group lasso under each update rule, on a linear model with
 * several outputs.
 */
final class ProximalGolden implements Topic {
  @Override
  public String file() {
    return "optimizers.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("prox_");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields problem = c.head().part("least_squares");
    int in = (int) problem.number("in");
    int out = (int) problem.number("out");
    int rows = (int) problem.number("samples");
    try (Trajectory trajectory = new Trajectory(c, company, "none", List.of(in, out, rows))) {
      trajectory.set("dense1.kernel", problem.part("initial").array("W"));
      trajectory.set("dense1.bias", problem.part("initial").array("b"));
      Tensor x = company.shared(problem.array("X"));
      Tensor y = company.shared(problem.array("Y"));
      run(c.fields(), trajectory, x, y, readings);
    }
  }

  private static void run(Fields f, Trajectory trajectory, Tensor x, Tensor y, Readings readings) {
    double[] losses = new double[(int) f.number("steps")];
    double[] zeros = new double[losses.length];
    Fields looks = f.part("after_steps");
    int looked = 0;
    for (int t = 1; t <= losses.length; t++) {
      losses[t - 1] = trajectory.step(x, y);
      GoldenArray w = trajectory.get("dense1.kernel");
      zeros[t - 1] = w.zeros().length;
      String step = Integer.toString(t);
      if (looks.has(step)) {
        looked++;
        readings.nearWithZeros("after_steps " + step, looks.array(step), w);
      }
    }
    readings.exact("after_steps, how many", looks.keys().size(), looked);
    GoldenArray w = trajectory.get("dense1.kernel");
    readings.near("losses", f.array("losses"), GoldenArray.vector(losses));
    readings.nearWithZeros("final W", f.part("final").array("W"), w);
    readings.near("final b", f.part("final").array("b"), trajectory.get("dense1.bias"));
    readings.exact("zeros", f.array("zeros"), GoldenArray.vector(w.zeros()));
    readings.exact(
        "zeros_after_each_step", f.array("zeros_after_each_step"), GoldenArray.vector(zeros));
    if (f.has("zero_groups")) {
      int axis = f.part("hyper").text("by").equals("unit") ? 0 : 1;
      double[] groups = GoldenArray.vector(w.axisFirst(axis).norms()).zeros();
      readings.exact("zero_groups", f.array("zero_groups"), GoldenArray.vector(groups));
    }
  }
}
