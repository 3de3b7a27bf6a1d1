package dev.bridle.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.stopping.StoppingRule.Verdict;
import dev.bridle.testing.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every stopping rule keeps to that knows a patience. */
interface StoppingLaws {
  /** The rule under test. */
  StoppingRule rule();

  /** Its numbers for a patience. */
  Map<String, Double> patience(double epochs);

  @Test
  default void judge_sameHistory_sameVerdict_whateverWasAskedBefore() {
    StoppingRule used = rule();
    List<Double> history = losses(1, 30);
    Verdict first = judge(used, history, patience(3));
    judge(used, losses(2, 17), patience(1));
    assertThat(judge(used, history, patience(3))).isEqualTo(first);
    assertThat(judge(rule(), history, patience(3))).isEqualTo(first);
  }

  @Test
  default void judge_leavesTheHistoryAlone() {
    List<Double> history = losses(1, 30);
    List<Double> before = List.copyOf(history);
    judge(rule(), history, patience(3));
    assertThat(history).isEqualTo(before);
  }

  @Test
  default void best_isTheFirstOfTheLowestLosses() {
    for (int seed = 0; seed < 50; seed++) {
      List<Double> history = losses(seed, 1 + seed);
      double lowest = history.stream().min(Double::compare).orElseThrow();
      assertThat(judge(rule(), history, patience(5)).best()).isEqualTo(history.indexOf(lowest));
    }
  }

  @Test
  default void judge_infinitePatience_neverStops() {
    for (int seed = 0; seed < 50; seed++) {
      List<Double> rising = new ArrayList<>(losses(seed, 200));
      rising.add(0, -100.0);
      assertThat(judge(rule(), rising, patience(Double.POSITIVE_INFINITY)).stop()).isFalse();
    }
  }

  @Test
  default void judge_afterOneEpoch_neverStops() {
    assertThat(judge(rule(), List.of(5.0), patience(1))).isEqualTo(new Verdict(false, 0));
  }

  @Test
  default void judge_fallingLosses_neverStops() {
    for (int epochs = 1; epochs < 100; epochs++) {
      List<Double> falling = new ArrayList<>();
      for (int epoch = 0; epoch < epochs; epoch++) {
        falling.add(1.0 / (epoch + 1));
      }
      assertThat(judge(rule(), falling, patience(1))).isEqualTo(new Verdict(false, epochs - 1));
    }
  }

  /** A more patient member stops later, if at all: never where a less patient one goes on. */
  @Test
  default void judge_morePatience_stopsNoSooner() {
    for (int seed = 0; seed < 50; seed++) {
      List<Double> history = losses(seed, 20);
      for (int patience = 1; patience < 20; patience++) {
        if (judge(rule(), history, patience(patience + 1)).stop()) {
          assertThat(judge(rule(), history, patience(patience)).stop()).isTrue();
        }
      }
    }
  }

  private static Verdict judge(
      StoppingRule rule, List<Double> validation, Map<String, Double> numbers) {
    return rule.judge(new Losses(losses(3, validation.size()), validation), numbers);
  }

  private static List<Double> losses(long seed, int epochs) {
    return Arrays.stream(Draw.of(seed).uniform(epochs, 0, 1))
        .boxed()
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
