package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BetaTest {
  private static final int N = 40_000;

  /**
   * Around 1/2 a draw x of Beta(a, a) has variance 1 / (4 (2a + 1)) and fourth moment 3 / (16 (2a +
   * 1) (2a + 3)), which the exchange of both shares leaves as they are.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.4, 1, 2, 8})
  void moments_areThoseOfTheDistribution(double alpha) {
    double[] draws = draws(alpha);
    double second = 1 / (4 * (2 * alpha + 1));
    double fourth = 3 / (16 * (2 * alpha + 1) * (2 * alpha + 3));
    double mean = IntStream.range(0, N).mapToDouble(i -> square(draws[i])).average().orElseThrow();
    double error = Math.sqrt((fourth - second * second) / N);
    assertThat(mean).isCloseTo(second, within(5 * error));
    double inFourth =
        IntStream.range(0, N)
            .mapToDouble(i -> square(draws[i]) * square(draws[i]))
            .average()
            .orElseThrow();
    assertThat(inFourth).isCloseTo(fourth, within(5 * Math.sqrt(fourth / 16 / N)));
  }

  /** All shares alike: Beta(1, 1), folded at 1/2, has the mean 3/4. */
  @Test
  void one_isUniform() {
    double[] draws = draws(1);
    double average = IntStream.range(0, N).mapToDouble(i -> draws[i]).average().orElseThrow();
    assertThat(average).isCloseTo(0.75, within(5 * Math.sqrt(1.0 / 48 / N)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-6, 1e-3, 0.2, 1, 1e6})
  void draws_areShares_ofAtLeastAHalf(double alpha) {
    for (int i = 0; i < 1000; i++) {
      assertThat(Beta.draw(alpha, Key.of(3).at(i).stream())).isBetween(0.5, 1.0);
    }
  }

  /** Next to nothing mixes nothing; very much mixes halves. */
  @Test
  void extremes_areOneAndAHalf() {
    assertThat(Beta.draw(0, Key.of(1).stream())).isEqualTo(1);
    assertThat(Beta.draw(1e-9, Key.of(1).stream())).isEqualTo(1);
    assertThat(Beta.draw(1e9, Key.of(1).stream())).isCloseTo(0.5, within(1e-3));
  }

  private static double[] draws(double alpha) {
    return IntStream.range(0, N)
        .mapToDouble(i -> Beta.draw(alpha, Key.of(7).at(i).stream()))
        .toArray();
  }

  private static double square(double share) {
    return (share - 0.5) * (share - 0.5);
  }
}
