package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects one column and decides on all its values what it holds.
 *
 * <p>Values are kept as numbers until the first text comes. If no number came before, they are kept
 * as texts from there on; otherwise the column is mixed: its values are only counted, and if it
 * turns out to be categorical it has to be read again as texts, since "1" and "1.0" are one number
 * and two categories. So the text of numbers is never kept.
 */
final class ColumnBuilder {
  /** What is known about a column beforehand. */
  enum Known {
    /** Nothing. */
    NOTHING,
    /** That it was found to be categorical when the file was read before. */
    FOUND_CATEGORICAL,
    /** That the user takes it for categorical. */
    DECLARED_CATEGORICAL
  }

  private enum State {
    NUMBERS,
    TEXTS,
    COUNTING
  }

  private static final int SHOWN = 3;

  private final String name;
  private final Known known;
  private final MissingWords missing;
  private final NumberParser parser;
  private final DoubleList numbers = new DoubleList();
  private final IntList codes = new IntList();
  private Dictionary dictionary = new Dictionary();
  private final List<Found> odd = new ArrayList<>();
  private Optional<Found> infinite = Optional.empty();
  private State state;
  private boolean overflowed;
  private boolean otherDecimal;
  private int rows;
  private long numeric;
  private long texts;

  ColumnBuilder(String name, Known known, MissingWords missing, NumberParser parser) {
    this.name = name;
    this.known = known;
    this.missing = missing;
    this.parser = parser;
    this.state = known == Known.NOTHING ? State.NUMBERS : State.TEXTS;
  }

  /** Adds the values of one field in a block of rows. */
  void add(RowBlock block, int field) {
    char[] s = block.chars();
    int plain = state == State.NUMBERS && !missing.hasNumbers() ? addNumbers(block, field) : 0;
    for (int row = plain; row < block.rows(); row++) {
      add(s, block.start(row, field), block.end(row, field), block.line(row));
    }
  }

  /** The usual case, made fast: takes numbers and empty fields up to another, and counts them. */
  private int addNumbers(RowBlock block, int field) {
    char[] s = block.chars();
    int empty = 0;
    int row = 0;
    for (; row < block.rows(); row++) {
      int from = block.start(row, field);
      int to = block.end(row, field);
      if (from == to) {
        numbers.add(Double.NaN);
        empty++;
      } else if (parser.parse(s, from, to) == NumberParser.Kind.NUMBER) {
        numbers.add(parser.value());
      } else {
        break;
      }
    }
    rows += row;
    numeric += row - empty;
    return row;
  }

  private void add(char[] s, int from, int to, int line) {
    rows++;
    if (missing.contains(s, from, to)) {
      addMissing();
    } else if (state == State.TEXTS) {
      addText(s, from, to, line);
    } else {
      addNumber(parser.parse(s, from, to), s, from, to, line);
    }
  }

  private void addMissing() {
    if (state == State.NUMBERS) {
      numbers.add(Double.NaN);
    } else if (state == State.TEXTS) {
      codes.add(-1);
    }
  }

  private void addNumber(NumberParser.Kind kind, char[] s, int from, int to, int line) {
    if (kind == NumberParser.Kind.TEXT && numeric == 0 && state == State.NUMBERS) {
      turnToTexts();
      addText(s, from, to, line);
    } else if (kind == NumberParser.Kind.TEXT) {
      state = State.COUNTING;
      numbers.drain();
      texts++;
      remember(s, from, to, line);
    } else {
      numeric++;
      boolean finite = kind == NumberParser.Kind.NUMBER;
      if (!finite && infinite.isEmpty()) {
        infinite = Optional.of(new Found(line, new String(s, from, to - from)));
      }
      if (state == State.NUMBERS) {
        numbers.add(finite ? parser.value() : Double.NaN);
      }
    }
  }

  private void turnToTexts() {
    state = State.TEXTS;
    for (int i = numbers.drain().length; i > 0; i--) {
      codes.add(-1);
    }
  }

  private void addText(char[] s, int from, int to, int line) {
    int before = dictionary.size();
    codes.add(dictionary.add(s, from, to));
    if (dictionary.size() == before) {
      return;
    }
    if (known == Known.NOTHING && parser.parse(s, from, to) == NumberParser.Kind.TEXT) {
      remember(s, from, to, line);
    }
    if (dictionary.size() > TextColumn.MAX_DICTIONARY) {
      countTexts();
      otherDecimal = isOtherDecimal();
      overflowed = true;
      state = State.COUNTING;
      codes.drain();
      dictionary = new Dictionary();
    }
  }

  private void remember(char[] s, int from, int to, int line) {
    if (odd.size() < SHOWN) {
      odd.add(new Found(line, new String(s, from, to - from)));
    }
  }

  /** Ends the collecting: counts numbers among the texts. */
  void end() {
    if (state == State.TEXTS) {
      countTexts();
      otherDecimal = isOtherDecimal();
    }
  }

  private void countTexts() {
    List<String> all = dictionary.texts();
    for (int code = 0; code < all.size(); code++) {
      boolean number = parser.isNumber(all.get(code));
      numeric += number ? dictionary.count(code) : 0;
      texts += number ? 0 : dictionary.count(code);
    }
  }

  /** Whether all texts, two or more, would be numbers with the other decimal character. */
  private boolean isOtherDecimal() {
    NumberParser other = new NumberParser(parser.decimal() == '.' ? ',' : '.');
    List<String> all = dictionary.texts();
    return all.size() > 1
        && all.stream().allMatch(other::isNumber)
        && !all.stream().allMatch(parser::isNumber);
  }

  /** Whether the column is mixed, and has to be read again as texts. */
  boolean isMixed() {
    return state == State.COUNTING && !overflowed;
  }

  /** The column. */
  Column build() {
    return switch (state) {
      case NUMBERS -> new NumberColumn(name, numbers.drain());
      case TEXTS -> new CategoryColumn(name, codes.drain(), dictionary.texts());
      case COUNTING -> new TextColumn(name, rows);
    };
  }

  String name() {
    return name;
  }

  /** Where the first infinite number is, in a column of numbers. */
  Optional<Found> infinite() {
    return infinite.filter(f -> state == State.NUMBERS);
  }

  /** The first values that are no numbers, if at least 99 of 100 values are. */
  List<Found> odd() {
    boolean nearlyNumeric = known == Known.NOTHING && 100 * texts <= numeric + texts;
    return nearlyNumeric ? List.copyOf(odd) : List.of();
  }

  /** How many values are numbers. */
  long numeric() {
    return numeric;
  }

  /** How many values are neither numbers nor missing. */
  long texts() {
    return texts;
  }

  /** Whether the values are numbers with the other decimal character. */
  boolean hasOtherDecimal() {
    return otherDecimal && known != Known.DECLARED_CATEGORICAL;
  }

  /**
   * A value and the line it was found at.
   *
   * @param line counted from 1
   * @param text as written
   */
  record Found(int line, String text) {}
}
