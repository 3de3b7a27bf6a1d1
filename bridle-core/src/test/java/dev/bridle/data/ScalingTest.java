package dev.bridle.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScalingTest {
  /** Columns 1, 3 (mean 2, deviation 1) and 10, 30 (mean 20, deviation 10); targets 100, 300. */
  private static final Dataset TRAIN =
      Dataset.regression(
          new float[] {1, 10, 3, 30}, new int[] {2}, new float[] {100, 300}, List.of("y"));

  @Test
  void fit_isMeanAndDeviationOfEachColumn() {
    Scaling scaling = Scaling.fit(TRAIN);
    assertThat(scaling.mean()).containsExactly(2, 20);
    assertThat(scaling.deviation()).containsExactly(1, 10); // divided by N
    assertThat(scaling.targetMean()).containsExactly(200);
    assertThat(scaling.targetDeviation()).containsExactly(100);
    assertThat(scaling.isClipped()).isTrue();
  }

  @Test
  void inputs_areStandardised_inAnArrayOfTheirOwn() {
    float[] raw = {4, 5, 2, 20};
    assertThat(Scaling.fit(TRAIN).inputs(raw)).containsExactly(2, -1.5f, 0, 0);
    assertThat(raw).containsExactly(4, 5, 2, 20);
  }

  @Test
  void inputs_farAway_areClippedAt10Deviations() {
    assertThat(Scaling.fit(TRAIN).inputs(new float[] {1e9f, -1e9f})).containsExactly(10, -10);
    assertThat(Scaling.fit(TRAIN).inputs(new float[] {Float.POSITIVE_INFINITY, 20}))
        .containsExactly(10, 0);
  }

  @Test
  void inputs_notANumber_staysNotANumber() {
    assertThat(Scaling.fit(TRAIN).inputs(new float[] {Float.NaN, 20}))
        .containsExactly(Float.NaN, 0);
  }

  @Test
  void targets_areStandardised_andRestored() {
    Scaling scaling = Scaling.fit(TRAIN);
    assertThat(scaling.targets(new float[] {100, 350})).containsExactly(-1, 1.5f);
    double[] outputs = {-1, 1.5};
    scaling.restore(outputs);
    assertThat(outputs).containsExactly(100, 350);
  }

  @Test
  void targets_farAway_areNotClipped() {
    assertThat(Scaling.fit(TRAIN).targets(new float[] {100_200})).containsExactly(1000);
  }

  @Test
  void fit_constantColumn_isOnlyShifted() {
    Dataset constant = column(0.1f, 0.1f, 0.1f);
    Scaling scaling = Scaling.fit(constant);
    assertThat(scaling.deviation()).containsExactly(1);
    assertThat(scaling.inputs(new float[] {0.1f, 0.6f})).containsExactly(0, 0.5f);
  }

  /** A deviation that is no single-precision number any more counts as none. */
  @Test
  void fit_columnThatHardlyVaries_givesNumbers() {
    float[] scaled = Scaling.fit(column(0, 0, 0, 0, Float.MIN_VALUE)).inputs(new float[] {0, 1});
    assertThat(scaled).doesNotContain(Float.NaN).doesNotContain(Float.POSITIVE_INFINITY);
  }

  /** Sums of squares would not fit into single precision. */
  @Test
  void fit_hugeNumbers_areNoProblem() {
    Scaling scaling = Scaling.fit(column(-3e38f, 3e38f));
    assertThat(scaling.inputs(new float[] {3e38f, 0})).containsExactly(1, 0);
  }

  @Test
  void fit_classification_hasNoTargets() {
    Dataset classes =
        Dataset.classification(
            new float[] {1, 3}, new int[] {1}, new int[] {0, 1}, List.of("a", "b"));
    assertThat(Scaling.fit(classes).targetMean()).isEmpty();
    assertThat(Scaling.ofTargets(classes).targetDeviation()).isEmpty();
  }

  @Test
  void ofTargets_leavesInputsAsTheyAre_andScalesTargets() {
    Scaling prepared = Scaling.ofTargets(TRAIN);
    assertThat(prepared.inputs(new float[] {1e9f, -7})).containsExactly(1e9f, -7);
    assertThat(prepared.isClipped()).isFalse();
    assertThat(prepared.targets(new float[] {100, 350})).containsExactly(-1, 1.5f);
  }

  @Test
  void of_numbersOfAModel_scalesAsTheOriginal() {
    Scaling fitted = Scaling.fit(TRAIN);
    Scaling read =
        Scaling.of(
            fitted.mean(),
            fitted.deviation(),
            fitted.targetMean(),
            fitted.targetDeviation(),
            fitted.isClipped());
    float[] raw = {4, 5, 1e9f, 20};
    assertThat(read.inputs(raw)).isEqualTo(fitted.inputs(raw));
  }

  private static Dataset column(float... values) {
    return Dataset.regression(values, new int[] {1}, new float[values.length], List.of("y"));
  }
}
