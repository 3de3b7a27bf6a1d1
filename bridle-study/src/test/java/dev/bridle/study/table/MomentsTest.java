package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MomentsTest {
  @Test
  void of_chosenRows_leavesOutTheOthersAndMissingOnes() {
    double[] values = {2, 100, Double.NaN, 4, 4, 4, 5, 5, 7, 9};
    Moments moments = Moments.of(values, new int[] {0, 2, 3, 4, 5, 6, 7, 8, 9});
    // mean 40 / 8; squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 8 is 4
    assertThat(moments).isEqualTo(new Moments(8, 4.5, 5, 2));
  }

  @Test
  void of_oddCount_hasTheMiddleAsMedian() {
    assertThat(of(9, 1, 5).median()).isEqualTo(5);
  }

  @Test
  void of_equalValues_hasNoDeviationAtAll() {
    assertThat(of(0.1, 0.1, 0.1)).isEqualTo(new Moments(3, 0.1, 0.1, 0));
    assertThat(of(0.0, -0.0).deviation()).isZero();
  }

  @Test
  void of_nothing_isZero() {
    assertThat(of()).isEqualTo(new Moments(0, 0, 0, 0));
    assertThat(of(Double.NaN)).isEqualTo(new Moments(0, 0, 0, 0));
  }

  @Test
  void of_hugeAndTinyValues_neitherOverflowNorVanish() {
    assertThat(of(-1e308, 1e308).deviation()).isEqualTo(1e308);
    assertThat(of(1.5e308, 1.7e308).mean()).isCloseTo(1.6e308, within(1e293));
    assertThat(of(1e-300, 3e-300).deviation()).isCloseTo(1e-300, within(1e-315));
  }

  @Test
  void of_largeOffset_keepsTheDeviation() {
    assertThat(of(1e9 + 1, 1e9 + 3).deviation()).isEqualTo(1);
  }

  @Test
  void of_shuffledRows_isTheSameToTheBit() {
    Random random = new Random(3);
    double[] values = random.doubles(1000).map(v -> v * 1e6).toArray();
    int[] rows = IntStream.range(0, 1000).toArray();
    int[] reversed = IntStream.range(0, 1000).map(i -> 999 - i).toArray();
    assertThat(Moments.of(values, reversed)).isEqualTo(Moments.of(values, rows));
  }

  private static Moments of(double... values) {
    return Moments.of(values, IntStream.range(0, values.length).toArray());
  }
}
