package dev.bridle.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Generator;
import dev.bridle.data.builtin.SineSequence;
import dev.bridle.data.builtin.Words;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.source.GeneratorSource;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.study.statistics.Claim;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Studies of networks that are made for rows with a shape. */
final class StudyShapesTest {
  /** 4 gates of 1 + 5 inputs and a bias, for 5 units; 3 classes. */
  @Test
  void series_areReadStepByStep() {
    Study study = study(new SineSequence(), "lstm(5)");
    assertThat(study.parameters()).isEqualTo(4 * 5 * (1 + 5 + 1) + 3 * (5 + 1));
    assertThat(study.run().results()).hasSize(4).allSatisfy((unit, result) -> trained(result));
  }

  /** 32 rows of 3 numbers; 4 gates of 3 + 5 inputs; 2 classes. */
  @Test
  void ids_areLookedUp() {
    Study study = study(new Words(), "embedding(32, 3), lstm(5)");
    assertThat(study.parameters()).isEqualTo(32 * 3 + 4 * 5 * (3 + 5 + 1) + 2 * (5 + 1));
    assertThat(study.run().results()).hasSize(4).allSatisfy((unit, result) -> trained(result));
  }

  /** A dense layer on all states of a sequence has weights, and memory, for 32 steps of time. */
  @Test
  void memory_isPlannedForTheShape() {
    Study last = study(new SineSequence(), "lstm(8), dense(5000) relu");
    Study all = study(new SineSequence(), "lstm(8, sequence), dense(5000) relu");
    long weights = 5000L * 8 * 31;
    assertThat(all.parameters() - last.parameters()).isEqualTo((int) weights);
    assertThat(all.load().members()).isEqualTo(1);
    assertThat(all.load().bytes()).isGreaterThan(weights * Float.BYTES);
  }

  private static void trained(UnitResult result) {
    assertThat(result.diverged()).isFalse();
    assertThat(result.score("accuracy")).isBetween(0.2, 1.0);
  }

  private static Study study(Generator data, String network) {
    ReplicateSource source = new GeneratorSource(data);
    StudyPlan plan =
        new StudyPlan(
            source.fingerprint(),
            Architecture.parse(network).withOutputs(source.task().outputs()),
            Recipe.parseAll("none; l2(1e-3)"),
            TrainingPlan.parse("adam(0.01), updates 20"),
            2,
            0,
            Metric.ACCURACY,
            OptionalDouble.empty(),
            Claim.FRESH,
            3);
    return new Study(plan, source, UnitStore.inMemory(), StudyListener.NONE, 1);
  }
}
