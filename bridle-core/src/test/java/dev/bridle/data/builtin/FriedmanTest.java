package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.Task;
import dev.bridle.tensor.Key;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FriedmanTest implements GeneratorLaws {
  private static final int ROWS = 10_000;

  private static final Dataset DATA = new Friedman().draw(ROWS, Key.of(1));

  @Override
  public Generator generator() {
    return new Friedman();
  }

  @Override
  public long expectedFingerprint() {
    return 0x7D201DEDB5101FBDL;
  }

  /** 10 sin(pi / 2) + 20 * 0 + 10 * 0.2 + 5 * 0.4 = 10 + 0 + 2 + 2. */
  @Test
  void mean_atAKnownPoint_isFourteen() {
    assertThat(Friedman.mean(0.5, 1, 0.5, 0.2, 0.4, 0, 0, 0, 0, 0)).isEqualTo(14);
  }

  /** 10 sin(0) + 20 * 0.25 + 0 + 0. */
  @Test
  void mean_atTheOrigin_isFive() {
    assertThat(Friedman.mean(new double[10])).isEqualTo(5);
  }

  @Test
  void mean_lastFiveInputs_doNotMatter() {
    assertThat(Friedman.mean(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1))
        .isEqualTo(Friedman.mean(0.1, 0.2, 0.3, 0.4, 0.5, 0, 0, 0, 0, 0));
  }

  @Test
  void mean_wrongNumberOfInputs_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Friedman.mean(0.5, 1, 0.5))
        .withMessage("x: 3 numbers, expected 10");
  }

  @Test
  void draw_rows_areTenInputsAndOneTarget() {
    assertThat(DATA.featureNames()).hasSize(10).startsWith("x1").endsWith("x10");
    assertThat(DATA.task()).isEqualTo(new Task.Regression(List.of("y")));
  }

  @Test
  void draw_noise_isStandardNormal() {
    Sample noise =
        Sample.of(
            IntStream.range(0, ROWS)
                .mapToDouble(row -> DATA.values()[row] - Friedman.mean(Sample.row(DATA, row)))
                .toArray());
    assertThat(noise.mean()).isCloseTo(0, within(0.04));
    assertThat(noise.variance()).isCloseTo(1, within(0.06));
    assertThat(noise.correlation(Sample.of(DATA.values()))).isCloseTo(0.2, within(0.04));
  }

  /** Of a uniform number: mean 1/2, variance 1/12. */
  @Test
  void draw_inputs_areUniformAndIndependent() {
    for (int column = 0; column < 10; column++) {
      Sample input = Sample.input(DATA, column);
      assertThat(input.min()).isBetween(0.0, 0.01);
      assertThat(input.max()).isBetween(0.99, 1.0);
      assertThat(input.mean()).isCloseTo(0.5, within(0.012));
      assertThat(input.variance()).isCloseTo(1 / 12.0, within(0.004));
      assertThat(input.correlation(Sample.input(DATA, (column + 1) % 10))).isBetween(-0.04, 0.04);
    }
  }

  @Test
  void draw_targetVariance_isAsDocumented() {
    assertThat(Sample.of(DATA.values()).variance()).isCloseTo(24.8, within(1.4));
  }
}
