package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "94.06|1|94.1",
        "-0.3|2|−0.30",
        "-0.004|2|0.00",
        "0|1|0.0",
        "9999|0|9999",
        "12345.6|0|12,346",
        "1e9|1|1.0e9",
        "-2.5e12|1|−2.5e12",
        "0.00001|3|1.0e−5",
        "0.0004|3|0.000",
        "0.00002|6|0.000020",
        "5e-9|6|5.0e−9"
      })
  void fixed(double value, int decimals, String text) {
    assertThat(Numbers.fixed(value, decimals)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1.94, +1.9", "-1.94, −1.9", "0, 0.0", "0.04, 0.0", "-0.04, 0.0"})
  void signed(double value, String text) {
    assertThat(Numbers.signed(value, 1)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, < 0.001", "0.00099, < 0.001", "0.001, 0.001", "0.0164, 0.016", "1, 1.000"})
  void p(double value, String text) {
    assertThat(Numbers.p(value)).isEqualTo(text);
  }

  @Test
  void count_groupsThousands_andKnowsOne() {
    assertThat(Numbers.count(7043)).isEqualTo("7,043");
    assertThat(Numbers.count(-1)).isEqualTo("−1");
    assertThat(Numbers.count(1, "row")).isEqualTo("1 row");
    assertThat(Numbers.count(0, "row")).isEqualTo("0 rows");
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 95\u00a0%",
    "0.025, 97.5\u00a0%",
    "0.004167, 99.6\u00a0%",
    "0.0005, 99.95\u00a0%",
    "0.1, 90\u00a0%"
  })
  void level_tellsItFrom100(double distance, String text) {
    assertThat(Numbers.level(distance, 1 - distance)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0.0 s",
        "8.14|8.1 s",
        "41.3|41 s",
        "59.96|1 min 0 s",
        "401.3|6 min 41 s",
        "7384|2 h 3 min",
        "3600000|1,000 h 0 min"
      })
  void duration(double seconds, String text) {
    assertThat(Numbers.duration(seconds)).isEqualTo(text);
  }

  @Test
  void rounded_keepsSignificantDigits() {
    assertThat(Numbers.rounded(0.123456, 3)).isEqualTo(0.123);
    assertThat(Numbers.rounded(98765.4, 3)).isEqualTo(98800);
    assertThat(Numbers.rounded(0, 3)).isEqualTo(0);
  }
}
