package dev.bridle.study.report;

import dev.bridle.architecture.Architecture;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.path.Average;
import dev.bridle.study.path.LayerState;
import dev.bridle.study.path.Marks;
import dev.bridle.study.path.PathPlan;
import dev.bridle.study.path.PathPoint;
import dev.bridle.study.path.RegularizationPath;
import dev.bridle.study.path.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths for the tests of their page. */
final class SamplePaths {
  private SamplePaths() {}

  /** Accuracy that rises, then falls to that of guessing; three layers that empty one by one. */
  static RegularizationPath classification() {
    PathPlan plan = plan("l1(1e-6..1e-1/21)", Metric.ACCURACY);
    List<PathPoint> points = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      double score = i > 18 ? 0.5 : 0.86 - 0.0007 * (i - 12) * (i - 12);
      double train = i > 18 ? 0.5 : Math.min(1, 1.3 - 0.025 * i);
      points.add(
          point(
              plan.sweep().steps().get(i), score, train, Math.max(0, Math.min(1, i / 15.0 - 0.2))));
    }
    return new RegularizationPath(
        "sonar.csv", plan, reference(0.8), points, Optional.of(new Marks(12, 15, 8, false)));
  }

  /** A limit, which is weak if large; the second of its strengths diverged. */
  static RegularizationPath limit() {
    PathPlan plan = plan("max-norm(1, 2, 4, 8)", Metric.RMSE);
    List<PathPoint> points = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      points.add(point(plan.sweep().steps().get(i), 60 - 3 * i, 20 + 10 * i, 0));
    }
    points.set(1, failed(plan.sweep().steps().get(1)));
    return new RegularizationPath(
        "diabetes.csv", plan, reference(70), points, Optional.of(new Marks(3, 3, 3, true)));
  }

  /** A path of which nothing is left. */
  static RegularizationPath failed() {
    PathPlan plan = plan("l1(1e-6, 1e-5)", Metric.RMSE);
    return new RegularizationPath(
        "x",
        plan,
        failed(new Sweep.Step(Recipe.none(), Double.NaN)),
        plan.sweep().steps().stream().map(SamplePaths::failed).toList(),
        Optional.empty());
  }

  private static PathPlan plan(String recipe, Metric metric) {
    return new PathPlan(
        Architecture.parse("dense(8) relu, dense(8) relu").withOutputs(2),
        Sweep.of(Recipe.parse(recipe)),
        TrainingPlan.DEFAULT,
        3,
        metric,
        7);
  }

  /** Without anything: all of the training rows, and less of the others. */
  private static PathPoint reference(double score) {
    return point(new Sweep.Step(Recipe.none(), Double.NaN), score, 1, 0);
  }

  private static PathPoint point(Sweep.Step step, double score, double train, double zeros) {
    return new PathPoint(
        step.recipe().toString(),
        step.strength(),
        List.of(score, score, score),
        Optional.of(new Average(score, score / 60)),
        Optional.of(new Average(train, train / 100)),
        List.of(
            new LayerState("dense1", 80, 80 * zeros, 9 * (1 - zeros)),
            new LayerState("dense2", 64, 64 * zeros * zeros, 6 * (1 - zeros)),
            new LayerState("dense3", 16, 16 * zeros * zeros * zeros, 3 - 2 * zeros)),
        10,
        Math.ceil(10 * (1 - zeros)),
        Math.ceil(178 * (1 - zeros)));
  }

  private static PathPoint failed(Sweep.Step step) {
    return new PathPoint(
        step.recipe().toString(),
        step.strength(),
        List.of(Double.NaN, Double.NaN, Double.NaN),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        0,
        0);
  }
}
