package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SubjectTest {
  private static final Workload TINY = Workload.named("tiny");

  @Test
  void train_tellsEachUpdateOfAllMembers() {
    Subject subject = new Subject(TINY, "adam(1e-3)", Samples.whole(TINY, 3), 1);
    List<List<Integer>> told = new ArrayList<>();
    subject.train(2, (step, updates, present) -> told.add(List.of(step, updates, present)));
    assertThat(told).containsExactly(List.of(1, 2, 3), List.of(2, 2, 3));
  }

  @Test
  void train_membersOfSeveralReplicates_areTrainedTogether() {
    Subject subject = new Subject(TINY, "momentum(0.01)", Samples.whole(TINY, 3), 2);
    List<Integer> told = new ArrayList<>();
    subject.train(1, (step, updates, present) -> told.add(present));
    assertThat(told).containsExactly(3);
  }

  @Test
  void train_divergence_isAnError() {
    Subject subject = new Subject(TINY, "sgd(1e30)", Samples.none(2), 1);
    assertThatThrownBy(() -> subject.train(subject.stepsPerEpoch() + 1, TrainingListener.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("tiny, sgd(1e30), none: 2 of 2 networks diverged");
  }

  @Test
  void nanosPerStep_ofATraining_isPositive() {
    assertThat(new Subject(TINY, "sgd(0.01)", Samples.none(1), 1).nanosPerStep(4)).isPositive();
  }

  @Test
  void subject_withoutMembers_isRefused() {
    assertThatThrownBy(() -> new Subject(TINY, "sgd(0.01)", List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("members, replicates = 0, 1: expected at least 1 of each");
  }
}
