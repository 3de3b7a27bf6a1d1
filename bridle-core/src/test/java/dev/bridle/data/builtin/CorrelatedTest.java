package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CorrelatedTest implements GeneratorLaws {
  private static final int ROWS = 5000;

  private static final Dataset DATA = new Correlated().draw(ROWS, Key.of(1));

  @Override
  public Generator generator() {
    return new Correlated();
  }

  @Override
  public long expectedFingerprint() {
    return 0xF540C511C7319409L;
  }

  @Test
  void mean_ofOnes_isThreeTimesFifteen() {
    double[] ones = new double[40];
    Arrays.fill(ones, 1);
    assertThat(Correlated.mean(ones)).isEqualTo(45);
  }

  @Test
  void mean_last25Inputs_doNotMatter() {
    double[] x = new double[40];
    Arrays.fill(x, 15, 40, 7);
    assertThat(Correlated.mean(x)).isZero();
    x[14] = 1;
    assertThat(Correlated.mean(x)).isEqualTo(3);
  }

  @Test
  void mean_wrongNumberOfInputs_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Correlated.mean(1, 2))
        .withMessage("x: 2 numbers, expected 40");
  }

  /** Within a group 1 / 1.01; between groups, and of useless inputs, none. */
  @Test
  void draw_correlations_showThreeGroups() {
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < i; j++) {
        boolean together = i < 15 && i / 5 == j / 5;
        double correlation = Sample.input(DATA, i).correlation(Sample.input(DATA, j));
        assertThat(correlation).isCloseTo(together ? 1 / 1.01 : 0, within(together ? 0.002 : 0.07));
      }
    }
  }

  @Test
  void draw_noise_hasStandardDeviation15() {
    Sample noise =
        Sample.of(
            IntStream.range(0, ROWS)
                .mapToDouble(row -> DATA.values()[row] - Correlated.mean(Sample.row(DATA, row)))
                .toArray());
    assertThat(noise.mean()).isCloseTo(0, within(0.9));
    assertThat(noise.variance()).isCloseTo(225, within(18.0));
  }

  /** 9 * 3 * (25 + 0.05) + 225. */
  @Test
  void draw_targetVariance_isAsDocumented() {
    assertThat(Sample.of(DATA.values()).variance()).isCloseTo(901.35, within(72.0));
  }
}
