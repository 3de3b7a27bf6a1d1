package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetFinderTest {
  private static final TableOptions OPTIONS = TableOptions.defaults();

  @TempDir Path folder;

  @Test
  void classes_ofTexts_areSortedByTheirCharacters() {
    Target target = read(OPTIONS, 15, i -> List.of("b", "B", "a").get(i % 3));
    assertThat(target).isEqualTo(new Target(1, TaskKind.CLASSIFICATION, List.of("B", "a", "b")));
  }

  @Test
  void classes_ofNumbers_areSortedBySize() {
    Target target = read(OPTIONS, 30, i -> List.of("10", "9", "-1").get(i % 3));
    assertThat(target.classes()).containsExactly("-1", "9", "10");
  }

  @Test
  void classes_ofNumbers_areSaidInANote() {
    Table table = table(OPTIONS, 30, i -> Integer.toString(i % 3));
    assertThat(table.notes())
        .containsExactly(
            Note.info(
                "target \"y\" has 3 different whole numbers, which are taken for classes; if they"
                    + " are amounts: --task regression"));
    assertThat(table(OPTIONS.withTask(TaskKind.CLASSIFICATION), 30, i -> "" + i % 3).notes())
        .isEmpty();
  }

  @Test
  void task_given_isTaken() {
    IntFunction<String> cell = i -> Integer.toString(i % 3);
    assertThat(read(OPTIONS.withTask(TaskKind.REGRESSION), 30, cell))
        .isEqualTo(new Target(1, TaskKind.REGRESSION, List.of()));
    IntFunction<String> half = i -> i % 2 == 0 ? "0.5" : "1.50";
    assertThat(read(OPTIONS, 30, half).kind()).isEqualTo(TaskKind.REGRESSION);
    assertThat(read(OPTIONS.withTask(TaskKind.CLASSIFICATION), 30, half).classes())
        .containsExactly("0.5", "1.5");
  }

  @Test
  void task_regressionOfTexts_isRefused() {
    assertRefused(
        OPTIONS.withTask(TaskKind.REGRESSION),
        30,
        i -> i == 0 ? "" : "k" + i % 3,
        "holds texts such as \"k1\" (line 3): expected numbers for a regression; for classes:"
            + " --task classification");
  }

  @Test
  void target_oneClass_isRefused() {
    assertRefused(
        OPTIONS,
        30,
        i -> "no",
        "is \"no\" in every row: expected at least two classes; name another with --target");
    assertRefused(
        OPTIONS.withTask(TaskKind.CLASSIFICATION),
        30,
        i -> "1",
        "is \"1\" in every row: expected at least two classes; name another with --target");
  }

  @Test
  void target_constantNumber_isRefused() {
    assertRefused(
        OPTIONS,
        30,
        i -> "2.5",
        "is 2.5 in every row: expected at least two different numbers; name another with --target");
  }

  @Test
  void target_missingInEveryRow_isRefused() {
    assertRefused(
        OPTIONS,
        30,
        i -> "NA",
        "is missing in every row: expected values; name another with --target");
  }

  @Test
  void target_ofTooManyTexts_isRefused() {
    assertRefused(
        OPTIONS,
        TextColumn.MAX_DICTIONARY + 1,
        i -> "k" + i,
        "has more than 100,000 different texts: expected classes or numbers; name another with"
            + " --target");
  }

  @Test
  void class_withFourRows_isRefused() {
    assertThat(read(OPTIONS, 30, i -> i < 5 ? "rare" : "no").classes()).hasSize(2);
    assertRefused(
        OPTIONS,
        30,
        i -> i < 4 ? "rare" : "no",
        "has 2 classes, of which one is too rare: \"rare\" has 4 rows: expected at least 5 rows in"
            + " each; join rare classes with others or take their rows out of the file");
  }

  @Test
  void classes_manyRare_areNamedUpToFive() {
    assertRefused(
        OPTIONS,
        30,
        i -> i < 7 ? "k" + i : "no",
        "has 8 classes, of which 7 are too rare: \"k0\" has 1 row, \"k1\" has 1 row, \"k2\" has 1"
            + " row, \"k3\" has 1 row, \"k4\" has 1 row and so on: expected at least 5 rows in"
            + " each; join rare classes with others or take their rows out of the file");
  }

  @Test
  void classes_rareNumbers_mayBeAmounts() {
    assertRefused(
        OPTIONS,
        41,
        i -> i == 0 ? "7" : "" + i % 2,
        "has 3 classes, of which one is too rare: \"7\" has 1 row: expected at least 5 rows in"
            + " each; join rare classes with others or take their rows out of the file, or predict"
            + " the number: --task regression");
  }

  private Target read(TableOptions options, int rows, IntFunction<String> cell) {
    return table(options, rows, cell).target().orElseThrow();
  }

  private Table table(TableOptions options, int rows, IntFunction<String> cell) {
    return TableReader.of(options).read(file(rows, cell));
  }

  private Path file(int rows, IntFunction<String> cell) {
    return CsvFiles.write(
        folder, "x,y\n" + CsvFiles.lines(rows, i -> i / 7.0 + "," + cell.apply(i)));
  }

  private void assertRefused(
      TableOptions options, int rows, IntFunction<String> cell, String message) {
    Path file = file(rows, cell);
    assertThatThrownBy(() -> TableReader.of(options).read(file))
        .isInstanceOf(TableException.class)
        .hasMessage(file + ": target \"y\" " + message);
  }
}
