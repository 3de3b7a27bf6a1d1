package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ColumnUseTest {
  @Test
  void of_usefulColumns_isEmpty() {
    assertThat(ColumnUse.of(CsvFiles.numbers("x", 1, 2))).isEmpty();
    assertThat(ColumnUse.of(CsvFiles.texts("x", "a", "b"))).isEmpty();
    assertThat(ColumnUse.of(CsvFiles.numbers("x", 1, Double.NaN))).isEmpty();
    assertThat(ColumnUse.of(CsvFiles.texts("x", "a", ""))).isEmpty();
  }

  @Test
  void of_constantOrEmpty_saysSo() {
    assertThat(ColumnUse.of(CsvFiles.numbers("x", 0, -0.0))).contains("is \"0\" in every row");
    assertThat(ColumnUse.of(CsvFiles.texts("x", "a", "a"))).contains("is \"a\" in every row");
    assertThat(ColumnUse.of(CsvFiles.numbers("x", Double.NaN))).contains("has no value in any row");
    assertThat(ColumnUse.of(CsvFiles.texts("x", "", ""))).contains("has no value in any row");
  }

  @Test
  void of_textsThatAllDiffer_areLeftOutFromTwentyRowsOn() {
    assertThat(ColumnUse.of(different(19, 0))).isEmpty();
    assertThat(ColumnUse.of(different(19, 5))).isEmpty();
    assertThat(ColumnUse.of(different(20, 0))).contains("has another text in every row");
    assertThat(ColumnUse.of(different(20, 5))).contains("has another text in every row");
  }

  /** So many different texts, and so many missing ones. */
  private static CategoryColumn different(int texts, int missing) {
    return CsvFiles.texts(
        "x",
        IntStream.range(0, texts + missing)
            .mapToObj(i -> i < texts ? "k" + i : "")
            .toArray(String[]::new));
  }
}
