package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.data.builtin.Correlated;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.tensor.Key;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Noise that was put in is found again. */
final class NoiseTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.1, 0.2})
  void labels_flippedAtRandom_areFoundInTheirShare(double flipped) {
    LabelNoise noise = noise(Diagnoser.of(Tables.clouds(1000, 2, flipped, 11), 7));
    // the clouds overlap by 2.3 %, of which few rows lie deep in the other cloud
    assertThat(noise.share()).isCloseTo(flipped, within(0.035));
    assertThat(noise.certain()).isBetween(flipped / 4, Math.min(noise.share(), flipped + 0.02));
  }

  @Test
  void labels_ofTenClasses_flipped_areFoundInTheirShare() {
    Dataset strokes = BuiltIn.find("strokes").orElseThrow().draw(1500, Key.of(4));
    int[] labels = strokes.labels().clone();
    for (int row = 0; row < labels.length; row += 10) {
      labels[row] = (labels[row] + 1 + row % 9) % 10;
    }
    double clean = noise(Diagnoser.of(DatasetTable.of("strokes", strokes), 7)).share();
    Dataset spoilt =
        Dataset.classification(
            strokes.inputs(),
            strokes.inputShape(),
            labels,
            IntStream.range(0, 10).mapToObj(Integer::toString).toList());
    double found = noise(Diagnoser.of(DatasetTable.of("strokes", spoilt), 7)).share();
    assertThat(found - clean).isCloseTo(0.1, within(0.05));
  }

  @Test
  void suspects_areMostlyRowsThatWereFlipped_byLine() {
    LabelNoise noise = noise(Diagnoser.of(Tables.clouds(600, 2, 0.05, 5), 7));
    assertThat(noise.suspects()).hasSize(10);
    assertThat(noise.suspects().stream().filter(s -> s.line() <= 30).count())
        .isGreaterThanOrEqualTo(8);
    assertThat(noise.suspects()).allMatch(s -> !s.given().equals(s.likely()));
    assertThat(noise.confusions()).hasSize(2);
  }

  @Test
  void labels_ofWhatInputsDoNotTell_areNotJudged() {
    Diagnosis diagnosis = Diagnoser.of(Tables.clouds(400, 2, 0.5, 8), 7); // half of each cloud
    assertThat(noise(diagnosis).guessing()).isCloseTo(0.5, within(1e-12));
    assertThat(noise(diagnosis).isTelling()).isFalse();
    assertThat(noise(Diagnoser.of(Tables.clouds(400, 2, 0.1, 8), 7)).isTelling()).isTrue();
    assertThat(Reading.of(diagnosis))
        .anyMatch(reading -> reading.text().startsWith("cannot be estimated: neighbours are"));
    assertThat(diagnosis.suggestions())
        .noneMatch(suggestion -> suggestion.reason().contains("of the labels disagree"));
  }

  @Test
  void target_linear_hasItsNoise() {
    double[] x = Tables.normals(2000, 1);
    double[] e = Tables.normals(2000, 2);
    double[] y = IntStream.range(0, 2000).mapToDouble(i -> 2 * x[i] + e[i]).toArray();
    TargetNoise noise = TargetNoise.of(features(x), y);
    assertThat(noise.linear()).isCloseTo(0.2, within(0.02)); // 1 of 4 + 1
    assertThat(noise.neighbours()).isCloseTo(0.2, within(0.03));
    assertThat(noise.atMost()).isEqualTo(Math.min(noise.linear(), noise.neighbours()));
  }

  @Test
  void target_bent_isSeenByNeighboursAlone() {
    double[] x = Tables.normals(2000, 1);
    double[] e = Tables.normals(2000, 2);
    double[] y = IntStream.range(0, 2000).mapToDouble(i -> x[i] * x[i] + e[i]).toArray();
    TargetNoise noise = TargetNoise.of(features(x), y);
    assertThat(noise.linear()).isGreaterThan(0.95);
    assertThat(noise.neighbours()).isCloseTo(1 / 3.0, within(0.04)); // 1 of 2 + 1
  }

  @Test
  void target_ofTheCorrelatedGenerator_isAQuarterNoise() {
    Diagnosis diagnosis =
        Diagnoser.of(DatasetTable.of("c", new Correlated().draw(1000, Key.of(3))), 7);
    // 225 of 901
    assertThat(diagnosis.targetNoise().orElseThrow().atMost()).isCloseTo(0.25, within(0.04));
    assertThat(diagnosis.labelNoise()).isEmpty();
  }

  @Test
  void ridge_leavingOut_isThatOfFittingAgain() {
    double[] x = {0, 1, 2, 4};
    double[] y = {1, 0, 3, 4};
    double least = Double.POSITIVE_INFINITY;
    for (double strength : new double[] {0.001, 0.01, 0.1, 1, 10}) {
      double squares = 0;
      for (int out = 0; out < 4; out++) {
        squares += Math.pow(residual(x, y, out, 4 * strength), 2);
      }
      least = Math.min(least, squares / 4);
    }
    assertThat(Ridge.leastError(features(x), y)).isCloseTo(least, within(1e-9));
  }

  @Test
  void cholesky_byHand() {
    // 2 0 / 1 2 times its transpose is 4 2 / 2 5
    assertThat(Ridge.cholesky(new double[][] {{3, 0}, {2, 4}}, 1))
        .isDeepEqualTo(new double[][] {{2}, {1, 2}});
  }

  /** Of a row, by slope and intercept of the others; the intercept is not punished. */
  private static double residual(double[] x, double[] y, int out, double strength) {
    int[] others = IntStream.range(0, x.length).filter(i -> i != out).toArray();
    double mx = IntStream.of(others).mapToDouble(i -> x[i]).average().orElseThrow();
    double my = IntStream.of(others).mapToDouble(i -> y[i]).average().orElseThrow();
    double xy = IntStream.of(others).mapToDouble(i -> (x[i] - mx) * (y[i] - my)).sum();
    double xx = IntStream.of(others).mapToDouble(i -> (x[i] - mx) * (x[i] - mx)).sum();
    return y[out] - my - xy / (xx + strength) * (x[out] - mx);
  }

  private static float[][] features(double... x) {
    return Tables.transposed(
        java.util.Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new));
  }

  private static LabelNoise noise(Diagnosis diagnosis) {
    return diagnosis.labelNoise().orElseThrow();
  }
}
