package dev.bridle.study.table;

import java.util.List;
import java.util.Optional;

/** Whether the first of some rows looks like data, by the rule of {@link Header#NOTICED}. */
final class HeaderGuess {
  private static final int FEWEST_COUNTED = 3;

  private final List<List<String>> rows;
  private final MissingWords missing;
  private final NumberParser parser;

  HeaderGuess(List<List<String>> rows, MissingWords missing, char decimal) {
    this.rows = rows;
    this.missing = missing;
    this.parser = new NumberParser(decimal);
  }

  /** The dialect, given what the user said about the header. */
  Dialect dialect(char separator, Header header) {
    boolean data = header != Header.NO && looksLikeData();
    if (header == Header.YES || !data) {
      Optional<Note> note =
          Optional.of(
                  Note.warning(
                      "the first row looks like data, but is taken for the names of the columns; if"
                          + " it is data: --no-header"))
              .filter(n -> data);
      return new Dialect(separator, header != Header.NO, note);
    }
    return new Dialect(
        separator,
        false,
        Optional.of(
            Note.info(
                "the first row looks like data and is taken as such, and columns are named c1 to c"
                    + rows.get(0).size()
                    + " (--no-header says the same; if the first row holds names: --header)")));
  }

  private boolean looksLikeData() {
    if (rows.isEmpty() || isCounting(rows.get(0))) {
      return false;
    }
    List<String> first = rows.get(0);
    boolean anyNumber = false;
    boolean anyNumeric = false;
    for (int column = 0; column < first.size(); column++) {
      boolean number = parser.isNumber(first.get(column));
      if (isNumericBelow(column) && !number && !isMissing(first.get(column))) {
        return false;
      }
      anyNumeric |= isNumericBelow(column);
      anyNumber |= number && isNumericBelow(column);
    }
    return anyNumeric ? anyNumber : comesAgain(first);
  }

  /** Whether every value of a row that is not missing comes again below in its own column. */
  private boolean comesAgain(List<String> first) {
    for (int column = 0; column < first.size(); column++) {
      int place = column;
      String text = first.get(column);
      boolean again =
          rows.stream().skip(1).anyMatch(row -> place < row.size() && row.get(place).equals(text));
      if (!again && !isMissing(text)) {
        return false;
      }
    }
    return rows.size() > 1;
  }

  /**
   * Whether all values below the first row are numbers; with no row below, whether all could be.
   */
  private boolean isNumericBelow(int column) {
    boolean any = rows.size() == 1;
    for (List<String> row : rows.subList(1, rows.size())) {
      String text = column < row.size() ? row.get(column) : "";
      if (!isMissing(text)) {
        if (!parser.isNumber(text)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** Whether the numbers in a row are three or more and count up by one. */
  private boolean isCounting(List<String> row) {
    double before = Double.NaN;
    int count = 0;
    for (String text : row) {
      if (parser.isNumber(text)) {
        double value = parser.value();
        if (count > 0 && value != before + 1) {
          return false;
        }
        before = value;
        count++;
      }
    }
    return count >= FEWEST_COUNTED;
  }

  private boolean isMissing(String text) {
    return missing.contains(text.toCharArray(), 0, text.length());
  }
}
