package dev.bridle.study.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AverageTest {
  @Test
  void error_isThatOfTheMean() {
    Average average = Average.of(List.of(1.0, 2.0, 3.0, 6.0)).orElseThrow();
    assertThat(average.mean()).isEqualTo(3);
    // squares 4 + 1 + 0 + 9 = 14, variance 14/3, of the mean 14/12
    assertThat(average.error()).isCloseTo(Math.sqrt(14.0 / 12), within(1e-12));
  }

  @Test
  void failures_areLeftOut_andOneNumberHasNoError() {
    assertThat(Average.of(List.of(Double.NaN, 2.0))).contains(new Average(2, 0));
    assertThat(Average.of(List.of(Double.NaN))).isEmpty();
  }
}
