package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, and in which words. */
final class TableReaderErrorsTest {
  private static final TableOptions OPTIONS = TableOptions.defaults();
  private static final String ROWS = "1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n9,a\n10,b\n";

  @TempDir Path folder;

  @Test
  void file_missing() {
    Path file = folder.resolve("none.csv");
    assertThatThrownBy(() -> TableReader.of(OPTIONS).read(file))
        .isInstanceOf(TableException.class)
        .hasMessage(file + ": does not exist, expected a CSV file");
  }

  @Test
  void file_folder() {
    assertThatThrownBy(() -> TableReader.of(OPTIONS).read(folder))
        .isInstanceOf(TableException.class)
        .hasMessage(folder + ": is a folder, expected a CSV file");
  }

  @Test
  void file_device() {
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device), "a system with /dev/zero");
    assertThatThrownBy(() -> TableReader.of(OPTIONS).read(device))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "/dev/zero: is a pipe or a device, expected a CSV file, since it may be read twice;"
                + " write the data to a file first");
  }

  @Test
  void file_empty() {
    assertRefused("", ": no rows (0 bytes), expected a table");
    assertRefused("\n\r\n  \n", ": no rows (6 bytes), expected a table");
  }

  @Test
  void file_headerOnly() {
    assertRefused(
        "a,b,c\n",
        ": a header of 3 columns and no rows below it, expected at least one; if it is data:"
            + " --no-header");
  }

  @Test
  void file_oneColumn() {
    assertRefused(
        "a\n1\n2\n",
        ": 1 column: expected a target and at least one more; if another character separates the"
            + " columns, name it with --separator");
  }

  @Test
  void row_ragged() {
    assertRefused(
        "x,y\n1,a\n2\n3,b\n",
        ", line 3: 1 field, expected 2 as in line 1; mend the line, or leave such rows out:"
            + " --bad-rows skip");
    assertRefused(
        "x,y\n1,a\n\n2,b,c\n",
        ", line 4: 3 fields, expected 2 as in line 1; mend the line, or leave such rows out:"
            + " --bad-rows skip");
  }

  @Test
  void row_raggedAfterAFieldOfTwoLines_hasTheRightLine() {
    assertRefused(
        "x,y\n1,\"a\nb\"\n2\n",
        ", line 4: 1 field, expected 2 as in line 1; mend the line, or leave such rows out:"
            + " --bad-rows skip");
  }

  @Test
  void quote_neverClosed() {
    assertRefused(
        "x,name,y\n1,a,b\n2,\"c,d\n3,e,f\n",
        ", line 3, column 2 (\"name\"): a quoted field begins there and is never closed: expected"
            + " another \" at its end");
  }

  @Test
  void quote_closedInTheMiddle() {
    assertRefused(
        "x,name,y\n1,a,b\n2,\"c\"d,e\n",
        ", line 3, column 2 (\"name\"): found text after the closing quote of a field: expected a"
            + " separator or the end of the line there, and a quote within a quoted field written"
            + " twice");
  }

  @Test
  void nul_inARow() {
    assertRefused(
        "x,y\n1,a\n2,b\0\n",
        ", line 3, column 2 (\"y\"): found a NUL character (byte 0); mend the line, or leave such"
            + " rows out: --bad-rows skip");
  }

  @Test
  void nul_inTheHeader() {
    assertRefused(
        "x,y\0\n1,a\n2,b\n", ", line 1, column 2: found a NUL character (byte 0); mend the line");
  }

  @Test
  void field_tooLong() {
    String field = "z".repeat(10_485_760);
    assertRefused(
        "x,y\n1,a\n2," + field + "\n",
        ", line 3, column 2 (\"y\"): found 10,485,760 characters, expected at most 1,000,000; mend"
            + " the line, or leave such rows out: --bad-rows skip");
  }

  @Test
  void field_beyondTheParser() {
    String field = "z".repeat(Row.MAX_ROW + 1);
    assertRefused(
        "x,y\n1,a\n2," + field + "\n",
        ", line 3, column 2 (\"y\"): a field of more than 16,777,216 characters: expected at most"
            + " 1,000,000; is a quote missing at its end, or is the file not text?");
  }

  @Test
  void row_tooLong() {
    String field = "z".repeat(900_000);
    String row = String.join(",", Collections.nCopies(20, field));
    String header = String.join(",", Layout.numbered(20));
    assertRefused(
        header + "\n" + row + "\n",
        ", line 2, column 19 (\"c19\"): found a row of more than 16,777,216 characters; mend the"
            + " line, or leave such rows out: --bad-rows skip");
  }

  @Test
  void bytes_ofAnotherEncoding() {
    Path file = CsvFiles.write(folder, "stadt,y\nKöln,1\n", Charset.forName("windows-1252"));
    assertThatThrownBy(() -> TableReader.of(OPTIONS).read(file))
        .isInstanceOf(TableException.class)
        .hasMessage(
            file
                + ": byte 0xF6 at offset 9 is no text in UTF-8; if the file is in another encoding,"
                + " name it: --encoding windows-1252");
  }

  @Test
  void bytes_badBehindTheFirstBlock() {
    byte[] bytes = ("x,y\n" + "1,a\n".repeat(50_000) + "2,é\n").getBytes(Charset.forName("GBK"));
    Path file = CsvFiles.write(folder, bytes);
    assertThatThrownBy(() -> TableReader.of(OPTIONS).read(file))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith(file + ": byte 0xA8 at offset 200006 is no text in UTF-8; if the");
  }

  @Test
  void header_sameNameTwice() {
    assertRefused(
        "age,y,age\n1,a,2\n",
        ", line 1: columns 1 and 3 are both named \"age\": expected different names; rename one,"
            + " or, if the line holds data: --no-header");
  }

  @Test
  void target_unknown() {
    assertRefused(
        OPTIONS.withTarget("chrun"),
        "age,churn\n" + ROWS,
        ": target \"chrun\": expected one of its 2 columns (\"age\", \"churn\"), a number from 1 to"
            + " 2, or -1 for the last; did you mean \"churn\"?");
    assertRefused(
        OPTIONS.withTarget("3"),
        "age,churn\n" + ROWS,
        ": target \"3\": expected one of its 2 columns (\"age\", \"churn\"), a number from 1 to 2,"
            + " or -1 for the last");
  }

  @Test
  void drop_unknown() {
    assertRefused(
        OPTIONS.withDrop(List.of("agee")),
        "age,churn\n" + ROWS,
        ": drop \"agee\": expected one of its 2 columns (\"age\", \"churn\"), a number from 1 to 2,"
            + " or -1 for the last; did you mean \"age\"?");
  }

  @Test
  void categorical_unknown() {
    assertRefused(
        OPTIONS.withCategorical(List.of("AGE")),
        "age,churn\n" + ROWS,
        ": categorical \"AGE\": expected one of its 2 columns (\"age\", \"churn\"), a number from 1"
            + " to 2, or -1 for the last; did you mean \"age\"?");
  }

  @Test
  void drop_theTarget() {
    assertRefused(
        OPTIONS.withDrop(List.of("churn")),
        "age,churn\n" + ROWS,
        ": column \"churn\" is the target and is to be dropped: expected one or the other");
  }

  @Test
  void drop_allInputs() {
    assertRefused(
        OPTIONS.withDrop(List.of("1")),
        "age,churn\n" + ROWS,
        ": 2 columns, of which 1 dropped: expected a target and at least one more; if another"
            + " character separates the columns, name it with --separator");
  }

  @Test
  void columns_moreThanTheLimit() {
    assertRefused(
        OPTIONS.withFormat(CsvFormat.usual().withLimits(3, 1000)),
        "a,b,c,d\n1,2,3,4\n",
        ": 4 columns, expected at most 3; make a file of fewer columns");
  }

  @Test
  void cells_moreThanTheLimit() {
    assertRefused(
        OPTIONS.withFormat(CsvFormat.usual().withLimits(3, 7)),
        "x,y\n1,a\n2,b\n3,a\n4,b\n",
        ": more than 3 rows of 2 columns (20 bytes), expected at most 7 cells, one for every 16"
            + " bytes of heap; give Java more memory (-Xmx), or make a file of fewer rows or"
            + " columns");
  }

  @Test
  void names_ofStrangeCharacters_areHarmlessInMessages() {
    assertRefused(
        "<b>\u202E,<b>\u202E\n1,2\n",
        ", line 1: columns 1 and 2 are both named \"<b>\\u202E\": expected different names; rename"
            + " one, or, if the line holds data: --no-header");
  }

  @Test
  void file_thatIsNoText_isRefused() {
    Path file = CsvFiles.write(folder, new byte[5000]);
    assertThatThrownBy(() -> TableReader.of(OPTIONS).read(file))
        .isInstanceOf(TableException.class)
        .hasMessage(
            file
                + ": 5,000 of the first 5,000 characters are NUL: expected text in UTF-8; it is"
                + " mostly zeros, and no text at all");
  }

  private void assertRefused(String text, String message) {
    assertRefused(OPTIONS, text, message);
  }

  private void assertRefused(TableOptions options, String text, String message) {
    Path file = CsvFiles.write(folder, text);
    assertThatThrownBy(() -> TableReader.of(options).read(file))
        .isInstanceOf(TableException.class)
        .hasMessage(file + message);
  }
}
