package dev.bridle.bench;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;

/**
 * Ways of reading one CSV file, each from the first byte to the last.
 *
 * @param file whose last column is the target
 * @param rows how many it has below its header
 */
record CsvReading(Path file, int rows) {
  /**
   * What one reading took.
   *
   * @param seconds from opening to closing
   * @param peakHeap the most bytes of Java heap in use, garbage included
   */
  record Taken(double seconds, long peakHeap) {}

  /** Something that reads the file and returns how many rows it saw. */
  @FunctionalInterface
  private interface Way {
    long read() throws IOException;
  }

  /** FastCSV alone, as its users call it: a record for each row, a string for each field. */
  Taken records() throws IOException {
    return time(
        () -> {
          long seen = -1; // the header
          long characters = 0;
          try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : csv) {
              seen++;
              for (String field : row.getFields()) {
                characters += field.length();
              }
            }
          }
          return characters > 0 ? seen : 0;
        });
  }

  /** FastCSV's parser without anything behind it: fields are counted, not made. */
  Taken fields() throws IOException {
    return time(
        () -> {
          long seen = -1;
          try (CsvReader<Boolean> csv = CsvReader.builder().build(new Counter(), file)) {
            for (Boolean any : csv) {
              seen += any ? 1 : 0;
            }
          }
          return seen;
        });
  }

  /** Bridle: types decided on all rows, everything checked, columns in memory. */
  Taken table() throws IOException {
    return time(
        () -> {
          Table table = TableReader.of(TableOptions.defaults()).read(file);
          return table.rows();
        });
  }

  private Taken time(Way way) throws IOException {
    System.gc();
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    long seen = way.read();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (seen != rows) {
      throw new IllegalStateException(file + ": " + seen + " rows read, expected " + rows);
    }
    long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Taken(seconds, peak);
  }

  /** Looks at the length of every field. */
  private static final class Counter extends AbstractBaseCsvCallbackHandler<Boolean> {
    private long characters;

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      characters += length;
    }

    @Override
    protected Boolean buildRecord() {
      return characters > 0;
    }
  }
}
