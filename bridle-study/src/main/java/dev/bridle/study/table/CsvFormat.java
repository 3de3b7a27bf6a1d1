package dev.bridle.study.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a file writes its table, and how large a table may be.
 *
 * @param header whether the first row holds names; {@code --header}, {@code --no-header}
 * @param encoding how bytes become characters where no byte order mark says so; {@code --encoding}
 * @param decimal the character before the fraction of a number, {@code '.'} or {@code ','}; {@code
 *     --decimal}
 * @param separator the character between fields; if absent, the one of {@code , ; tab |} that fits
 *     the file's beginning best; {@code --separator}
 * @param badRows what happens to rows that cannot be read; {@code --bad-rows}
 * @param maxColumns more columns than this are refused
 * @param maxCells more rows times columns than this are refused
 */
public record CsvFormat(
    Header header,
    Charset encoding,
    char decimal,
    Optional<Character> separator,
    BadRows badRows,
    int maxColumns,
    long maxCells) {

  /** Bytes of heap for which one cell is allowed by default: 8 here, 4 prepared, and some room. */
  static final int BYTES_PER_CELL = 16;

  /** Checks that separator, decimal character and limits are usable. */
  public CsvFormat {
    if (decimal != '.' && decimal != ',') {
      throw new IllegalArgumentException("decimal = " + quote(decimal) + ": expected . or ,");
    }
    if (separator.isPresent() && "\"\r\n\0".indexOf(separator.get()) >= 0) {
      throw new IllegalArgumentException(
          "separator = "
              + quote(separator.get())
              + ": expected a character other than a quote, a line end or NUL");
    }
    if (separator.isPresent() && separator.get() == decimal) {
      throw new IllegalArgumentException(
          "separator = " + quote(decimal) + ": expected another than the decimal character");
    }
    if (maxColumns < 1) {
      throw new IllegalArgumentException("maxColumns = " + maxColumns + ": expected at least 1");
    }
    if (maxCells < 1) {
      throw new IllegalArgumentException("maxCells = " + maxCells + ": expected at least 1");
    }
  }

  /**
   * UTF-8, the header noticed, the separator detected, a decimal point, bad rows an error, at most
   * 100,000 columns, and one cell for every 16 bytes of heap.
   */
  public static CsvFormat usual() {
    return new CsvFormat(
        Header.NOTICED,
        StandardCharsets.UTF_8,
        '.',
        Optional.empty(),
        BadRows.FAIL,
        100_000,
        Runtime.getRuntime().maxMemory() / BYTES_PER_CELL);
  }

  /** The encoding of a name such as {@code windows-1252}, {@code GBK} or {@code UTF-16}. */
  public static Charset encodingOf(String name) {
    try {
      if (Charset.isSupported(name)) {
        return Charset.forName(name);
      }
    } catch (IllegalCharsetNameException e) {
      // answered below like a name that is well formed and unknown
    }
    throw new IllegalArgumentException(
        "encoding "
            + Words.quote(name)
            + ": expected a name such as UTF-8, windows-1252, UTF-16 or GBK"
            + Nearest.hint(name, Charset.availableCharsets().keySet()));
  }

  /** The same with another reading of the first row. */
  public CsvFormat withHeader(Header value) {
    return new CsvFormat(value, encoding, decimal, separator, badRows, maxColumns, maxCells);
  }

  /** The same in another encoding. */
  public CsvFormat withEncoding(Charset value) {
    return new CsvFormat(header, value, decimal, separator, badRows, maxColumns, maxCells);
  }

  /** The same with another decimal character. */
  public CsvFormat withDecimal(char value) {
    return new CsvFormat(header, encoding, value, separator, badRows, maxColumns, maxCells);
  }

  /** The same with the separator given. */
  public CsvFormat withSeparator(char value) {
    Optional<Character> given = Optional.of(value);
    return new CsvFormat(header, encoding, decimal, given, badRows, maxColumns, maxCells);
  }

  /** The same with another answer to bad rows. */
  public CsvFormat withBadRows(BadRows value) {
    return new CsvFormat(header, encoding, decimal, separator, value, maxColumns, maxCells);
  }

  /** The same with other limits of columns, and of rows times columns. */
  public CsvFormat withLimits(int columns, long cells) {
    return new CsvFormat(header, encoding, decimal, separator, badRows, columns, cells);
  }

  private static String quote(char c) {
    return Words.quote(Character.toString(c));
  }
}
