package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Native objects are freed when they should be, not when the garbage collector feels like it. */
final class MemoryTest {
  private static final String ALL =
      "input-noise(0.1) + batch-norm + dropout(0.3) + elastic-net(l1=1e-4, l2=1e-4)"
          + " + weight-decay(1e-3) + max-norm(2x-init, bias=rescaled, momentum=tangent)"
          + " + early-stopping(inf)";

  /** What earlier tests have left to the garbage collector must not go while this one counts. */
  @BeforeEach
  void collectWhatOthersLeft() throws InterruptedException {
    long before = Long.MAX_VALUE;
    while (Pointer.totalCount() < before) {
      before = Pointer.totalCount();
      for (int i = 0; i < 3; i++) {
        System.gc();
        Thread.sleep(30); // references are queued by another thread
        Pointer.deallocateReferences();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam(1e-3)", "momentum(0.01)", "nesterov(0.01)", "sgd(0.01)"})
  void twoThousandSteps_leaveTheCountOfNativeObjectsWhereItWas(String rule) {
    // 60 rows in batches of 13: 4 steps an epoch, so that counts are taken at the same place of an
    // epoch
    TrainingPlan plan = TrainingPlan.parse(rule + ", batch 13, updates 2200");
    List<Member> members =
        List.of(
            new Member(Recipe.parse(ALL), plan, Arms.replicate(0)),
            new Member(Recipe.parse(ALL), plan, Arms.replicate(1)));
    List<Long> counts = new ArrayList<>();
    Trainer.train(
        Arms.NETWORK,
        members,
        Precision.FLOAT32,
        (step, updates, present) -> {
          if (step == 200 || step == 2200) {
            counts.add(Pointer.totalCount());
          }
        });
    assertThat(counts).hasSize(2);
    assertThat(counts.get(1)).isEqualTo(counts.get(0));
  }

  /** Images, series and texts: layers with shapes keep what they need, and no more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "images: filters",
        "images: normalised by channel",
        "drop-block",
        "stochastic-depth",
        "images: smooth kernels under a Gaussian",
        "series: steps normalised, masks and zones inside",
        "texts: rows of a table"
      })
  void stepsOfLayersWithShapes_leaveTheCountOfNativeObjectsWhereItWas(String name) {
    TrainingPlan plan = TrainingPlan.parse("adam(1e-3), batch 13, updates 220");
    Replicate replicate = Arms.replicate(name, 0);
    List<Member> members =
        Arms.recipes(name).stream().map(recipe -> new Member(recipe, plan, replicate)).toList();
    List<Long> counts = new ArrayList<>();
    Trainer.train(
        Arms.network(replicate.split().train().inputShape()),
        members,
        Precision.FLOAT32,
        (step, updates, present) -> {
          if (step == 20 || step == 220) {
            counts.add(Pointer.totalCount());
          }
        });
    assertThat(counts).hasSize(2);
    assertThat(counts.get(1)).isEqualTo(counts.get(0));
  }

  @Test
  void wholeTrainings_leaveTheCountOfNativeObjectsWhereItWas() {
    TrainingPlan plan = TrainingPlan.parse("adam(1e-3), batch 13, updates 9");
    List<Member> members =
        List.of(
            new Member(Recipe.parse("dropout(0.5) + early-stopping(1)"), plan, Arms.replicate(0)),
            new Member(Recipe.parse("dropout(0.1) + early-stopping(2)"), plan, Arms.replicate(1)));
    Arms.train(members);
    long before = Pointer.totalCount();
    for (int i = 0; i < 5; i++) {
      Arms.train(members);
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }
}
