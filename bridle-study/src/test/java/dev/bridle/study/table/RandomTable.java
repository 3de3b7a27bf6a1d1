package dev.bridle.study.table;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up table, and a file that holds it in one of the ways files do. */
final class RandomTable {
  private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "GB18030", "UTF-16BE");
  private static final String SEPARATORS = ",;\t|";

  private final Random random;
  private final List<Column> columns = new ArrayList<>();
  private final Charset encoding;
  private final char separator;
  private final char decimal;
  private final String lineEnd;
  private final boolean mark;

  RandomTable(Random random) {
    this.random = random;
    this.encoding = Charset.forName(ENCODINGS.get(random.nextInt(ENCODINGS.size())));
    this.separator = SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
    this.decimal = separator != ',' && random.nextBoolean() ? ',' : '.';
    this.lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    this.mark = encoding.name().startsWith("UTF") && random.nextBoolean();
    int rows = 20 + random.nextInt(random.nextInt(4) == 0 ? 1000 : 80); // blocks have 256
    int width = 1 + random.nextInt(6);
    for (int i = 0; i < width; i++) {
      String name = "n" + i + text();
      columns.add(random.nextBoolean() ? numbers(name, rows) : texts(name, rows));
    }
    double[] target = random.doubles(rows).toArray();
    columns.add(new NumberColumn("y", target));
  }

  /** What the file holds. */
  List<Column> columns() {
    return columns;
  }

  /** How it is to be read; what a reader can find out by itself is left to it at times. */
  TableOptions options() {
    CsvFormat format = CsvFormat.usual().withDecimal(decimal).withHeader(Header.YES);
    format = random.nextBoolean() ? format : format.withSeparator(separator);
    return TableOptions.defaults().withFormat(mark ? format : format.withEncoding(encoding));
  }

  /** The file. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder(mark ? "\uFEFF" : "");
    List<String> names = columns.stream().map(Column::name).toList();
    addRow(text, names);
    for (int row = 0; row < columns.get(0).size(); row++) {
      int at = row;
      addRow(text, columns.stream().map(column -> cell(column, at)).toList());
    }
    return text.toString().getBytes(encoding);
  }

  private String cell(Column column, int row) {
    if (column.isMissing(row)) {
      return List.of("", "NA", "?").get(random.nextInt(3));
    }
    return column instanceof NumberColumn numbers
        ? Double.toString(numbers.values()[row]).replace('.', decimal)
        : column.text(row);
  }

  private void addRow(StringBuilder text, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean quote = cell.matches("(?s).*[,;\t|\"\r\n].*") || random.nextInt(5) == 0;
      text.append(i == 0 ? "" : separator)
          .append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    text.append(lineEnd);
  }

  private NumberColumn numbers(String name, int rows) {
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      double wide = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      values[row] = random.nextInt(10) == 0 ? Double.NaN : random.nextBoolean() ? wide : row;
    }
    return new NumberColumn(name, values);
  }

  private CategoryColumn texts(String name, int rows) {
    List<String> dictionary = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      dictionary.add("k" + i + text() + "z");
    }
    int[] codes = random.ints(rows, -1, dictionary.size()).toArray();
    codes[0] = 0;
    return new CategoryColumn(name, codes, dictionary);
  }

  /** Text with whatever makes CSV hard, without space at its ends. */
  private String text() {
    String hard = "a,b;c|d\te\"f\ng\"\"h ä猫é1.5";
    String part = hard.substring(random.nextInt(8), 9 + random.nextInt(hard.length() - 9));
    return random.nextBoolean() ? part.strip() : "";
  }
}
