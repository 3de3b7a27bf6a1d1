package dev.bridle.study.table;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a CSV file into a {@link Table}, strictly: what is not understood is an error that names
 * the line and the column, never a guess.
 *
 * <p>A column holds numbers if all its values do that are not missing, in whatever row, quoted or
 * not; otherwise categories. Where 99 of 100 values (of 100 or more) are numbers, the others are an
 * error, as are {@code inf} and {@code 1e400} in a column of numbers. Spaces around a field do not
 * count. Quotes follow RFC 4180; line ends may be LF, CR LF or CR; blank lines are passed over.
 * Rows without a target are left out and counted in a note. Nothing depends on the locale.
 *
 * <p>A class of the target with fewer than 5 rows is refused. Fields have at most 1,000,000
 * characters; a column of more than 100,000 different texts is a {@link TextColumn}.
 */
public final class TableReader {
  private final TableOptions options;

  private TableReader(TableOptions options) {
    this.options = options;
  }

  /** A reader with these options. */
  public static TableReader of(TableOptions options) {
    return new TableReader(options);
  }

  /**
   * Reads a table with a target.
   *
   * @throws TableException if the file cannot be used
   */
  public Table read(Path file) {
    TableLoader.Loaded loaded = load(file, Optional.empty(), 2);
    int target = loaded.layout().target().orElseThrow();
    return new TargetFinder(loaded.table(), target, options).settle();
  }

  /**
   * Reads a table whose rows are steps of time: none may be left out, so each needs a number in the
   * target, which may be the only column.
   *
   * @throws TableException if the file cannot be used
   */
  public Table readSeries(Path file) {
    TableLoader.Loaded loaded = load(file, Optional.empty(), 1);
    int target = loaded.layout().target().orElseThrow();
    return new TargetFinder(loaded.table(), target, options).settleSeries();
  }

  /**
   * Reads a table without a target: all columns are inputs.
   *
   * @throws TableException if the file cannot be used
   */
  public Table readColumns(Path file) {
    return load(file, Optional.empty(), 1).table();
  }

  /**
   * Reads the columns that a fitted preparation looks at, each with the type it had there; the
   * table has no target. Of the options, the format and the words for missing values count. Other
   * columns are passed over and named in a note.
   *
   * @throws TableException if the file cannot be used
   * @throws ColumnMismatch if a column is missing
   */
  public Table readFor(Preparation preparation, Path file) {
    return load(file, Optional.of(new ColumnMatcher(preparation)), 1).table();
  }

  /**
   * Reads the same columns as {@link #readFor} does, a piece of the file after the other, so that a
   * file of any length takes little memory.
   *
   * @param rows how many rows a piece has at most
   * @throws TableException if the file cannot be used; later also from the pieces
   * @throws ColumnMismatch if a column is missing; later also if one is of another type
   */
  public TablePieces piecesFor(Preparation preparation, Path file, int rows) {
    requireFile(file);
    return reading(file, () -> TablePieces.open(file, options, preparation, rows));
  }

  private TableLoader.Loaded load(Path file, Optional<ColumnMatcher> model, int fewest) {
    requireFile(file);
    return reading(
        file,
        () -> {
          Dialect dialect = new Sniffer(file, options).look();
          return new TableLoader(file, options, dialect, model, fewest).load();
        });
  }

  /** Something that reads a file. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException;
  }

  /** What is read of a file, with failures in words. */
  static <T> T reading(Path file, Reading<T> reading) {
    try {
      return reading.read();
    } catch (AccessDeniedException e) {
      throw new TableException(file + ": cannot be read: access denied", e);
    } catch (IOException e) {
      throw new TableException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new TableException(file + ": is a folder, expected a CSV file");
    }
    if (!Files.exists(file)) {
      throw new TableException(file + ": does not exist, expected a CSV file");
    }
    if (!Files.isRegularFile(file)) {
      throw new TableException(
          file
              + ": is a pipe or a device, expected a CSV file, since it may be read twice; write"
              + " the data to a file first");
    }
  }
}
