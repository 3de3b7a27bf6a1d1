package dev.bridle.study.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file, one after another, all with as many fields as the first.
 *
 * <p>Blank lines are passed over. Other rows that do not fit are an error or left out, as the
 * options say; errors name the file, the line and the column.
 */
final class RowReader implements AutoCloseable {
  private static final int SHOWN = 5;

  private final Path file;
  private final CsvFormat format;
  private final TextSource source;
  private final CloseableIterator<Row> rows;
  private final Row row;
  private List<String> names = List.of();
  private final List<String> shown = new ArrayList<>();
  private int width;
  private int firstLine;
  private long skipped;

  RowReader(Path file, CsvFormat format, char separator) throws IOException {
    this.file = file;
    this.format = format;
    this.source = new TextSource(file, format.encoding());
    this.row = new Row(format.maxColumns());
    this.rows =
        Sniffer.parser(separator)
            .allowUnclosedQuote(false)
            .build(new RowHandler(row), source)
            .iterator();
  }

  /** Names for the columns in errors, in the order of the fields. */
  void names(List<String> known) {
    names = known;
  }

  /** Goes to the next row; false at the end of the file. */
  boolean next() throws IOException {
    while (advance()) {
      if (!isBlank()) {
        Optional<String> bad = problem();
        if (bad.isEmpty()) {
          return true;
        }
        refuse(bad.get());
      }
    }
    return false;
  }

  /** The row it stands at, valid until the next is asked for. */
  Row row() {
    return row;
  }

  /** The SHA-256 of the file, once its end is reached. */
  String sha256() {
    return source.sha256();
  }

  /** How many bytes were read. */
  long bytesRead() {
    return source.bytesRead();
  }

  /** What was left out, if anything was. */
  Optional<Note> note(int kept) {
    if (skipped == 0) {
      return Optional.empty();
    }
    String text =
        Words.grouped(skipped)
            + " of "
            + Words.count(skipped + kept, "row")
            + " could not be read and "
            + (skipped == 1 ? "is" : "are")
            + " left out: "
            + String.join("; ", shown)
            + (skipped > SHOWN ? "; and " + Words.grouped(skipped - SHOWN) + " more" : "");
    return Optional.of(skipped > kept ? Note.warning(text) : Note.info(text));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private boolean isBlank() {
    return row.isBlank() && width != 1;
  }

  private Optional<String> problem() {
    if (width == 0) {
      width = row.fields();
      firstLine = row.line();
      requireColumns();
    }
    if (row.problem().isPresent()) {
      return Optional.of(place(row.problemField()) + ": found " + row.problem().get());
    }
    return row.fields() == width
        ? Optional.empty()
        : Optional.of(
            "line "
                + row.line()
                + ": "
                + Words.count(row.fields(), "field")
                + ", expected "
                + width);
  }

  private void requireColumns() {
    if (width > format.maxColumns()) {
      throw new TableException(
          file
              + ": "
              + Words.count(width, "column")
              + ", expected at most "
              + Words.grouped(format.maxColumns())
              + "; make a file of fewer columns");
    }
  }

  private void refuse(String problem) {
    boolean ragged = row.problem().isEmpty();
    if (format.badRows() == BadRows.FAIL || row.line() == firstLine) {
      throw new TableException(
          file
              + ", "
              + problem
              + (ragged ? " as in line " + firstLine : "")
              + "; mend the line"
              + (row.line() == firstLine ? "" : ", or leave such rows out: --bad-rows skip"));
    }
    skipped++;
    if (shown.size() < SHOWN) {
      shown.add(problem);
    }
  }

  /** The line and the column of a field. */
  private String place(int field) {
    String name = field < names.size() ? " (" + Words.quote(names.get(field)) + ")" : "";
    return "line " + row.line() + ", column " + (field + 1) + name;
  }

  private boolean advance() throws IOException {
    try {
      boolean more = rows.hasNext();
      if (more) {
        rows.next();
      }
      return more;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new TableException(file + ", " + place(row.fields()) + ": " + reason(e), e);
    }
  }

  /** In our words, since the parser's print numbers as the user's locale does. */
  private static String reason(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("Unclosed")) {
      return "a quoted field begins there and is never closed: expected another \" at its end";
    }
    if (message.startsWith("Unexpected character")) {
      return "found text after the closing quote of a field: expected a separator or the end of the"
          + " line there, and a quote within a quoted field written twice";
    }
    return "a field of more than "
        + Words.grouped(Row.MAX_ROW)
        + " characters: expected at most "
        + Words.grouped(Row.MAX_FIELD)
        + "; is a quote missing at its end, or is the file not text?";
  }
}
