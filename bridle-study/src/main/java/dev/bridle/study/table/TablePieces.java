package dev.bridle.study.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a file that a fitted preparation looks at, a piece of the rows after the other:
 * what is in memory does not grow with the file.
 *
 * <p>A column's type is known from the preparation, so a text among numbers is an error where it
 * comes. The rows before it have been given out by then.
 */
public final class TablePieces implements AutoCloseable {
  private final Path file;
  private final RowReader reader;
  private final Layout layout;
  private final ColumnMatcher matcher;
  private final List<PieceColumn> columns = new ArrayList<>();
  private final Optional<Note> header;
  private final int most;
  private boolean atRow;
  private long kept;

  private TablePieces(
      Path file, RowReader reader, Dialect dialect, ColumnMatcher matcher, Kinds kinds, int most)
      throws IOException {
    this.file = file;
    this.reader = reader;
    this.matcher = matcher;
    this.header = dialect.note();
    this.most = most;
    TableLoader.requireFirst(file, reader);
    List<String> names =
        dialect.header()
            ? Layout.namesIn(file.toString(), reader.row())
            : Layout.numbered(reader.row().fields());
    reader.names(names);
    layout = Layout.forInputs(file.toString(), names, matcher);
    for (int i = 0; i < layout.fields().size(); i++) {
      InputRule rule = matcher.ruleFor(layout.name(i)).orElseThrow();
      columns.add(kinds.column(file.toString(), rule));
    }
    atRow = !dialect.header() || reader.next();
    if (!atRow) {
      TableLoader.requireRows(file, 0, names.size(), reader);
    }
  }

  /** How values of each kind are told. */
  private record Kinds(MissingWords missing, char decimal) {
    PieceColumn column(String file, InputRule rule) {
      return rule instanceof NumberRule
          ? new PieceColumn.Numbers(file, rule.column(), missing, decimal)
          : new PieceColumn.Texts(rule.column(), missing);
    }
  }

  static TablePieces open(Path file, TableOptions options, Preparation preparation, int most)
      throws IOException {
    if (most < 1) {
      throw new IllegalArgumentException("rows = " + most + ": expected at least 1");
    }
    Dialect dialect = new Sniffer(file, options).look();
    Kinds kinds = new Kinds(options.missingWords(), options.format().decimal());
    RowReader reader = new RowReader(file, options.format(), dialect.separator());
    try {
      return new TablePieces(file, reader, dialect, new ColumnMatcher(preparation), kinds, most);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * The next rows, as a table without a target; empty at the end of the file.
   *
   * @throws TableException if a row cannot be used
   * @throws ColumnMismatch if a text stands where a number is expected
   */
  public Optional<Table> next() {
    return TableReader.reading(file, this::read);
  }

  private Optional<Table> read() throws IOException {
    IntList lines = new IntList();
    while (atRow && lines.size() < most) {
      Row row = reader.row();
      lines.add(row.line());
      for (int i = 0; i < columns.size(); i++) {
        int field = layout.fields().get(i);
        columns.get(i).add(row.chars(), row.start(field), row.end(field), row.line());
      }
      atRow = reader.next();
    }
    if (lines.size() == 0) {
      return Optional.empty();
    }
    kept += lines.size();
    List<Column> taken = columns.stream().map(PieceColumn::take).toList();
    return Optional.of(Table.ofInputs(file.toString(), taken, lines.drain()));
  }

  /** What was noticed so far: how the first row was taken, rows and columns left out. */
  public List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    header.ifPresent(notes::add);
    reader.note((int) Math.min(Integer.MAX_VALUE, kept)).ifPresent(notes::add);
    matcher.unusedNote(layout.names()).ifPresent(notes::add);
    return notes;
  }

  @Override
  public void close() {
    TableReader.reading(
        file,
        () -> {
          reader.close();
          return file;
        });
  }
}
