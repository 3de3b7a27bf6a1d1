package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.testing.Draw;
import org.junit.jupiter.api.Test;

final class AreaUnderCurveTest {
  /** Of four pairs of a second and a first class, three are in order. */
  @Test
  void of_isTheShareOfPairsInOrder() {
    assertThat(ofSecond(Truth.classes(2, 0, 0, 1, 1), 0.1, 0.4, 0.35, 0.8)).isEqualTo(0.75);
  }

  @Test
  void of_ties_countHalf() {
    assertThat(ofSecond(Truth.classes(2, 0, 1), 0.5, 0.5)).isEqualTo(0.5);
    assertThat(ofSecond(Truth.classes(2, 0, 0, 1), 0.5, 0.1, 0.5)).isEqualTo(0.75);
  }

  @Test
  void of_allInOrder_is1_allReversed_is0() {
    assertThat(ofSecond(Truth.classes(2, 1, 0, 1), 0.9, 0.2, 0.8)).isEqualTo(1);
    assertThat(ofSecond(Truth.classes(2, 1, 0, 1), 0.1, 0.2, 0.05)).isZero();
  }

  /** Pair by pair, on drawn numbers with ties. */
  @Test
  void of_manyRows_isTheCountOfPairs() {
    int[] labels = new int[60];
    double[] second = new double[60];
    double[] drawn = Draw.of(1).uniform(60, 0, 10);
    double wins = 0;
    double pairs = 0;
    for (int i = 0; i < 60; i++) {
      labels[i] = i % 3 == 0 ? 1 : 0;
      second[i] = Math.floor(drawn[i]) / 10;
    }
    for (int i = 0; i < 60; i += 3) {
      for (int j = 0; j < 60; j++) {
        if (labels[j] == 0) {
          pairs++;
          wins += second[i] > second[j] ? 1 : second[i] == second[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(ofSecond(Truth.classes(2, labels), second)).isCloseTo(wins / pairs, within(1e-14));
  }

  @Test
  void of_oneClassOnly_is0_5() {
    assertThat(ofSecond(Truth.classes(2, 1, 1), 0.2, 0.4)).isEqualTo(0.5);
  }

  @Test
  void of_notANumber_staysNotANumber() {
    assertThat(ofSecond(Truth.classes(2, 0, 1), 0.2, Double.NaN)).isNaN();
  }

  private static double ofSecond(Dataset truth, double... probabilities) {
    double[] both = new double[2 * probabilities.length];
    for (int i = 0; i < probabilities.length; i++) {
      both[2 * i] = 1 - probabilities[i];
      both[2 * i + 1] = probabilities[i];
    }
    return of(truth, both);
  }

  @Test
  void name_andDirection() {
    assertThat(Metric.AUC.name()).isEqualTo("auc");
    assertThat(Metric.AUC.higherIsBetter()).isTrue();
  }

  private static double of(Dataset truth, double... predicted) {
    return Metric.AUC.of(new Predictions(truth.task(), predicted), truth);
  }
}
