package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.data.Dataset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetTableTest {
  private static final Table CLASSES =
      DatasetTable.of(
          "shapes",
          Dataset.classification(
              new float[] {1, 2, 3, 4, 5, 6},
              new int[] {2},
              new int[] {1, 0, 1},
              List.of("a", "b")));

  @TempDir Path folder;

  @Test
  void of_classes_hasInputsAndLabels() {
    assertThat(CLASSES.rows()).isEqualTo(3);
    assertThat(CLASSES.inputs()).extracting(Column::name).containsExactly("x1", "x2");
    assertThat(((NumberColumn) CLASSES.inputs().get(1)).values()).containsExactly(2, 4, 6);
    assertThat(CLASSES.labels()).containsExactly(1, 0, 1);
    assertThat(CLASSES.targetColumn().text(0)).isEqualTo("b");
    assertThat(CLASSES.line(2)).isEqualTo(3);
  }

  @Test
  void of_numbers_hasTheFirstTarget() {
    Table table =
        DatasetTable.of(
            "two",
            Dataset.regression(
                new float[] {1, 2}, new int[] {1}, new float[] {5, 6, 7, 8}, List.of("u", "v")));
    assertThat(((NumberColumn) table.targetColumn()).values()).containsExactly(5, 7);
    assertThat(table.target().orElseThrow().kind()).isEqualTo(TaskKind.REGRESSION);
  }

  @Test
  void at_keepsTargetAndLines() {
    Table some = CLASSES.at(2, 0);
    assertThat(some.labels()).containsExactly(1, 1);
    assertThat(some.line(0)).isEqualTo(3);
    assertThat(((NumberColumn) some.inputs().get(0)).values()).containsExactly(5, 1);
  }

  @Test
  void columnNotes_sayWhatIsOddAboutOne() {
    Table table =
        CsvFiles.read(
            folder,
            "id,same,x,copy,y\n"
                + CsvFiles.lines(
                    60, i -> i + ",1," + (i * 7 % 10) + "," + (i % 2) + "," + "ab".charAt(i % 2)));
    List<ColumnNotes> notes = ColumnNotes.of(table);
    assertThat(notes.get(0).identifier().orElseThrow().text()).contains("counts the rows");
    assertThat(notes.get(1).leftOut()).contains("is \"1\" in every row");
    assertThat(notes.get(1).isUsed()).isFalse();
    assertThat(notes.get(2))
        .isEqualTo(
            new ColumnNotes(
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty()));
    assertThat(notes.get(3).leak().orElseThrow().text()).contains("is the target in other words");
  }

  @Test
  void readColumns_hasNoTarget_andNoLeaks() {
    Path file = CsvFiles.write(folder, "a,b\n" + CsvFiles.lines(60, i -> i + "," + i));
    Table table = TableReader.of(TableOptions.defaults()).readColumns(file);
    assertThat(table.target()).isEmpty();
    assertThat(table.inputs()).hasSize(2);
    assertThat(ColumnNotes.of(table)).allMatch(notes -> notes.leak().isEmpty());
    assertThat(Preparation.fitInputs(table, 0, 1, 2)).hasSize(2);
    assertThatIllegalArgumentException().isThrownBy(table::labels);
    assertThat(table.with(Note.info("said")).notes()).contains(Note.info("said"));
  }
}
