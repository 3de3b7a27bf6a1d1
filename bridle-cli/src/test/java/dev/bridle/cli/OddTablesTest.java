package dev.bridle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tables as the world writes them, through a whole study: cases 12 to 17 of docs/reliability.md.
 * What is refused is in {@link CompareMistakesTest}.
 */
final class OddTablesTest {
  @TempDir Path folder;

  /** Case 12. */
  @Test
  void badRows_skipped_areCountedAndTheFirstFiveShown() throws IOException {
    String text = rows(40) + "1,2\n".repeat(6) + "1,\0,no\n";
    Run run = compare(file(text.getBytes(UTF_8)), "a", "--bad-rows", "skip");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("7 of 47 rows could not be read and are left out: line 42: 2 fields, expected 3;")
        .contains("line 46: 2 fields, expected 3; and 2 more\n")
        .doesNotContain("line 47");
  }

  /** Case 13. */
  @Test
  void decimalComma_declared_isANumber_inStudyAndPrediction() throws IOException {
    String comma = rows(40).replace(',', ';').replaceAll("(?m)^([0-9]+);", "$1,5;");
    assertThat(compare(file(comma.getBytes(UTF_8)), "a", "--decimal", ",").code()).isZero();
    assertThat(data("a").at("/columns").asString()).isEqualTo("a number, b number, y category");
    String point = rows(40).replaceAll("(?m)^([0-9]+),", "$1.5,");
    Path points = Files.writeString(folder.resolve("points.csv"), point);
    Path commas = Files.writeString(folder.resolve("commas.csv"), comma);
    String model = folder.resolve("a/best.onnx").toString();
    assertThat(Run.of("predict", model, commas.toString(), "--decimal", ",").out())
        .isEqualTo(Run.of("predict", model, points.toString()).out())
        .hasLineCount(41);
  }

  /** Case 13. */
  @ParameterizedTest
  @ValueSource(strings = {"inf", "1e400", "1.797e309"})
  void numberThatIsNone_declaredMissing_isMissing(String word) throws IOException {
    byte[] text = (rows(40) + word + ",2,no\nNA,2,no\n").getBytes(UTF_8);
    assertThat(compare(file(text), "a").code()).isEqualTo(ExitCode.DATA);
    Run run = compare(file(text), "a", "--missing", word);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(data("a").at("/columns").asString()).startsWith("a number");
  }

  /** Case 14: all but the size and the hash of the file. */
  @ParameterizedTest
  @CsvSource({"true, '\n'", "false, '\r\n'", "true, '\r\n'", "false, '\r'"})
  void markAndLineEnds_giveTheSameDump(boolean mark, String lineEnd) throws IOException {
    String end = lineEnd.replace("\\n", "\n").replace("\\r", "\r");
    String text = (mark ? "\uFEFF" : "") + rows(40).replace("\n", end);
    Run plain = compare(file(rows(40).getBytes(UTF_8)), "plain", "--json", "--no-times");
    Run other = compare(file(text.getBytes(UTF_8)), "other", "--json", "--no-times");
    assertThat(other.code()).isZero();
    assertThat(withoutHash(other)).isEqualTo(withoutHash(plain)).contains("\"scores\"");
    assertThat(dump("other").toString()).isEqualTo(dump("plain").toString());
  }

