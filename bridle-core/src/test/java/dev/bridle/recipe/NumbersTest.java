package dev.bridle.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "0, 0",
    "0.5, 0.5",
    "0.001, 0.001",
    "0.0001, 1e-4",
    "0.00000015, 1.5e-7",
    "100000, 100000",
    "1000000, 1e6",
    "123456.75, 123456.75",
    "-0.0002, -2e-4",
    "1e300, 1e300",
    "Infinity, inf",
    "-Infinity, -inf",
    "NaN, nan"
  })
  void print_isShort(double value, String text) {
    assertThat(Numbers.print(value)).isEqualTo(text);
  }

  @Test
  void print_anyDouble_readsBackToTheSameBits() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(Numbers.print(value))).isEqualTo(value);
      }
    }
  }
}
