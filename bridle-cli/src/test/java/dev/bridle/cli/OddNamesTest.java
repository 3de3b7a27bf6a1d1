package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names of columns, classes, files and studies that are made to break something, through study,
 * report and prediction: case 22 of docs/reliability.md.
 *
 * <p>A lone half of a pair cannot come out of a file, which is then no text (case 17); reports are
 * tried with them where they are made.
 */
final class OddNamesTest {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNameLength(200_000).build())
                  .build())
          .build();

  @TempDir Path folder;

  static Stream<String> names() {
    return Stream.of(
        "</script><img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "{{7*7}} ${7*7} #{7*7}",
        "a\u202Egnp.exe",
        "line\u2028and\u2029paragraph",
        "=cmd|' /C calc'!A0",
        "it's, \"quoted\"; \\ and \u00e9",
        "x".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("names")
  void name_isNeverMarkup_andComesBackFromJson(String name) throws IOException {
    Path file = write(name);
    Run run = compare(file, name);
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode document = JSON.readTree(run.out());
    assertThat(document.at("/data/target").asString()).isEqualTo("y" + name);
    assertThat(document.at("/data/name").asString()).isEqualTo(file.getFileName().toString());
    assertPlain(study(name).resolve("report.html"));
    String model = study(name).resolve("best.onnx").toString();
    Run json = Run.of("predict", model, file.toString(), "--json");
    assertThat(json.code()).as(json.err()).isZero();
    assertThat(JSON.readTree(json.out()).at("/0/probabilities").propertyNames())
        .containsExactlyInAnyOrder("a" + name, name);
    String csv = Run.of("predict", model, file.toString()).out();
    assertThat(csv.lines().skip(1)).noneMatch(line -> line.matches("\"?[=+@\t-].*"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void name_inADiagnosis_isNeverMarkup(String name) throws IOException {
    Path page = folder.resolve("page.html");
    Run run =
        Run.of(
            "diagnose", write(name).toString(), "--target", "-1", "--out", page.toString(), "-q");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("\u202E", "\u2028", "\u2029");
    assertPlain(page);
  }

  /** A table whose file, columns and classes bear the name, where a file may. */
  private Path write(String name) throws IOException {
    String quoted = '"' + name.replace("\"", "\"\"") + '"';
    StringBuilder text = new StringBuilder();
    text.append("x,").append('"' + "z").append(quoted.substring(1)).append(",\"y");
    text.append(quoted.substring(1)).append('\n');
    for (int i = 0; i < 40; i++) {
      text.append(i * 37 % 41).append(i % 3 == 0 ? ",u," : ",v,");
      text.append(i % 2 == 0 ? quoted : "\"a" + quoted.substring(1)).append('\n');
    }
    return Files.writeString(folder.resolve(fileName(name) + ".csv"), text);
  }

  private Path study(String name) {
    return folder.resolve("study " + fileName(name));
  }

  private static String fileName(String name) {
    return name.length() > 80 ? "long" : name.replace('/', '_').replace('\\', '_');
  }

  private Run compare(Path file, String name) {
    List<String> all = new ArrayList<>(List.of("compare", file.toString(), "--target", "-1"));
    all.addAll(List.of("--recipes", "none; l2(1e-2)", "--network", "dense(4) relu"));
    all.addAll(List.of("--updates", "10", "--quick", "--json", "--quiet"));
    all.addAll(List.of("--out", study(name).toString()));
    return Run.of(all.toArray(String[]::new));
  }

  private static void assertPlain(Path page) throws IOException {
    String html = Files.readString(page);
    assertThat(html).hasSizeLessThan(3 << 20);
    Document document = Jsoup.parse(html);
    assertThat(document.select("script")).hasSize(3);
    assertThat(document.select("img, iframe, object, embed, [onerror], [onload], [src]")).isEmpty();
    assertThat(document.select("meta[http-equiv=Content-Security-Policy]")).hasSize(1);
  }
}
