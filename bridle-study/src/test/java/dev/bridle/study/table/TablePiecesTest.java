package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TablePiecesTest {
  private static final Preparation AGE_AND_CITY =
      new Preparation(
          List.of(
              new NumberRule("age", 30, 30, 10, true),
              new CategoryRule("city", List.of("Paris", "Rome"), false)),
          new TargetRule.Amount("y"));

  @TempDir Path folder;

  @Test
  void pieces_ofAnyFile_areTheTableReadAtOnce() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      RandomTable made = new RandomTable(random);
      Path file = CsvFiles.write(folder, made.bytes());
      TableReader reader = TableReader.of(made.options());
      Table learned = reader.read(file);
      Optional<Preparation> fitted = preparation(learned);
      if (fitted.isPresent()) {
        Table whole = reader.readFor(fitted.get(), file);
        int size = 1 + random.nextInt(40);
        List<Float> inputs = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        try (TablePieces pieces = reader.piecesFor(fitted.get(), file, size)) {
          for (var piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            assertThat(piece.get().rows()).isBetween(1, size);
            add(inputs, fitted.get(), piece.get());
            for (int row = 0; row < piece.get().rows(); row++) {
              lines.add(piece.get().line(row));
            }
          }
          assertThat(pieces.notes()).isEqualTo(whole.notes());
        }
        List<Float> expected = new ArrayList<>();
        add(expected, fitted.get(), whole);
        assertThat(inputs).isEqualTo(expected);
        assertThat(lines)
            .isEqualTo(IntStream.range(0, whole.rows()).map(whole::line).boxed().toList());
      }
    }
  }

  private static Optional<Preparation> preparation(Table table) {
    try {
      return Optional.of(Preparation.fit(table, IntStream.range(0, table.rows()).toArray()));
    } catch (TableException e) {
      return Optional.empty(); // nothing in it to learn from
    }
  }

  private static void add(List<Float> inputs, Preparation preparation, Table table) {
    int[] all = IntStream.range(0, table.rows()).toArray();
    for (float input : preparation.inputsOf(table, all)) {
      inputs.add(input);
    }
  }

  @Test
  void lines_areThoseOfTheFile() {
    Path file = CsvFiles.write(folder, "city,age\nRome,1\n\nParis,2\nRome,\n");
    try (TablePieces pieces = pieces(file, 2)) {
      Table first = pieces.next().orElseThrow();
      assertThat(first.line(0)).isEqualTo(2);
      assertThat(first.line(1)).isEqualTo(4);
      assertThat(pieces.next().orElseThrow().line(0)).isEqualTo(5);
      assertThat(pieces.next()).isEmpty();
    }
  }

  @Test
  void textAmongNumbers_isAMismatch_whereItComes() {
    Path file = CsvFiles.write(folder, "city,age\nRome,1\nParis,2\nRome,oops\n");
    try (TablePieces pieces = pieces(file, 2)) {
      assertThat(pieces.next().orElseThrow().rows()).isEqualTo(2);
      assertThatThrownBy(pieces::next)
          .isInstanceOf(ColumnMismatch.class)
          .hasMessage(
              file
                  + ": does not fit the model: column \"age\" holds texts (line 4: \"oops\"),"
                  + " expected numbers");
    }
  }

  @Test
  void infiniteNumber_isRefusedWithItsLine() {
    Path file = CsvFiles.write(folder, "city,age\nRome,1e999\n");
    try (TablePieces pieces = pieces(file, 2)) {
      assertThatThrownBy(pieces::next)
          .isInstanceOf(TableException.class)
          .hasMessageStartingWith(file + ", line 2, column \"age\": found \"1e999\", expected");
    }
  }

  @Test
  void raggedRow_isRefused_orSkippedAndNoted() {
    Path file = CsvFiles.write(folder, "city,age\nRome,1\nRome\nParis,3\n");
    try (TablePieces pieces = pieces(file, 1)) {
      assertThatThrownBy(pieces::next).isInstanceOf(TableException.class);
    }
    TableOptions skipping =
        TableOptions.defaults().withFormat(CsvFormat.usual().withBadRows(BadRows.SKIP));
    try (TablePieces pieces = TableReader.of(skipping).piecesFor(AGE_AND_CITY, file, 9)) {
      assertThat(pieces.next().orElseThrow().rows()).isEqualTo(2);
      assertThat(pieces.notes().toString()).contains("1 of 3 rows could not be read");
    }
  }

  @Test
  void fileWithoutRowsOrColumns_isRefusedAtOnce() {
    Path file = CsvFiles.write(folder, "city,age\n");
    assertThatThrownBy(() -> pieces(file, 1))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("a header of 2 columns and no rows below it");
    Path other = CsvFiles.write(folder, "citi,age\nRome,1\n");
    assertThatThrownBy(() -> pieces(other, 1))
        .isInstanceOf(ColumnMismatch.class)
        .hasMessageContaining("no column \"city\" (did you mean \"citi\"?)");
    assertThatThrownBy(() -> pieces(folder, 1)).isInstanceOf(TableException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pieces(other, 0))
        .withMessage("rows = 0: expected at least 1");
  }

  private static TablePieces pieces(Path file, int rows) {
    return TableReader.of(TableOptions.defaults()).piecesFor(AGE_AND_CITY, file, rows);
  }
}
