package dev.bridle.study.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads a file once, and a second time those columns that turned out to be mixed.
 *
 * <p>Numbers grow in blocks and columns are completed one by one, so that the peak is little more
 * than the table itself.
 */
final class TableLoader {
  /** The longest array there is in common Java runtimes. */
  private static final int MAX_ROWS = Integer.MAX_VALUE - 8;

  private final Path file;
  private final TableOptions options;
  private final Dialect dialect;
  private final Optional<ColumnMatcher> model;
  private final MissingWords missing;
  private final ColumnCheck check;
  private final NumberParser parser;
  private final int fewest;
  private final IntList lines = new IntList();

  /** A loader of at least so many columns, the target among them, or of those of a model. */
  TableLoader(
      Path file, TableOptions options, Dialect dialect, Optional<ColumnMatcher> model, int fewest) {
    this.fewest = fewest;
    this.file = file;
    this.options = options;
    this.dialect = dialect;
    this.model = model;
    this.missing = options.missingWords();
    this.parser = new NumberParser(options.format().decimal());
    this.check = new ColumnCheck(file.toString(), options.format().decimal());
  }

  /** Reads the table, without deciding on the target. */
  Loaded load() throws IOException {
    try (RowReader reader = new RowReader(file, options.format(), dialect.separator())) {
      requireFirst(file, reader);
      Layout layout = layout(reader);
      List<ColumnBuilder> builders = builders(layout);
      readRows(
          reader,
          new ColumnPass(layout.names().size(), layout.fields(), builders),
          layout.fields().size());
      requireRows(file, lines.size(), layout.names().size(), reader);
      String sha256 = reader.sha256();
      List<Column> columns = columns(layout, builders, sha256);
      return new Loaded(table(columns, layout, reader, sha256), layout);
    }
  }

  private Layout layout(RowReader reader) {
    List<String> names =
        dialect.header()
            ? Layout.namesIn(file.toString(), reader.row())
            : Layout.numbered(reader.row().fields());
    reader.names(names);
    return model
        .map(matcher -> Layout.forInputs(file.toString(), names, matcher))
        .orElseGet(() -> Layout.withTarget(file.toString(), names, options, fewest));
  }

  private List<ColumnBuilder> builders(Layout layout) {
    List<ColumnBuilder> builders = new ArrayList<>();
    for (int i = 0; i < layout.fields().size(); i++) {
      boolean declared = layout.categorical().contains(layout.fields().get(i));
      builders.add(
          builder(
              layout.name(i),
              declared ? ColumnBuilder.Known.DECLARED_CATEGORICAL : ColumnBuilder.Known.NOTHING));
    }
    return builders;
  }

  private ColumnBuilder builder(String name, ColumnBuilder.Known known) {
    return new ColumnBuilder(name, known, missing, parser);
  }

  private void readRows(RowReader reader, ColumnPass pass, int columns) throws IOException {
    long maxRows = Math.min(MAX_ROWS, options.format().maxCells() / columns);
    boolean more = !dialect.header() || reader.next();
    for (; more; more = reader.next()) {
      if (lines.size() == maxRows) {
        throw tooLarge(columns);
      }
      lines.add(reader.row().line());
      pass.add(reader.row());
    }
    pass.end();
  }

  private TableException tooLarge(int columns) throws IOException {
    return new TableException(
        file
            + ": more than "
            + Words.count(lines.size(), "row")
            + " of "
            + Words.count(columns, "column")
            + " ("
            + Words.count(Files.size(file), "byte")
            + "), expected at most "
            + Words.count(options.format().maxCells(), "cell")
            + ", one for every "
            + CsvFormat.BYTES_PER_CELL
            + " bytes of heap; give Java more memory (-Xmx), or make a file of fewer rows or"
            + " columns");
  }

  /** Goes to the first row, which holds names or data. */
  static void requireFirst(Path file, RowReader reader) throws IOException {
    if (!reader.next()) {
      throw new TableException(
          file + ": no rows (" + Words.count(reader.bytesRead(), "byte") + "), expected a table");
    }
  }

  /** Throws if there were no rows below the header. */
  static void requireRows(Path file, long rows, int columns, RowReader reader) {
    if (rows > 0) {
      return;
    }
    Optional<Note> skipped = reader.note(0);
    throw new TableException(
        file
            + ": a header of "
            + Words.count(columns, "column")
            + " and no rows below it, expected at least one"
            + skipped.map(note -> "; " + note.text()).orElse("; if it is data: --no-header"));
  }

  private List<Column> columns(Layout layout, List<ColumnBuilder> builders, String sha256)
      throws IOException {
    if (model.isEmpty()) {
      builders.forEach(check::checkType);
    }
    builders.forEach(check::checkFinite);
    int[] mixed =
        IntStream.range(0, builders.size()).filter(i -> builders.get(i).isMixed()).toArray();
    List<ColumnBuilder> again = new ArrayList<>(builders);
    if (mixed.length > 0) {
      List<ColumnBuilder> texts = readTexts(layout, mixed, sha256);
      for (int i = 0; i < mixed.length; i++) {
        again.set(mixed[i], texts.get(i));
      }
    }
    return again.stream().map(ColumnBuilder::build).toList();
  }

  /** Reads the file again for the given columns, as texts. */
  private List<ColumnBuilder> readTexts(Layout layout, int[] columns, String sha256)
      throws IOException {
    List<ColumnBuilder> builders = new ArrayList<>();
    List<Integer> fields = new ArrayList<>();
    for (int column : columns) {
      builders.add(builder(layout.name(column), ColumnBuilder.Known.FOUND_CATEGORICAL));
      fields.add(layout.fields().get(column));
    }
    ColumnPass pass = new ColumnPass(layout.names().size(), fields, builders);
    try (RowReader reader = new RowReader(file, options.format(), dialect.separator())) {
      boolean more = reader.next() && (!dialect.header() || reader.next());
      for (; more; more = reader.next()) {
        pass.add(reader.row());
      }
      if (!reader.sha256().equals(sha256)) {
        throw new TableException(file + ": changed while it was read; read it once more");
      }
    }
    pass.end();
    if (model.isEmpty()) {
      builders.forEach(check::checkType);
    }
    return builders;
  }

  private Table table(List<Column> columns, Layout layout, RowReader reader, String sha256) {
    Fingerprint fingerprint =
        new Fingerprint(
            sha256,
            reader.bytesRead(),
            columns.stream().map(Column::name).toList(),
            columns.stream().map(Column::type).toList());
    List<Note> notes = new ArrayList<>();
    dialect.note().ifPresent(notes::add);
    reader.note(lines.size()).ifPresent(notes::add);
    model.flatMap(matcher -> matcher.unusedNote(layout.names())).ifPresent(notes::add);
    return new Table(file.toString(), columns, lines.drain(), Optional.empty(), notes, fingerprint);
  }

  /**
   * A table, and what was found out about its columns.
   *
   * @param table without a target yet
   * @param layout which says where the target is
   */
  record Loaded(Table table, Layout layout) {}
}
