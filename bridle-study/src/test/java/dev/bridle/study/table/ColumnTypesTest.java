package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a column is taken for, decided on all rows. */
final class ColumnTypesTest {
  private static final TableOptions OPTIONS = TableOptions.defaults();

  @TempDir Path folder;

  @Test
  void numbers_quotedOrSpacedOrNot_areNumbers() {
    assertThat(numbers("1", "\"2\"", " 3 ", "-4.5", "1e2", ".5", "+6"))
        .containsExactly(1, 2, 3, -4.5, 100, 0.5, 6);
  }

  @Test
  void numbers_missingWords_areNaN() {
    assertThat(numbers("1", "", "NA", "n/a", "NaN", "null", "?", "-", "\"\"", "2"))
        .containsExactly(
            1,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            2);
  }

  @Test
  void numbers_declaredMissingWord_isNaN() {
    Table table = read(OPTIONS.withMissing(List.of("-999")), "1", "-999", "3");
    assertThat(((NumberColumn) table.columns().get(0)).values()).containsExactly(1, Double.NaN, 3);
  }

  @Test
  void texts_areCategories_withTheirMissing() {
    CategoryColumn column = texts(OPTIONS, "red", "NA", "blue", "red", "");
    assertThat(column.dictionary()).containsExactly("red", "blue");
    assertThat(column.codes()).containsExactly(0, -1, 1, 0, -1);
  }

  @Test
  void texts_afterMissingOnes_keepTheirRows() {
    CategoryColumn column = texts(OPTIONS, "", "?", "red", "5", "blue");
    assertThat(column.codes()).containsExactly(-1, -1, 0, 1, 2);
    assertThat(column.dictionary()).containsExactly("red", "5", "blue");
  }

  @Test
  void mixed_isCategories_asTheyAreWritten() {
    CategoryColumn column = texts(OPTIONS, "1", "", "1.0", "01", "A", "inf", "1");
    assertThat(column.dictionary()).containsExactly("1", "1.0", "01", "A", "inf");
    assertThat(column.codes()).containsExactly(0, -1, 1, 2, 3, 4, 0);
  }

  /** Rows are passed on in blocks of 256: the first text may come at the edge of one. */
  @Test
  void mixed_fromAnyRowOn_isCategories_asTheyAreWritten() {
    for (int from : new int[] {1, 255, 256, 257, 511, 512, 513}) {
      String[] values = new String[2 * from + 20];
      Arrays.setAll(values, row -> row < from ? row + ".0" : row % 3 == 0 ? "" : "t" + row);
      CategoryColumn column = texts(OPTIONS, values);
      for (int row = 0; row < values.length; row++) {
        assertThat(column.text(row)).as("text from row %s on", from).isEqualTo(values[row]);
      }
    }
  }

