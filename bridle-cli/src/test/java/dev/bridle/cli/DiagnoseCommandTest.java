package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bridle.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code diagnose} as a user runs it. */
final class DiagnoseCommandTest {
  @TempDir Path folder;

  @Test
  void builtInData_textAndPage() {
    Path page = folder.resolve("page.html");
    Run run = Run.of("diagnose", "correlated", "--out", page.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("page      " + page + "\n");
    assertThat(page).isNotEmptyFile();
    assertThat(run.out())
        .startsWith("correlated: 50 rows, 40 columns, regression of \"y\"\n\nrows         50; ")
        .contains("\nblocks       15 of 40 columns in 3 blocks; the largest (5, mean |r| 0.99):")
        .contains("\n  elastic-net(1e-5..1e-1, alpha=0.5)\n    15 columns of 40 come in 3 blocks")
        .contains("./bridle compare correlated \\\n    --recipes 'none; elastic-net(");
    assertThat(run.out().lines().filter(line -> !line.startsWith("    --recipes")))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void pastedRecipes_areOnesThatCompareReads() {
    String out = diagnose("strokes", "--sample", "200").out();
    String recipes = out.substring(out.indexOf("--recipes '") + 11, out.lastIndexOf('\''));
    assertThat(Recipe.parseAll(recipes)).hasSizeBetween(3, 6).startsWith(Recipe.none());
  }

  @Test
  void json_hasTheFieldsPromised() throws IOException {
    Run run = diagnose(people(), "--target", "pays", "--json");
    assertThat(run.err()).isEmpty();
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.propertyNames())
        .containsExactly(
            "data",
            "missing",
            "zeros",
            "classes",
            "duplicates",
            "relevance",
            "correlations",
            "labelNoise",
            "targetNoise",
            "columns",
            "notes",
            "suggestions",
            "seconds");
    assertThat(document.at("/data/name").asString()).isEqualTo("people.csv");
    assertThat(document.at("/data/task").asString()).isEqualTo("classification");
    assertThat(document.at("/missing/cells").asInt()).isEqualTo(6);
    assertThat(document.at("/classes/rows/0/class").asString()).isEqualTo("no");
    assertThat(document.at("/targetNoise").isNull()).isTrue();
    assertThat(document.at("/labelNoise").propertyNames())
        .contains("share", "certain", "error", "neighbours", "confusions", "suspects");
    assertThat(document.at("/columns/0/name").asString()).isEqualTo("age");
    assertThat(document.at("/columns/0/missing").asInt()).isEqualTo(6);
    for (JsonNode suggestion : document.at("/suggestions")) {
      assertThat(Recipe.parse(suggestion.get("recipe").asString()).terms()).isNotEmpty();
      assertThat(suggestion.get("reason").asString()).isNotBlank();
    }
    assertThat(document.at("/seconds").asDouble()).isPositive();
  }

  @Test
  void everything_isWhatDocsSay() throws IOException {
    Path docs = Path.of("..", "docs", "diagnose.md");
    assumeTrue(Files.exists(docs), "no docs beside the module");
    String text = Files.readString(docs);
    JsonNode document = JsonMapper.builder().build().readTree(diagnose(people(), "--json").out());
    for (String field : document.propertyNames()) {
      assertThat(text).contains("`" + field);
    }
    for (String field : document.at("/columns/0").propertyNames()) {
      assertThat(text).contains("`" + field);
    }
  }

  @Test
  void noTimes_equalRunsPrintEqualBytes_inAnyLocale() throws IOException {
    String data = people();
    Run one = diagnose(data, "--no-times");
    Locale before = Locale.getDefault();
    try {
      for (String locale : List.of("tr-TR", "ar-EG", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(diagnose(data, "--no-times")).isEqualTo(one);
        assertThat(JsonMapper.builder().build().readTree(diagnose(data, "--json").out()))
            .isNotNull();
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void sample_isSaid() {
    Run run = diagnose("strokes", "--sample", "100");
    assertThat(run.out())
        .startsWith("strokes: 100 rows, 256 columns, 10 classes of \"class\"\n")
        .contains("\nrows         100 of 500; ")
        .contains("\nnote         a sample of 100 rows of 500 was studied");
  }

  @Test
  void withoutTarget_isSaid_orFound() throws IOException {
    Run asked = diagnose(people(), "--no-target");
    assertThat(asked.out()).startsWith("people.csv: 120 rows, 3 columns, no target\n");
    Path file = folder.resolve("same.csv");
    Files.writeString(file, "x,z,same\n" + "1,2,k\n3,1,k\n".repeat(15));
    Run found = diagnose(file.toString());
    assertThat(found.code()).isZero();
    assertThat(found.out().replaceAll("\\s+", " "))
        .contains("no target")
        .contains("note looked at without a target, for ");
    assertThat(diagnose(file.toString(), "--target", "same").code()).isEqualTo(ExitCode.DATA);
  }

  @Test
  void optionsOfTheTable_areInTheCommandToPaste_quotedForAShell() throws IOException {
    Path file = folder.resolve("it's.csv");
    Files.writeString(file, "a b,$(touch x)\n" + "1,u\n2,v\n4,u\n3,v\n".repeat(10));
    Run run = diagnose(file.toString(), "--target", "$(touch x)");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("./bridle compare '" + folder + "/it'\\''s.csv' --target '$(touch x)' \\\n");
  }

  @Test
  void hostileNames_areSpelledOut() throws IOException {
    Path file = folder.resolve("data.csv");
    Files.writeString(file, "\"a\u001b[31m\",y\n" + "1,u\n2,v\n1,u\n3,v\n".repeat(10));
    assertThat(diagnose(file.toString()).out()).doesNotContain("\u001b").contains("\\u001B");
  }

  @Test
  void page_replacesAnotherDiagnosis_butNoOtherFile() throws IOException {
    Path page = folder.resolve("page.html");
    assertThat(Run.of("diagnose", "moons", "-q", "--out", page.toString()).code()).isZero();
    Run again = Run.of("diagnose", "moons", "-q", "--out", page.toString());
    assertThat(again.code()).isZero();
    assertThat(again.err()).isEmpty();
    Files.writeString(page, "mine");
    Run refused = Run.of("diagnose", "moons", "--out", page.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.FILE);
    assertThat(refused.err()).contains("it exists; --force replaces it");
    assertThat(Files.readString(page)).isEqualTo("mine");
    assertThat(Run.of("diagnose", "moons", "--force", "--out", page.toString()).code()).isZero();
  }

  @Test
  void mistakes_endInTheirCodes() throws IOException {
    assertThat(diagnose("mons").code()).isEqualTo(ExitCode.DATA);
    assertThat(diagnose(folder.resolve("no.csv").toString()).code()).isEqualTo(ExitCode.DATA);
    assertThat(diagnose("moons", "--target", "x").code()).isEqualTo(ExitCode.USAGE);
    assertThat(diagnose("moons", "--no-target").code()).isEqualTo(ExitCode.USAGE);
    assertThat(diagnose(people(), "--no-target", "--target", "age").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(diagnose("moons", "--sample", "3"))
        .isEqualTo(
            new Run(
                2, "", "bridle: --sample = 3: expected a whole number from 20 to 100,000,000\n"));
    assertThat(diagnose("moons", "--out", "x.html").code()).isEqualTo(ExitCode.USAGE);
    assertThat(diagnose(people(), "--target", "wage").err()).contains("did you mean");
  }

  private static Run diagnose(String data, String... options) {
    List<String> all = new ArrayList<>(List.of("diagnose", data, "--no-page"));
    all.addAll(List.of(options));
    return Run.of(all.toArray(String[]::new));
  }

  /** Older people on the full plan pay. */
  private String people() throws IOException {
    StringBuilder text = new StringBuilder("age,plan,pays\n");
    for (int i = 0; i < 120; i++) {
      int age = 18 + (i * 37) % 60;
      boolean full = i % 3 == 0;
      text.append(i % 20 == 7 ? "" : Integer.toString(age)).append(full ? ",full," : ",basic,");
      text.append(age + (full ? 20 : 0) > 55 ? "yes\n" : "no\n");
    }
    Path file = folder.resolve("people.csv");
    Files.writeString(file, text);
    return file.toString();
  }
}
