package dev.bridle.study.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small files and tables for the tests of this package. */
final class CsvFiles {
  private CsvFiles() {}

  /** A file of this text in UTF-8. */
  static Path write(Path folder, String text) {
    return write(folder, text, StandardCharsets.UTF_8);
  }

  /** A file of this text in an encoding. */
  static Path write(Path folder, String text, Charset encoding) {
    return write(folder, text.getBytes(encoding));
  }

  /** A file of these bytes. */
  static Path write(Path folder, byte[] bytes) {
    try {
      return Files.write(folder.resolve("data.csv"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of rows, one for each number from 0. */
  static String lines(int rows, IntFunction<String> line) {
    return IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** The table of a text, whose target is its last column. */
  static Table read(Path folder, String text) {
    return TableReader.of(TableOptions.defaults()).read(write(folder, text));
  }

  /** A table of columns in memory; the last is the target of classes 0 and 1, or a number. */
  static Table table(TaskKind kind, Column... columns) {
    int[] lines = IntStream.rangeClosed(2, columns[0].size() + 1).toArray();
    Column last = columns[columns.length - 1];
    List<String> classes =
        kind == TaskKind.CLASSIFICATION ? ClassCounts.of(last).classes() : List.of();
    return new Table(
        "data.csv",
        List.of(columns),
        lines,
        Optional.of(new Target(columns.length - 1, kind, classes)),
        List.of(),
        new Fingerprint("", 0, List.of(), List.of()));
  }

  /** A column of numbers. */
  static NumberColumn numbers(String name, double... values) {
    return new NumberColumn(name, values);
  }

  /** A column of texts; an empty one is missing. */
  static CategoryColumn texts(String name, String... values) {
    List<String> dictionary =
        List.of(values).stream().filter(v -> !v.isEmpty()).distinct().toList();
    return new CategoryColumn(
        name, List.of(values).stream().mapToInt(dictionary::indexOf).toArray(), dictionary);
  }
}
