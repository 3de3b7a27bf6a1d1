package dev.bridle.study.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files beyond all measure, in a heap of 1 GB: cases 18 and 19 of docs/reliability.md. What is
 * larger than the heap is refused after a look; nothing is waited for.
 */
final class HugeFilesTest {
  private static final TableReader READER = TableReader.of(TableOptions.defaults());
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;

  /** Case 18. */
  @Test
  void millionColumns_areRefusedSoon() {
    Path file = CsvFiles.write(folder, ("1,".repeat(999_999) + "1\n").repeat(3));
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatThrownBy(() -> READER.read(file))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("1,000,000 columns, expected at most 100,000"));
  }

  /** Case 18: reading, looking for oddities, learning scales and applying them. */
  @Tag("slow")
  @Test
  void twiceTheColumns_takeAboutTwiceTheTime() {
    double half = secondsOf(40_000);
    double whole = secondsOf(80_000);
    assertThat(whole / half).isLessThan(3.5); // 2 to 2.5 on a quiet machine, 4 if it were a square
  }

  private double secondsOf(int columns) {
    String header = String.join(",", Layout.numbered(columns));
    String text = header + "\n" + CsvFiles.lines(30, i -> (i + ".5,").repeat(columns - 1) + i % 2);
    Path file = CsvFiles.write(folder, text);
    double least = Double.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Table table = READER.read(file);
      TableReport.of(table);
      int[] rows = java.util.stream.IntStream.range(0, table.rows()).toArray();
      assertThat(Preparation.fit(table, rows).apply(table, rows).features()).isEqualTo(columns - 1);
      long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      least = Math.min(least, taken / 1e9);
    }
    return least;
  }

  /** Case 19: a file of 20 GB that takes no room on the disk. */
  @Test
  void twentyGigabytesOfNothing_areRefusedSoon() throws IOException {
    Path file = CsvFiles.write(folder, "");
    lengthen(file);
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatThrownBy(() -> READER.read(file))
                .hasMessageContaining("characters are NUL: expected text in UTF-8"));
  }

  /** Case 19: the same behind rows that look well. */
  @Test
  void twentyGigabytesOfNothing_behindATable_areOneFieldThatIsTooLong() throws IOException {
    Path file = CsvFiles.write(folder, "x,y\n" + "1,a\n2,b\n".repeat(20_000));
    lengthen(file);
    for (BadRows bad : BadRows.values()) {
      CsvFormat format = CsvFormat.usual().withBadRows(bad);
      assertTimeoutPreemptively(
          SOON,
          () ->
              assertThatThrownBy(
                      () -> TableReader.of(TableOptions.defaults().withFormat(format)).read(file))
                  .isInstanceOf(TableException.class)
                  .hasMessageContaining("line 40002, column 1 (\"x\"): a field of more than"));
    }
  }

  private static void lengthen(Path file) throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(20_000_000_000L);
    }
    assumeTrue(Files.size(file) == 20_000_000_000L, "a file system with holes in files");
  }

  /** Case 19: nobody writes into it, so that whoever opens it waits for ever. */
  @Test
  void pipe_isRefusedWithoutOpeningIt() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(made(pipe), "a system with mkfifo");
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatThrownBy(() -> READER.read(pipe))
                .hasMessageStartingWith(pipe + ": is a pipe or a device, expected a CSV file"));
  }

  private static boolean made(Path pipe) throws InterruptedException {
    try {
      Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Case 19: the limit follows the heap; a table that fits is read whole. */
  @Test
  void moreCellsThanTheHeapHasRoomFor_areRefusedWithTheirNumber() {
    long cells = Runtime.getRuntime().maxMemory() / CsvFormat.BYTES_PER_CELL;
    CsvFormat format = CsvFormat.usual();
    assertThat(format.maxCells()).isEqualTo(cells);
    Path file = CsvFiles.write(folder, ("1,2\n".repeat(50_000)).getBytes(UTF_8));
    TableReader small =
        TableReader.of(TableOptions.defaults().withFormat(format.withLimits(2, 60_000)));
    assertThatThrownBy(() -> small.read(file))
        .hasMessageContaining("more than 30,000 rows of 2 columns (200,000 bytes)")
        .hasMessageContaining("expected at most 60,000 cells");
  }
}
