package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvDuelTest {
  @TempDir Path folder;

  @Test
  void file_hasNumbersWordsGapsAndAClass() throws IOException {
    Path file = folder.resolve("wide.csv");
    WideFile.write(file, 1000, 20);
    Table table = TableReader.of(TableOptions.defaults()).read(file);
    assertThat(table.rows()).isEqualTo(1000);
    assertThat(table.columns()).hasSize(20);
    assertThat(table.column("x10").orElseThrow().type()).isEqualTo("category");
    assertThat(table.column("x1").orElseThrow().type()).isEqualTo("number");
    assertThat(table.target().orElseThrow().classes()).containsExactly("no", "yes");
  }

  @Test
  void readings_thatSeeOtherRows_areAnError() throws IOException {
    Path file = folder.resolve("wide.csv");
    WideFile.write(file, 100, 5);
    CsvReading right = new CsvReading(file, 100);
    assertThat(right.records().seconds()).isPositive();
    assertThat(right.fields().peakHeap()).isPositive();
    assertThatThrownBy(() -> new CsvReading(file, 99).records())
        .hasMessage(file + ": 100 rows read, expected 99");
    assertThatThrownBy(() -> new CsvReading(file, 101).table())
        .hasMessage(file + ": 100 rows read, expected 101");
  }

  /** Twice as fast, half as fast, and the same, whatever the machine did meanwhile. */
  @Test
  void ratios_areOfTheReadingsOfARound() {
    CsvDuel duel = new CsvDuel(100, taken(1, 2, 4), taken(0.5, 1, 2), taken(2, 4, 8));
    assertThat(duel.lines())
        .containsExactly(
            List.of("records", "50", "1.00", "0.50", "3"),
            List.of("fields", "100", "2.00", "1.00", "3"),
            List.of("table", "25", "0.50", "0.25", "3"));
    assertThat(duel.json().get(2)).containsEntry("ofRecords", 0.5).containsEntry("reader", "table");
  }

  private static List<CsvReading.Taken> taken(double... seconds) {
    return java.util.Arrays.stream(seconds)
        .mapToObj(s -> new CsvReading.Taken(s, 3L << 20))
        .toList();
  }
}
