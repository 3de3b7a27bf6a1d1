package dev.bridle.study.series;

import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** Small series for tests. */
public final class SeriesFiles {
  private SeriesFiles() {}

  /** A series from the text of a file; the target is {@code y}. */
  public static Series series(Path folder, String text, int window, int horizon) {
    return Series.of(table(folder, text), new SeriesOptions(window, horizon));
  }

  /** A table of steps of time from the text of a file. */
  static Table table(Path folder, String text) {
    try {
      Path file = Files.writeString(folder.resolve("series.csv"), text);
      return TableReader.of(TableOptions.defaults().withTarget("y")).readSeries(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A header and rows, one for each number from 0. */
  public static String lines(String header, int rows, IntFunction<String> line) {
    StringBuilder text = new StringBuilder(header + "\n");
    for (int row = 0; row < rows; row++) {
      text.append(line.apply(row)).append('\n');
    }
    return text.toString();
  }
}
