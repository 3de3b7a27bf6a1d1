package dev.bridle.study.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.builtin.Friedman;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.source.GeneratorSource;
import dev.bridle.train.Load;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PathRunnerTest {
  private static final GeneratorSource SOURCE = new GeneratorSource(new Friedman());
  private static final String STRONG = "l1(1e-2, 1e-1, 1, 100)";

  @Test
  void strongStrengths_leaveFewerAndFewerWeights_andInTheEndNone() {
    RegularizationPath path = run(STRONG, "adam(0.01), batch 50, updates 200", 2, load(4, 1));
    List<PathPoint> points = path.points();
    for (int layer = 0; layer < 2; layer++) {
      for (int i = 1; i < points.size(); i++) {
        assertThat(points.get(i).layers().get(layer).share())
            .isGreaterThanOrEqualTo(points.get(i - 1).layers().get(layer).share());
        assertThat(points.get(i).layers().get(layer).norm())
            .isLessThanOrEqualTo(points.get(i - 1).layers().get(layer).norm());
      }
    }
    PathPoint last = points.get(3);
    assertThat(points.get(0).layers().get(0).share()).isBetween(0.01, 0.99);
    assertThat(points.get(0).inputs()).isEqualTo(10);
    assertThat(points.get(0).alive()).isGreaterThanOrEqualTo(5);
    assertThat(last.alive()).isZero();
    assertThat(last.layers()).containsExactly(none("dense1", 80), none("dense2", 8));
    assertThat(path.layers()).containsExactly("dense1", "dense2");
    assertThat(path.marks().orElseThrow().best()).isZero();
  }

  @Test
  void path_isTheSame_whateverThePopulationsAndThreads() {
    String plan = "adam(0.01), batch 50, updates 30";
    RegularizationPath one = run("dropout(0.1) + l1(1e-4..1/6)", plan, 3, load(18, 1));
    RegularizationPath other = run("dropout(0.1) + l1(1e-4..1/6)", plan, 3, load(4, 3));
    assertThat(other).isEqualTo(one);
    assertThat(one.points()).hasSize(6);
    assertThat(one.points().get(0).scores()).hasSize(3).doesNotHaveDuplicates();
  }

  /** At strength 0 a penalty is absent, so that the reference is the same. */
  @Test
  void reference_isTheRecipeWithoutTheTerm_onTheSameReplicates() {
    String plan = "adam(0.01), batch 50, updates 20";
    RegularizationPath path = run("dropout(0.2) + l1(0, 1e-1)", plan, 2, load(4, 2));
    PathPoint reference = path.reference();
    assertThat(reference.recipe()).isEqualTo("dropout(0.2)");
    assertThat(reference.strength()).isNaN();
    assertThat(reference.scores()).isEqualTo(path.points().get(0).scores());
    assertThat(reference.layers()).isEqualTo(path.points().get(0).layers());
    assertThat(reference.parameters()).isEqualTo(10 * 8 + 8 + 8 + 1);
  }

  /** What was chosen is trained on rows for stopping too, and scored where nothing was chosen. */
  @Test
  void refitted_isTheStrongestTie_onHeldOutRows() {
    String plan = "adam(0.01), batch 50, updates 60";
    RegularizationPath path = run("l1(1e-4, 1e-3, 100)", plan, 2, load(4, 1));
    Refitted refitted = Refitted.of(path, SOURCE).orElseThrow();
    String chosen = path.points().get(path.marks().orElseThrow().strongest()).recipe();
    assertThat(refitted.recipe()).isEqualTo(chosen).isNotEqualTo("l1(100)");
    assertThat(refitted.network().compiled().recipe()).hasToString(chosen);
    assertThat(refitted.rows()).isEqualTo(SOURCE.shape().test());
    assertThat(refitted.test().orElseThrow().mean()).isPositive();
    assertThat(refitted.reference()).isNotEqualTo(refitted.test());
    assertThat(Refitted.of(path, SOURCE).orElseThrow().test()).isEqualTo(refitted.test());
    RegularizationPath failed = run("l1(1e-6, 1e-5)", "momentum(1e6), updates 40", 1, load(4, 1));
    assertThat(Refitted.of(failed, SOURCE)).isEmpty();
  }

  @Test
  void replicates_areTheSameForAllStrengths() {
    String plan = "adam(0.01), batch 50, updates 20";
    List<PathPoint> points = run("l1(0, 1e-30)", plan, 2, load(4, 1)).points();
    assertThat(points.get(0).scores()).isEqualTo(points.get(1).scores());
  }

  @Test
  void progress_isToldOfAllUpdates() {
    AtomicLong updates = new AtomicLong();
    PathPlan plan = plan("l1(1e-4, 1e-3)", "adam(0.01), batch 50, updates 20", 3);
    PathRunner.run(plan, SOURCE, load(2, 2), updates::addAndGet);
    assertThat(updates).hasValue((2 + 1) * 3 * 20);
  }

  @Test
  void divergedTrainings_areCounted_andHaveNoMarks() {
    RegularizationPath path = run("l1(1e-6, 1e-5)", "momentum(1e6), updates 40", 2, load(4, 1));
    assertThat(path.failed()).isEqualTo(6);
    assertThat(path.marks()).isEmpty();
    assertThat(path.layers()).isEmpty();
    assertThat(path.points().get(0).validation()).isEmpty();
  }

  private static LayerState none(String layer, int weights) {
    return new LayerState(layer, weights, weights, 0);
  }

  private static Load load(int members, int workers) {
    return new Load(members, workers, 0);
  }

  private static RegularizationPath run(String recipe, String plan, int replicates, Load load) {
    return PathRunner.run(plan(recipe, plan, replicates), SOURCE, load, updates -> {});
  }

  private static PathPlan plan(String recipe, String plan, int replicates) {
    return new PathPlan(
        Architecture.parse("dense(8) relu").withOutputs(1),
        Sweep.of(Recipe.parse(recipe)),
        TrainingPlan.parse(plan),
        replicates,
        Metric.RMSE,
        7);
  }
}
