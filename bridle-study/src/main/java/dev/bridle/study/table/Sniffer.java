package dev.bridle.study.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the separator and the header from the first 65,536 characters of a file.
 *
 * <p>Of comma, semicolon, tab and bar, the separator is the one that gives more than one column,
 * then the same number of fields in nine rows of ten and in the first, then the larger share of
 * numbers, then more columns. A comma is not tried where it is the decimal character.
 */
final class Sniffer {
  private static final int SAMPLE = 65_536;
  private static final int MAX_ROWS = 1000;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final Path file;
  private final TableOptions options;
  private final MissingWords missing;

  Sniffer(Path file, TableOptions options) {
    this.file = file;
    this.options = options;
    this.missing = options.missingWords();
  }

  /** Reads the beginning of the file and decides. */
  Dialect look() throws IOException {
    String sample = sample();
    Candidate best =
        options
            .format()
            .separator()
            .map(given -> candidate(given, sample))
            .orElseGet(() -> detect(sample));
    HeaderGuess guess = new HeaderGuess(best.rows(), missing, options.format().decimal());
    return guess.dialect(best.separator(), options.format().header());
  }

  private Candidate detect(String sample) {
    Comparator<Candidate> better =
        Comparator.<Candidate>comparingInt(c -> c.columns() > 1 ? 1 : 0)
            .thenComparing(c -> c.agreeing() >= 0.9)
            .thenComparing(Candidate::numeric)
            .thenComparing(Candidate::columns);
    Candidate best = candidate(options.format().decimal() == ',' ? ';' : ',', sample);
    for (char separator : SEPARATORS) {
      if (separator != options.format().decimal()) {
        Candidate next = candidate(separator, sample);
        best = better.compare(next, best) > 0 ? next : best;
      }
    }
    return best;
  }

  private String sample() throws IOException {
    char[] buffer = new char[SAMPLE];
    int size = 0;
    try (Reader source = new TextSource(file, options.format().encoding())) {
      int count = source.read(buffer, 0, SAMPLE);
      while (count > 0 && size + count < SAMPLE) {
        size += count;
        count = source.read(buffer, size, SAMPLE - size);
      }
      size += Math.max(0, count);
    }
    String sample = new String(buffer, 0, size);
    long zeros = sample.chars().filter(c -> c == 0).count();
    if (10 * zeros > 3L * size) {
      throw new TableException(
          file
              + ": "
              + Words.grouped(zeros)
              + " of the first "
              + Words.count(size, "character")
              + " are NUL: expected text in "
              + options.format().encoding().name()
              + "; "
              + EncodingHint.at(file, 0, options.format().encoding()));
    }
    return sample;
  }

  private Candidate candidate(char separator, String sample) {
    List<List<String>> rows = parse(separator, sample);
    if (sample.length() == SAMPLE && rows.size() > 1) {
      rows.remove(rows.size() - 1); // it may be cut
    }
    int usual = usualWidth(rows);
    long same = rows.stream().filter(row -> row.size() == usual).count();
    boolean first = !rows.isEmpty() && rows.get(0).size() == usual;
    double agreeing = first ? same / (double) rows.size() : 0;
    return new Candidate(separator, rows, usual, agreeing, numericShare(separator, rows));
  }

  /** The most frequent number of fields, the larger of two. */
  private static int usualWidth(List<List<String>> rows) {
    Map<Integer, Integer> widths = new HashMap<>();
    rows.forEach(row -> widths.merge(row.size(), 1, Integer::sum));
    return widths.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  private static List<List<String>> parse(char separator, String sample) {
    List<List<String>> rows = new ArrayList<>();
    Row row = new Row(SAMPLE);
    try (CsvReader<Row> csv = parser(separator).build(new RowHandler(row), sample)) {
      for (var next = csv.iterator(); rows.size() < MAX_ROWS && next.hasNext(); ) {
        Row read = next.next();
        if (!read.isBlank() && read.problem().isEmpty()) {
          rows.add(texts(read));
        }
      }
    } catch (CsvParseException e) {
      // the rows so far will do: either these quotes do not fit this separator, or the reading
      // of the whole file comes upon the same error and names it
    } catch (IOException e) {
      throw new IllegalStateException("closing a parser of a text in memory", e);
    }
    return rows;
  }

  /** A parser that checks nothing but quotes. */
  static CsvReader.CsvReaderBuilder parser(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>(row.fields());
    for (int i = 0; i < row.fields(); i++) {
      texts.add(row.text(i));
    }
    return texts;
  }

  private double numericShare(char separator, List<List<String>> rows) {
    NumberParser point = new NumberParser('.');
    NumberParser comma = new NumberParser(separator == ',' ? '.' : ',');
    long fields = 0;
    long numbers = 0;
    for (List<String> row : rows) {
      for (String text : row) {
        boolean isMissing = missing.contains(text.toCharArray(), 0, text.length());
        fields += isMissing ? 0 : 1;
        numbers += !isMissing && (point.isNumber(text) || comma.isNumber(text)) ? 1 : 0;
      }
    }
    return fields == 0 ? 0 : numbers / (double) fields;
  }

  /**
   * What a separator makes of the sample.
   *
   * @param rows the fields of each row
   * @param columns the most frequent number of fields
   * @param agreeing the share of rows with that many, 0 if the first is not among them
   * @param numeric the share of numbers among the fields that are not missing
   */
  private record Candidate(
      char separator, List<List<String>> rows, int columns, double agreeing, double numeric) {}
}