  @Test
  void allMissing_isNumbersWithoutAny() {
    assertThat(numbers("", "NA", "?")).containsExactly(Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void declaredCategorical_byNameOrNumber_isCategories() {
    assertThat(texts(OPTIONS.withCategorical(List.of("x")), "01", "1").dictionary())
        .containsExactly("01", "1");
    assertThat(texts(OPTIONS.withCategorical(List.of("1")), "01", "1").dictionary())
        .containsExactly("01", "1");
  }

  @Test
  void oneTextInManyNumbers_isAnErrorThatNamesTheLine() {
    String[] values = repeat("7", 30_000, "oops");
    assertRefused(
        OPTIONS,
        values,
        ", line 30002, column \"x\": found \"oops\", expected a number, as 30,000 of 30,001 values"
            + " are; if it stands for a missing value: --missing oops; if the column holds"
            + " categories: --categorical x; or leave the column out: --drop x");
  }

  @Test
  void severalTextsInManyNumbers_areNamedUpToThree() {
    String[] values = repeat("7", 1000, "a b", "c", "7", "d", "e");
    assertRefused(
        OPTIONS,
        values,
        ", line 1002, column \"x\": found \"a b\" (then line 1003 \"c\", line 1005 \"d\"), expected"
            + " a number, as 1,001 of 1,005 values are; if it stands for a missing value: --missing"
            + " \"a b\"; if the column holds categories: --categorical x; or leave the column out:"
            + " --drop x");
  }

  @Test
  void textFirstAndNumbersAfter_isTheSameError() {
    String[] all = new String[400];
    for (int i = 0; i < all.length; i++) {
      all[i] = i == 0 ? "oops" : Integer.toString(i);
    }
    assertRefused(
        OPTIONS,
        all,
        ", line 2, column \"x\": found \"oops\", expected a number, as 399 of 400 values are; if it"
            + " stands for a missing value: --missing oops; if the column holds categories:"
            + " --categorical x; or leave the column out: --drop x");
  }

  @Test
  void oneTextInAHundredValues_isAnError() {
    assertRefused(
        OPTIONS,
        repeat("7", 99, "oops"),
        ", line 101, column \"x\": found \"oops\", expected a number, as 99 of 100 values are; if"
            + " it stands for a missing value: --missing oops; if the column holds categories:"
            + " --categorical x; or leave the column out: --drop x");
  }

  @Test
  void oneTextInNinetyNineValues_isACategory() {
    assertThat(texts(OPTIONS, repeat("7", 98, "oops")).dictionary()).containsExactly("7", "oops");
  }

  @Test
  void twoTextsInAHundredNumbers_areCategories() {
    assertThat(texts(OPTIONS, repeat("7", 100, "a", "b")).dictionary())
        .containsExactly("7", "a", "b");
  }

  @Test
  void oneTextInManyNumbers_declared_isReadAsDeclared() {
    String[] values = repeat("7", 30_000, "oops");
    assertThat(texts(OPTIONS.withCategorical(List.of("x")), values).dictionary())
        .containsExactly("7", "oops");
    Table table = read(OPTIONS.withMissing(List.of("OOPS")), values);
    assertThat(table.columns().get(0).missing()).isEqualTo(1);
    assertThat(table.columns().get(0).type()).isEqualTo("number");
  }

  @Test
  void infiniteNumber_isAnErrorThatNamesTheLine() {
    assertRefused(
        OPTIONS,
        new String[] {"1", "2", "1e400", "inf"},
        ", line 4, column \"x\": found \"1e400\", expected a finite number, of at most 1.8e308; if"
            + " it stands for a missing value: --missing 1e400; or leave the column out: --drop x");
    assertRefused(
        OPTIONS,
        new String[] {"-inf", "2", "1.797e309"},
        ", line 2, column \"x\": found \"-inf\", expected a finite number, of at most 1.8e308; if"
            + " it stands for a missing value: --missing=-inf; or leave the column out: --drop x");
  }

  @Test
  void infiniteNumber_declaredMissing_isMissing() {
    Table table = read(OPTIONS.withMissing(List.of("1e400")), "1", "1E400", "3");
    assertThat(((NumberColumn) table.columns().get(0)).values()).containsExactly(1, Double.NaN, 3);
  }

  @Test
  void decimalComma_declared_isANumber() {
    TableOptions comma = OPTIONS.withFormat(CsvFormat.usual().withDecimal(','));
    Table table = readText(comma, "x;y\n1,5;2,25\n-3;1e-2\n");
    assertThat(((NumberColumn) table.columns().get(0)).values()).containsExactly(1.5, -3);
    assertThat(((NumberColumn) table.columns().get(1)).values()).containsExactly(2.25, 0.01);
  }

  @Test
  void decimalComma_notDeclared_isAnErrorThatSaysSo() {
    assertRefusedText(
        OPTIONS,
        "x;y\n1;1\n2,5;2\n3;1\n",
        ", column \"x\": all values are numbers with \",\" before the fraction, expected \".\"; to"
            + " read them: --decimal ,; to take them for categories: --categorical x; or leave the"
            + " column out: --drop x");
    assertRefusedText(
        OPTIONS.withFormat(CsvFormat.usual().withDecimal(',')),
        "x;y\n1.5;1\n2.5;2\n3;1\n",
        ", column \"x\": all values are numbers with \".\" before the fraction, expected \",\"; to"
            + " read them: --decimal .; to take them for categories: --categorical x; or leave the"
            + " column out: --drop x");
  }

  @Test
  void decimalComma_inTextsOfWhichSomeAreNone_isNoError() {
    Table table = readText(OPTIONS, "x;y\n1,5;1\nnone yet;2\n2,5;1\n");
    assertThat(table.columns().get(0).type()).isEqualTo("category");
  }

  @Test
  void manyDifferentTexts_areNotKept() {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i <= TextColumn.MAX_DICTIONARY; i++) {
      text.append("key").append(i).append(',').append(i % 7).append('\n');
    }
    Table table = readText(OPTIONS, text.toString());
    assertThat(table.columns().get(0)).isInstanceOf(TextColumn.class);
    assertThat(table.columns().get(0).size()).isEqualTo(100_001);
    assertThat(TableReport.of(table))
        .contains(Note.info("column \"x\" has more than 100,000 different texts and is left out"));
  }

  @Test
  void manyDifferentNumbersBehindAText_areNearlyNumeric() {
    StringBuilder text = new StringBuilder("x,y\noops,1\n");
    for (int i = 0; i <= TextColumn.MAX_DICTIONARY; i++) {
      text.append(i).append(',').append(i % 7).append('\n');
    }
    assertRefusedText(
        OPTIONS,
        text.toString(),
        ", line 2, column \"x\": found \"oops\", expected a number, as 100,001 of 100,002 values"
            + " are; if it stands for a missing value: --missing oops; if the column holds"
            + " categories: --categorical x; or leave the column out: --drop x");
  }

  private double[] numbers(String... values) {
    return ((NumberColumn) read(OPTIONS, values).columns().get(0)).values();
  }

  private CategoryColumn texts(TableOptions options, String... values) {
    return (CategoryColumn) read(options, values).columns().get(0);
  }

  /** The table of a column x with these values, and a target y of numbers. */
  private Table read(TableOptions options, String... values) {
    return readText(options, text(values));
  }

  private Table readText(TableOptions options, String text) {
    return TableReader.of(options.withTask(TaskKind.REGRESSION)).read(CsvFiles.write(folder, text));
  }

  private static String text(String... values) {
    return "x,y\n" + CsvFiles.lines(values.length, i -> values[i] + "," + i);
  }

  private static String[] repeat(String value, int times, String... more) {
    String[] all = new String[times + more.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i < times ? value : more[i - times];
    }
    return all;
  }

  private void assertRefused(TableOptions options, String[] values, String message) {
    assertRefusedText(options, text(values), message);
  }

  private void assertRefusedText(TableOptions options, String text, String message) {
    Path file = CsvFiles.write(folder, text);
    assertThatThrownBy(() -> TableReader.of(options).read(file))
        .isInstanceOf(TableException.class)
        .hasMessage(file + message);
  }
}
