package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class HolmTest {
  @Test
  void adjust_fiftyValues_asR() {
    JsonNode golden = Golden.file("holm.json");
    double[] p = array(Golden.numbers(golden.get("p")));
    double[] expected = array(Golden.numbers(golden.get("adjusted")));
    double[] adjusted = Holm.adjust(p);
    assertThat(adjusted).hasSize(50);
    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isCloseTo(expected[i], within(1e-6 * expected[i]));
    }
  }

  @Test
  void adjust_threeValues_byHand() {
    // rising: 0.01 * 3, 0.02 * 2, 0.03 * 1 -> 0.03, 0.04, and the last may not fall below 0.04
    assertThat(Holm.adjust(0.03, 0.01, 0.02))
        .containsExactly(new double[] {0.04, 0.03, 0.04}, within(1e-15));
  }

  @Test
  void adjust_morePlannedThanGiven_countsThePlan() {
    assertThat(Holm.adjust(new double[] {0.01, 0.02}, 5))
        .containsExactly(new double[] {0.05, 0.08}, within(1e-15));
  }

  @Test
  void adjust_nan_staysAndStillCounts() {
    double[] adjusted = Holm.adjust(0.01, Double.NaN, 0.02);
    assertThat(adjusted[1]).isNaN();
    assertThat(adjusted[0]).isCloseTo(0.03, within(1e-15));
    assertThat(adjusted[2]).isCloseTo(0.04, within(1e-15));
  }

  @RepeatedTest(20)
  void adjust_random_isAtLeastRawMonotoneAndAtMostOne(RepetitionInfo repetition) {
    RandomStream stream = Key.of(21).at(repetition.getCurrentRepetition()).stream();
    double[] p = new double[1 + stream.nextInt(12)];
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.rint(20 * stream.nextDouble() * stream.nextDouble()) / 20;
    }
    double[] adjusted = Holm.adjust(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isBetween(p[i], 1.0);
      for (int j = 0; j < p.length; j++) {
        if (p[i] <= p[j]) {
          assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
        }
      }
    }
  }

  @RepeatedTest(20)
  void adjust_belowAlpha_isWhatTheStepsReject(RepetitionInfo repetition) {
    RandomStream stream = Key.of(22).at(repetition.getCurrentRepetition()).stream();
    double[] p = new double[6];
    for (int i = 0; i < p.length; i++) {
      p[i] = 0.1 * stream.nextDouble() * stream.nextDouble();
    }
    double[] rising = p.clone();
    Arrays.sort(rising);
    int rejected = 0;
    while (rejected < 6 && rising[rejected] < 0.05 / (6 - rejected)) {
      rejected++;
    }
    assertThat(Arrays.stream(Holm.adjust(p)).filter(q -> q < 0.05).count()).isEqualTo(rejected);
  }

  @Test
  void adjust_none_isNone() {
    assertThat(Holm.adjust()).isEmpty();
  }

  @Test
  void adjust_aboveOne_isRefused() {
    assertThatThrownBy(() -> Holm.adjust(0.5, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("p[1] = 1.5: expected a number in [0, 1], or NaN");
  }

  @Test
  void adjust_fewerPlannedThanGiven_isRefused() {
    assertThatThrownBy(() -> Holm.adjust(new double[] {0.1, 0.2}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("comparisons = 1: expected a whole number >= 2");
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
