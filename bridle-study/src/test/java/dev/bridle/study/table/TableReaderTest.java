package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TableReaderTest {
  private static final TableOptions OPTIONS = TableOptions.defaults();
  private static final TableReader READER = TableReader.of(OPTIONS);
  private static final String PLAIN =
      "age,city,y\n" + "31,Köln,no\n42,\"Paris, TX\",yes\n".repeat(5);

  @TempDir Path folder;

  @Test
  void read_plainFile_hasColumnsLinesAndTarget() {
    Table table = CsvFiles.read(folder, PLAIN);
    assertThat(table.rows()).isEqualTo(10);
    assertThat(table.columns()).extracting(Column::name).containsExactly("age", "city", "y");
    assertThat(table.columns())
        .extracting(Column::type)
        .containsExactly("number", "category", "category");
    assertThat(table.inputs()).extracting(Column::name).containsExactly("age", "city");
    assertThat(table.column("city").orElseThrow().text(1)).isEqualTo("Paris, TX");
    assertThat(table.line(0)).isEqualTo(2);
    assertThat(table.line(9)).isEqualTo(11);
    assertThat(table.target())
        .contains(new Target(2, TaskKind.CLASSIFICATION, List.of("no", "yes")));
    assertThat(table.notes()).isEmpty();
    assertThat(table).hasToString(table.name() + ": 10 rows x 3 columns");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\n  \n", "\r\n\r\n"})
  void read_lineEndsAndByteOrderMark_makeNoDifference(String lineEnd) {
    Table plain = CsvFiles.read(folder, PLAIN);
    String text = PLAIN.replace("\n", lineEnd);
    assertSame(plain, CsvFiles.read(folder, text));
    assertSame(plain, CsvFiles.read(folder, "\uFEFF" + text));
  }

  @Test
  void read_withoutLineEndAtTheEnd_makesNoDifference() {
    Table plain = CsvFiles.read(folder, PLAIN);
    assertSame(plain, CsvFiles.read(folder, PLAIN.stripTrailing()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-16", "GB18030"})
  void read_declaredEncoding_givesTheSameNamesAndClasses(String encoding) {
    Table plain = CsvFiles.read(folder, PLAIN);
    Charset charset = CsvFormat.encodingOf(encoding);
    Path file = CsvFiles.write(folder, PLAIN, charset);
    CsvFormat format = CsvFormat.usual().withEncoding(charset);
    assertSame(plain, TableReader.of(OPTIONS.withFormat(format)).read(file));
  }

  @Test
  void read_gbk_hasChineseNamesAndClasses() {
    String text = "年龄,结果\n" + "31,否\n42,是\n".repeat(5);
    Path file = CsvFiles.write(folder, text, Charset.forName("GBK"));
    CsvFormat format = CsvFormat.usual().withEncoding(Charset.forName("GBK"));
    Table table = TableReader.of(OPTIONS.withFormat(format)).read(file);
    assertThat(table.columns()).extracting(Column::name).containsExactly("年龄", "结果");
    assertThat(table.target().orElseThrow().classes()).containsExactly("否", "是");
    assertThatThrownBy(() -> READER.read(file))
        .hasMessage(
            file
                + ": byte 0xC4 at offset 0 is no text in UTF-8; if the file is in another encoding,"
                + " name it: --encoding GBK");
  }

  @Test
  void read_withoutHeader_namesColumnsByPlace_andSaysSo() {
    Table table = CsvFiles.read(folder, "1,2,a\n3,4,b\n".repeat(5));
    assertThat(table.rows()).isEqualTo(10);
    assertThat(table.columns()).extracting(Column::name).containsExactly("c1", "c2", "c3");
    assertThat(table.line(0)).isEqualTo(1);
    assertThat(table.notes()).hasSize(1);
    assertThat(table.notes().get(0).text())
        .startsWith("the first row looks like data and is taken");
  }

  @Test
  void read_columnWithoutAName_isNamedByPlace() {
    Table table = CsvFiles.read(folder, ",x,y\n" + "1,2,a\n3,5,b\n".repeat(5));
    assertThat(table.columns()).extracting(Column::name).containsExactly("c1", "x", "y");
  }

  @Test
  void read_targetByNumber_countsFromEitherEnd() {
    Path file = CsvFiles.write(folder, "a,b,c\n" + "1,2,3\n4,5,6\n".repeat(5));
    assertThat(target(file, "1")).isZero();
    assertThat(target(file, "3")).isEqualTo(2);
    assertThat(target(file, "-1")).isEqualTo(2);
    assertThat(target(file, "-3")).isZero();
    assertThat(target(file, "b")).isEqualTo(1);
  }

  @Test
  void read_targetNamedLikeANumber_isFoundByItsName() {
    Path file = CsvFiles.write(folder, "3,x,y\n" + "1,2,7.5\n4,5,8.5\n".repeat(5));
    assertThat(target(file, "3")).isZero();
  }

  @Test
  void read_dropped_areNotInTheTable_andTheTargetIsFound() {
    Path file = CsvFiles.write(folder, "a,b,c,d\n" + "1,2,no,4\n5,6,yes,8\n".repeat(5));
    Table table = TableReader.of(OPTIONS.withTarget("c").withDrop(List.of("a", "-1"))).read(file);
    assertThat(table.columns()).extracting(Column::name).containsExactly("b", "c");
    assertThat(table.target().orElseThrow().column()).isEqualTo(1);
  }

  @Test
  void read_badRowsSkipped_areCountedAndTheFirstFiveShown() {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < 30; i++) {
      text.append(i % 4 == 3 ? "1\n" : i + "," + (i % 2) + "\n");
    }
    text.append("3,\0\n").append("9,").append("z".repeat(1_000_001)).append("\n8,1\n");
    CsvFormat skip = CsvFormat.usual().withBadRows(BadRows.SKIP);
    Table table =
        TableReader.of(OPTIONS.withFormat(skip)).read(CsvFiles.write(folder, text.toString()));
    assertThat(table.rows()).isEqualTo(24);
    assertThat(table.line(3)).isEqualTo(6);
    assertThat(table.notes())
        .contains(
            Note.info(
                "9 of 33 rows could not be read and are left out: line 5: 1 field, expected 2; line"
                    + " 9: 1 field, expected 2; line 13: 1 field, expected 2; line 17: 1 field,"
                    + " expected 2; line 21: 1 field, expected 2; and 4 more"));
  }

  @Test
  void read_mostRowsBad_isAWarning() {
    CsvFormat skip = CsvFormat.usual().withBadRows(BadRows.SKIP).withHeader(Header.YES);
    String text = "x,y,z\n" + "1,2\n".repeat(30) + "1,2,a\n2,3,b\n".repeat(5);
    Table table = TableReader.of(OPTIONS.withFormat(skip)).read(CsvFiles.write(folder, text));
    assertThat(table.notes()).hasSize(1);
    assertThat(table.notes().get(0).level()).isEqualTo(Note.Level.WARNING);
    assertThat(table.notes().get(0).text()).startsWith("30 of 40 rows could not be read and are");
  }

  @Test
  void read_onlyBadRows_saysWhatTheyWere() {
    CsvFormat skip = CsvFormat.usual().withBadRows(BadRows.SKIP);
    Path file = CsvFiles.write(folder, "x,y\n1\n");
    assertThatThrownBy(() -> TableReader.of(OPTIONS.withFormat(skip)).read(file))
        .hasMessage(
            file
                + ": a header of 2 columns and no rows below it, expected at least one; 1 of 1 row"
                + " could not be read and is left out: line 2: 1 field, expected 2");
  }

  @Test
  void read_rowsWithoutTarget_areLeftOutAndCounted() {
    Table table = CsvFiles.read(folder, "x,y\n1,a\n2,\n3,b\n4,?\n" + "5,a\n6,b\n".repeat(4));
    assertThat(table.rows()).isEqualTo(10);
    assertThat(((NumberColumn) table.columns().get(0)).values()).startsWith(1, 3, 5);
    assertThat(table.line(1)).isEqualTo(4);
    assertThat(table.notes())
        .containsExactly(
            Note.info("2 of 12 rows have no value in the target \"y\" and are left out"));
  }

  @Test
  void read_mostTargetsMissing_isAWarning() {
    Table table = CsvFiles.read(folder, "x,y\n" + "1,\n".repeat(190) + "5,a\n6,b\n".repeat(5));
    assertThat(table.notes())
        .containsExactly(
            Note.warning("190 of 200 rows have no value in the target \"y\" and are left out"));
  }

  @Test
  void fingerprint_isOfBytesNamesAndTypes() {
    Table table = CsvFiles.read(folder, PLAIN);
    assertThat(table.fingerprint().bytes())
        .isEqualTo(PLAIN.getBytes(StandardCharsets.UTF_8).length);
    assertThat(table.fingerprint().sha256()).matches("[0-9a-f]{64}");
    assertThat(table.fingerprint().columns()).containsExactly("age", "city", "y");
    assertThat(table.fingerprint().types()).containsExactly("number", "category", "category");
    Table again = CsvFiles.read(folder, PLAIN);
    assertThat(again.fingerprint()).isEqualTo(table.fingerprint());
    Table changed = CsvFiles.read(folder, PLAIN.replaceFirst("31", "32"));
    assertThat(changed.fingerprint()).isNotEqualTo(table.fingerprint());
  }

  @Test
  void read_manyColumns_costsNoMoreThanTheyAreWorth() {
    String header = String.join(",", Layout.numbered(20_000));
    String row = "1.5,".repeat(19_999);
    String text = header + "\n" + CsvFiles.lines(10, i -> row + (i % 2));
    Table table = CsvFiles.read(folder, text);
    assertThat(table.columns()).hasSize(20_000);
    assertThat(table.target().orElseThrow().classes()).containsExactly("0", "1");
  }

  @Test
  void read_millionColumns_areRefused() {
    Path file = CsvFiles.write(folder, "1,".repeat(999_999) + "1\n");
    assertThatThrownBy(() -> READER.read(file))
        .hasMessage(
            file + ": 1,000,000 columns, expected at most 100,000; make a file of fewer columns");
  }

  @Test
  void read_randomTables_comeBackAsTheyWereWritten() {
    for (long seed = 0; seed < 60; seed++) {
      RandomTable made = new RandomTable(new Random(seed));
      Path file = CsvFiles.write(folder, made.bytes());
      Table table = TableReader.of(made.options()).read(file);
      assertThat(table.columns()).as("seed " + seed).hasSize(made.columns().size());
      for (int i = 0; i < made.columns().size(); i++) {
        assertSame("seed " + seed, made.columns().get(i), table.columns().get(i));
      }
    }
  }

  private int target(Path file, String name) {
    return TableReader.of(OPTIONS.withTarget(name)).read(file).target().orElseThrow().column();
  }

  private static void assertSame(Table expected, Table found) {
    assertThat(found.columns()).hasSameSizeAs(expected.columns());
    assertThat(found.target()).isEqualTo(expected.target());
    for (int i = 0; i < expected.columns().size(); i++) {
      assertSame("column " + i, expected.columns().get(i), found.columns().get(i));
    }
  }

  private static void assertSame(String what, Column expected, Column found) {
    assertThat(found.name()).as(what).isEqualTo(expected.name());
    assertThat(found.type()).as(what).isEqualTo(expected.type());
    assertThat(IntStream.range(0, found.size()).mapToObj(found::text).toList())
        .as(what)
        .isEqualTo(IntStream.range(0, expected.size()).mapToObj(expected::text).toList());
  }
}
