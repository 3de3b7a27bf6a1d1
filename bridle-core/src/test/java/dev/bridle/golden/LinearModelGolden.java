package dev.bridle.golden;

import dev.bridle.architecture.Architecture;
import dev.bridle.optimizer.Momentum;
import dev.bridle.penalty.L1;
import dev.bridle.penalty.Solver;
import dev.bridle.population.Weight;
import dev.bridle.recipe.Numbers;
import dev.bridle.tensor.PerMember;
import dev.bridle.train.GivenTraining;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.bytedeco.pytorch.Tensor;

/**
 * Linear models trained to the end, with the file's strengths in our terms.
 *
 * <p>The file adds penalties to the sum of squares over n rows, and its columns of X have sum of
 * squares 1. We add them to the mean of squares, and standardised inputs have variance 1. With \(
 * X' = \sqrt n X \) and \( b' = b / \sqrt n \), \( \frac1n \|y - X'b'\|^2 + l_2 \|b'\|^2 +
 * \frac{l_1}{\sqrt n} \|b'\|_1 \) is one n-th of the file's objective: l2 is the same, l1 is
 * divided by \( \sqrt n \), coefficients are multiplied by it.
 */
final class LinearModelGolden implements Topic {
  private static final int UPDATES = 1000;
  private static final double RATE = 0.1;

  @Override
  public String file() {
    return "linear_models.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return true;
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    if (c.name().equals("soft_threshold")) {
      threshold(f, company, readings);
    } else if (c.name().equals("lasso_solution")) {
      lasso(f, company, readings);
    } else if (c.name().equals("ridge")) {
      standardized(c, "coefficients", false, company, readings);
    } else {
      standardized(c, "naive", false, company, readings);
      standardized(c, "corrected", true, company, readings);
    }
  }

  /**
   * The recipe of a ridge or elastic-net case.
   *
   * @param unit by what l1 is divided
   * @param share what a member has of the strengths
   */
  static String recipe(Fields f, boolean corrected, double unit, double share) {
    String l2 = Numbers.print(f.number("l2") * share);
    if (!f.has("l1")) {
      return "l2(" + l2 + ")";
    }
    String l1 = Numbers.print(f.number("l1") / unit * share);
    return "elastic-net(l1=" + l1 + ", l2=" + l2 + ", corrected=" + corrected + ")";
  }

  private static void standardized(
      GoldenCase c, String key, boolean corrected, Company company, Readings readings) {
    Fields f = c.fields();
    double root = Math.sqrt(f.array("y").size());
    GoldenArray x = f.array("X").map(v -> v * root);
    Fit fit = fit(x, f.array("y"), share -> recipe(f, corrected, root, share), company);
    readings.nearWithZeros(key, f.array(key), fit.coefficients.map(v -> v * root));
    if (f.has("zeros")) {
      readings.exact(
          key + " zeros", f.array("zeros"), GoldenArray.vector(fit.coefficients.zeros()));
      readings.near("objective_naive", f.number("objective_naive"), fit.objective * root * root);
    }
    TrainedLinearModel.check(c, key, corrected, company.precision(), readings);
  }

  /** On inputs as they are, without an intercept: an l1 that no bias stands up to keeps it at 0. */
  private static void lasso(Fields f, Company company, Readings readings) {
    double l1 = 2 * f.number("lambda"); // the file halves the mean of squares, we do not
    DoubleFunction<String> recipe = share -> "l1(" + Numbers.print(l1 * share) + ") + l1(1e9)@bias";
    Fit fit = fit(f.array("X"), f.array("y"), recipe, company);
    readings.nearWithZeros("coefficients", f.array("coefficients"), fit.coefficients);
    readings.exact("zeros", f.array("zeros"), GoldenArray.vector(fit.coefficients.zeros()));
  }

  private static void threshold(Fields f, Company company, Readings readings) {
    Weight weight = Weight.kernel(company.tensor(f.array("v")));
    Tensor pull = PerMember.same(1, company.members()).tensor(company.precision(), 2);
    new L1(Solver.PROXIMAL)
        .shrink(weight, pull, company.strengths(Map.of("lambda", f.number("t"))));
    readings.nearWithZeros("expected", f.array("expected"), company.ours(weight.value()));
  }

  /** What a training came to: ours, {@code [F]}, and loss plus penalties before the correction. */
  private record Fit(GoldenArray coefficients, double objective) {}

  private static Fit fit(
      GoldenArray x, GoldenArray y, DoubleFunction<String> recipe, Company company) {
    int rows = (int) x.shape()[0];
    int features = (int) x.shape()[1];
    Tensor inputs = company.shared(x);
    Tensor targets = company.shared(y.reshaped(rows, 1));
    try (GivenTraining training =
        new GivenTraining(
            Architecture.parse("none"),
            company.recipes(recipe),
            new Momentum(0.9),
            company.strength(RATE),
            List.of(features, 1, rows),
            company.precision())) {
      for (int t = 0; t < UPDATES; t++) {
        training.step(inputs, targets);
      }
      double loss = company.ours(training.backward(inputs, targets));
      double penalties = company.ours(training.penalties());
      training.finish();
      Tensor kernel = training.population().weight("dense1.kernel").value();
      return new Fit(company.ours(kernel).reshaped(features), loss + penalties);
    }
  }
}
