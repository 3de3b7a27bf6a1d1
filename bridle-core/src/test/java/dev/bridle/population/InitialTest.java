package dev.bridle.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InitialTest {
  /** 60,000 numbers: fan-in 200, fan-out 300. */
  private static final List<Integer> SHAPE = List.of(300, 200);

  private static final Key KEY = Key.of(5);

  /** 2 / 200, 2 / 500, 1 / 200; within five standard errors. */
  @ParameterizedTest
  @CsvSource({"HE, 0.01", "GLOROT, 0.004", "LECUN, 0.005"})
  void draw_isNormal_withTheVarianceOfItsSource(Initial initial, double variance) {
    float[] values = draw(initial, KEY);
    double n = values.length;
    double sum = 0;
    double squares = 0;
    int outside = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
      outside += value * value > 4 * variance ? 1 : 0;
    }
    assertThat(sum / n).isCloseTo(0, within(5 * Math.sqrt(variance / n)));
    assertThat(squares / n / variance).isCloseTo(1, within(5 * Math.sqrt(2 / n)));
    assertThat(outside / n).isCloseTo(0.0455, within(0.0043)); // the tails are not cut off
  }

  @Test
  void draw_constants_areConstant() {
    assertThat(draw(Initial.ZERO, KEY)).containsOnly(0);
    assertThat(draw(Initial.ONE, KEY)).containsOnly(1);
  }

  @Test
  void draw_isAFunctionOfTheKey() {
    for (Initial initial : Initial.ofKernels()) {
      assertThat(draw(initial, KEY)).isEqualTo(draw(initial, KEY));
      assertThat(draw(initial, KEY)).isNotEqualTo(draw(initial, Key.of(6)));
    }
  }

  @Test
  void of_readsWhatItPrints() {
    for (Initial initial : Initial.ofKernels()) {
      assertThat(Initial.of(initial.toString())).isEqualTo(initial);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Initial.of("heh"))
        .withMessage(
            "initial = heh: expected one of he, glorot, lecun, orthogonal; did you mean he?");
  }

  /** The same normal numbers, each times its own deviation. */
  @Test
  void draw_heAndLecun_differByTheRootOf2() {
    float[] he = draw(Initial.HE, KEY);
    float[] lecun = draw(Initial.LECUN, KEY);
    for (int i = 0; i < 100; i++) {
      assertThat(he[i] / lecun[i]).isCloseTo((float) Math.sqrt(2), within(1e-6f));
    }
  }

  private static float[] draw(Initial initial, Key key) {
    return initial.draw(WeightSpec.kernel("layer", SHAPE, initial), key);
  }
}