  /** Case 15. */
  @Test
  void targetMissingInMostRows_isSaid() throws IOException {
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int i = 0; i < 400; i++) {
      text.append(i * 37 % 101).append(",").append(i % 7);
      text.append(i % 20 > 0 ? ",\n" : i % 40 > 0 ? ",yes\n" : ",no\n");
    }
    Run run = compare(file(text.toString().getBytes(UTF_8)), "a");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("warning   380 of 400 rows have no value in the target \"y\" and are left out");
  }

  /** Case 16. */
  @Test
  void uselessAndTreacherousColumns_areLeftOutOrWarnedOf_andNoNumberIsInfinite()
      throws IOException {
    StringBuilder text = new StringBuilder("id,constant,empty,x,copy,y\n");
    for (int i = 0; i < 60; i++) {
      text.append(1000 + i * 37 % 61 + i * 100).append(",7,,").append(i * 31 % 17);
      text.append(i % 2 == 0 ? ",A,no\n" : ",B,yes\n");
    }
    assertThat(compare(file(text.toString().getBytes(UTF_8)), "a").code()).isZero();
    assertThat(Files.readString(folder.resolve("a/report.html")))
        .contains("Column \"constant\" is \"7\" in every row and is left out")
        .contains("Column \"empty\" has no value in any row and is left out")
        .contains("Column \"id\" has another whole number in every row, as an id has")
        .contains("Column \"copy\" is the target in other words");
    assertThat(dump("a").toString()).doesNotContain("NaN", "Infinity");
    String model = folder.resolve("a/best.onnx").toString();
    String said = Run.of("predict", model, file(text.toString().getBytes(UTF_8))).out();
    assertThat(said).hasLineCount(61).doesNotContain("NaN", "Infinity");
  }

  /** Case 17. */
  @ParameterizedTest
  @CsvSource({
    "windows-1252, größe, Köln, 'byte 0xF6 at offset 2', --encoding windows-1252",
    "ISO-8859-1, größe, Köln, 'byte 0xF6 at offset 2', --encoding windows-1252",
    "UTF-16LE, größe, Köln, 'byte 0xF6 at offset 4', --encoding UTF-16LE",
    "UTF-16BE, size, best, 'are NUL: expected text in UTF-8', --encoding UTF-16BE",
    "GBK, 城市, 北京, 'byte 0xB3 at offset 0', --encoding GB"
  })
  void otherEncoding_isRefusedWithAHint_andDeclared_comesBackExactly(
      String encoding, String column, String value, String found, String hint) throws IOException {
    String text = rows(40).replace("a,b,y", column + ",b,y").replace("yes", value);
    String file = file(text.getBytes(Charset.forName(encoding)));
    Run refused = compare(file, "a");
    assertThat(refused.code()).isEqualTo(ExitCode.DATA);
    assertThat(refused.err()).contains(found).contains(hint);
    assertThat(compare(file, "a", "--encoding", encoding).code()).isZero();
    assertThat(data("a").at("/columns").asString()).startsWith(column + " number, ");
    String said =
        Run.of("predict", folder.resolve("a/best.onnx").toString(), file, "--encoding", encoding)
            .out();
    assertThat(said)
        .startsWith("prediction,")
        .contains("probability of " + value, "\n" + value + ",");
    String store =
        Files.readString(folder.resolve("a/study.bridle"), Charset.forName("ISO-8859-1"));
    assertThat(store).doesNotContain("\u00EF\u00BF\u00BD"); // U+FFFD in UTF-8
  }

  private static String withoutHash(Run run) {
    return run.out().replaceFirst("\"planHash\" : \"\\w+\"", "");
  }

  private Run compare(String data, String name, String... options) {
    List<String> all = new ArrayList<>(List.of("compare", data, "--recipes", "none; l2(1e-2)"));
    all.addAll(List.of("--network", "dense(4) relu", "--updates", "10", "--quick"));
    all.addAll(List.of("--out", folder.resolve(name).toString()));
    all.addAll(List.of(options));
    return Run.of(all.toArray(String[]::new));
  }

  private JsonNode data(String name) {
    return dump(name).at("/data");
  }

  /** What a study holds, without what tells one file from another of the same content. */
  private JsonNode dump(String name) {
    Run run = Run.of("show", folder.resolve(name).toString(), "--json", "--no-times");
    JsonNode dump = JsonMapper.builder().build().readTree(run.out());
    ((ObjectNode) dump.at("/data")).remove(List.of("size", "sha256"));
    ((ObjectNode) dump).remove("planHash");
    return dump;
  }

  private String file(byte[] content) throws IOException {
    return Files.write(folder.resolve("data.csv"), content).toString();
  }

  private static String rows(int count) {
    StringBuilder text = new StringBuilder("a,b,y\n");
    for (int i = 0; i < count; i++) {
      text.append(i).append(',').append(i * i % 7).append(i % 2 == 0 ? ",yes\n" : ",no\n");
    }
    return text.toString();
  }
}
