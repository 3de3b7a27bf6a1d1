package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TaskKindTest {
  @Test
  void of_texts_isClassification() {
    assertThat(TaskKind.of(CsvFiles.texts("y", "a", "b"))).isEqualTo(TaskKind.CLASSIFICATION);
  }

  @Test
  void of_twoWholeNumbers_isClassificationInAnyNumberOfRows() {
    assertThat(kind(0, 1)).isEqualTo(TaskKind.CLASSIFICATION);
    assertThat(kind(-1, 5, 5, -1)).isEqualTo(TaskKind.CLASSIFICATION);
  }

  @Test
  void of_twoFractions_isRegression() {
    assertThat(kind(0.5, 1, 0.5, 1)).isEqualTo(TaskKind.REGRESSION);
  }

  @Test
  void of_threeToTwentyWholeNumbers_isClassificationFromTenRowsEach() {
    assertThat(cycle(3, 30)).isEqualTo(TaskKind.CLASSIFICATION);
    assertThat(cycle(3, 29)).isEqualTo(TaskKind.REGRESSION);
    assertThat(cycle(20, 200)).isEqualTo(TaskKind.CLASSIFICATION);
    assertThat(cycle(20, 199)).isEqualTo(TaskKind.REGRESSION);
    assertThat(cycle(21, 10_000)).isEqualTo(TaskKind.REGRESSION);
  }

  @Test
  void of_oneNumber_isRegression() {
    assertThat(kind(3, 3, 3)).isEqualTo(TaskKind.REGRESSION);
  }

  @Test
  void of_negativeZero_isZero() {
    assertThat(kind(0.0, -0.0, 1, 1)).isEqualTo(TaskKind.CLASSIFICATION);
    assertThat(kind(0.0, -0.0)).isEqualTo(TaskKind.REGRESSION);
  }

  private static TaskKind cycle(int distinct, int rows) {
    return kind(IntStream.range(0, rows).mapToDouble(i -> i % distinct).toArray());
  }

  private static TaskKind kind(double... values) {
    return TaskKind.of(CsvFiles.numbers("y", values));
  }
}
