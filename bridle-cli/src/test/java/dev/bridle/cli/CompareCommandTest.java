package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code compare}, {@code show} and {@code predict} as a user runs them, on studies of a second.
 */
final class CompareCommandTest {
  private static final List<String> SMALL =
      List.of(
          "--network",
          "dense(8) relu",
          "--updates",
          "40",
          "--select",
          "2",
          "--confirm",
          "3",
          "--quiet");

  /** Beside {@code --schedule cosine}. */
  private static final List<String[]> OTHER_PLANS =
      List.of(
          new String[] {},
          new String[] {"--schedule", "step(0.5, every=2)"},
          new String[] {"--schedule", "cosine", "--warm-up", "3"},
          new String[] {"--schedule", "cosine", "--initial", "orthogonal"},
          new String[] {"--schedule", "cosine", "--loss", "binary-cross-entropy"});

  @TempDir Path folder;

  @Test
  void compare_builtInData_printsTableAndVerdict_andLeavesReportAndModel() {
    Run run = compare("moons", "a", "--recipes", "none; l2(1e-3, 1e-1); dropout(0.2)");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("moons: accuracy in %, 3 replicates, seed 7\n\nrecipe ")
        .contains("\nnone ")
        .contains("baseline")
        .contains("\nOn fresh data like moons, ")
        .contains("\nRecommended: ");
    assertThat(run.out()).contains("\nDiagnose suggested ").containsPattern("l2: \\w+");
    assertThat(folder.resolve("a/report.html")).isNotEmptyFile();
    assertThat(folder.resolve("a/best.safetensors")).isNotEmptyFile();
    assertThat(folder.resolve("a/best.onnx")).isNotEmptyFile();
    assertThat(folder.resolve("a/best.md"))
        .content()
        .contains(
            "| trained on | moons, built in", "./bridle compare moons --network 'dense(8) relu'");
    assertThat(folder.resolve("a/study.bridle")).isNotEmptyFile();
  }

  @Test
  void compare_json_isOneDocumentWithTheFieldsPromised() {
    Run run = compare("friedman", "a", "--recipes", "l2(1e-3, 1e-1); max-norm(1)", "--json");
    assertThat(run.code()).isZero();
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.propertyNames())
        .contains(
            "data",
            "network",
            "protocol",
            "recipes",
            "recommended",
            "examined",
            "seconds",
            "planHash",
            "versions");
    assertThat(document.at("/data/task").asString()).isEqualTo("regression");
    assertThat(document.at("/data/classes").isNull()).isTrue();
    assertThat(document.at("/protocol/claim").asString()).isEqualTo("fresh");
    assertThat(document.at("/protocol/higherIsBetter").asBoolean()).isFalse();
    assertThat(document.at("/recipes").size()).isEqualTo(3);
    JsonNode arm = document.at("/recipes/1");
    assertThat(arm.propertyNames())
        .contains(
            "recipe",
            "chosen",
            "score",
            "train",
            "gap",
            "logLoss",
            "calibrationError",
            "versusNone",
            "trials",
            "failed",
            "zeroFraction",
            "weightNorm",
            "seconds");
    assertThat(arm.at("/versusNone").propertyNames())
        .contains("difference", "low", "high", "p", "adjustedP", "verdict");
    assertThat(arm.at("/trials").asInt()).isEqualTo(2 * 2 + 3);
    assertThat(arm.at("/validationLoss/best").asDouble())
        .isLessThanOrEqualTo(arm.at("/validationLoss/last").asDouble());
    assertThat(arm.at("/validationLoss/bestEpoch").asInt()).isBetween(1, 7);
    assertThat(document.at("/recipes/0/versusNone/verdict").asString()).isEqualTo("baseline");
    assertThat(document.at("/examined/0/recipe").asString()).isEqualTo("none");
    assertThat(document.at("/examined/0/diagnostics/robustness/scores").size()).isEqualTo(5);
    for (JsonNode advice : document.at("/advice")) {
      assertThat(advice.propertyNames())
          .containsExactly("suggestion", "family", "verdict", "difference");
      boolean tried = advice.get("family").asString().equals("l2");
      assertThat(advice.get("verdict").isNull()).isEqualTo(!tried);
    }
    assertThat(document.at("/advice").size()).isPositive();
    assertThat(document.at("/recommended/model").asString()).isEqualTo("best.onnx");
  }

  @Test
  void compare_whateverThreadsLocaleAndTimeZone_printsTheSameBytes() {
    String[] options = {"--recipes", "none; dropout(0.1, 0.4); l1(1e-3)", "--json", "--no-times"};
    Run one = compare("moons", "a", with(options, "--threads", "1"));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "de-DE", "ar-EG")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        Run other = compare("moons", "b" + tag, with(options, "--threads", "3"));
        assertThat(other.out()).isEqualTo(one.out());
        assertThat(show("b" + tag)).isEqualTo(show("a"));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void compare_again_trainsNothingAndPrintsTheSame() {
    String[] options = {"--recipes", "none; l2(1e-2)", "--json"};
    Run first = compare("moons", "a", options);
    Run again = compare("moons", "a", options);
    // the seconds too: they are those of the first time
    assertThat(again.out()).isEqualTo(first.out());
  }

  @Test
  void compare_otherPlanInTheFolder_isRefused_untilFresh() {
    compare("moons", "a", "--recipes", "none; l2(1e-2)");
    Run other = compare("moons", "a", "--recipes", "none; l2(1e-2)", "--seed", "8");
    assertThat(other.code()).isEqualTo(ExitCode.DATA);
    assertThat(other.err()).contains("is of another plan").contains("--fresh starts anew");
    assertThat(compare("moons", "a", "--recipes", "l2(1e-2)", "--seed", "8", "--fresh").code())
        .isZero();
  }

  /** The plan's text is what is hashed: whatever changes the training makes another study. */
  @Test
  void compare_planOfOtherItems_isAnotherStudy() {
    compare("moons", "a", "--recipes", "none; early-stopping(2)", "--schedule", "cosine");
    Run same = compare("moons", "a", "--recipes", "early-stopping(2)", "--schedule", "cosine");
    assertThat(same.code()).isZero();
    for (String[] other : OTHER_PLANS) {
      Run run = compare("moons", "a", with(other, "--recipes", "none; early-stopping(2)"));
      assertThat(run.code()).as(String.join(" ", other)).isEqualTo(ExitCode.DATA);
      assertThat(run.err()).contains("is of another plan");
    }
  }

  @Test
  void compare_dryRun_saysWhatItWouldDo_andLeavesNothing() {
    List<String> arguments = new ArrayList<>(List.of("compare", "moons", "--dry-run", "--out"));
    arguments.add(folder.resolve("a").toString());
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("340 trainings to choose strengths, 240 to confirm");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void compare_quick_claimsNothing() {
    Run run = compare("moons", "a", "--recipes", "none; l2(1e-2)", "--quick");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Exploratory: one phase only, so nothing is claimed");
  }

  @Test
  void compare_divergedArm_failsWithoutHarmToOthers() {
    Run run = compare("friedman", "a", "--recipes", "none; weight-decay(1e30)", "--json");
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.at("/recipes/1/versusNone/verdict").asString()).isEqualTo("failed");
    assertThat(document.at("/recipes/1/score/mean").isNull()).isTrue();
    assertThat(document.at("/recommended/recipe").asString()).isEqualTo("none");
    assertThat(run.code()).isZero();
  }

  @Test
  void compare_tableOfOwn_andPredictWithTheModel_columnsInAnyOrder() throws IOException {
    Path csv = csv();
    Run run = compare(csv.toString(), "a", "--target", "pays", "--recipes", "none; l2(1e-2)");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    String model = folder.resolve("a/best.safetensors").toString();
    Path some = folder.resolve("some.csv");
    Files.writeString(some, "plan,age\nbasic,20\nfull,70\n,33\nnever-seen,\n");
    Run said = Run.of("predict", model, some.toString());
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    List<String> lines = said.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("prediction,probability of no,probability of yes");
    assertThat(lines).hasSize(5);
    for (String line : lines.subList(1, 5)) {
      String[] cells = line.split(",", -1);
      double no = Double.parseDouble(cells[1]);
      double yes = Double.parseDouble(cells[2]);
      assertThat(no + yes).isCloseTo(1, within(1e-6));
      assertThat(cells[0]).isEqualTo(no >= yes ? "no" : "yes");
    }
    assertThat(lines.get(1)).isNotEqualTo(lines.get(2));

    Files.writeString(some, "age,plan,extra\n20,basic,1\n70,full,2\n33,,3\n,never-seen,4\n");
    assertThat(Run.of("predict", model, some.toString()).out()).isEqualTo(said.out());

    Files.writeString(some, "ages,plan\n20,basic\n");
    Run wrong = Run.of("predict", model, some.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(wrong.err()).contains("no column \"age\"").contains("did you mean \"ages\"");
  }

  @Test
  void predict_builtInModel_takesNumbersUnderTheirNames() throws IOException {
    compare("moons", "a", "--recipes", "none; l2(1e-2)");
    Path rows = folder.resolve("rows.csv");
    Files.writeString(rows, "y,x\n0.5,-1\n-0.5,2\n");
    String model = folder.resolve("a/best.safetensors").toString();
    assertThat(Run.of("predict", model, rows.toString()).out().lines()).hasSize(3);
    Run wrong = Run.of("predict", rows.toString(), rows.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.MISFIT);
  }

  /** Older people on the full plan pay. */
  private Path csv() throws IOException {
    StringBuilder text = new StringBuilder("age,plan,pays\n");
    for (int i = 0; i < 120; i++) {
      int age = 18 + (i * 37) % 60;
      boolean full = i % 3 == 0;
      String shown = i % 20 == 7 ? "" : Integer.toString(age);
      text.append(shown).append(full ? ",full," : ",basic,");
      text.append(age + (full ? 20 : 0) > 55 ? "yes\n" : "no\n");
    }
    Path file = folder.resolve("people.csv");
    Files.writeString(file, text);
    return file;
  }

  private String show(String name) {
    Run run = Run.of("show", folder.resolve(name).toString(), "--json", "--no-times");
    assertThat(run.code()).isZero();
    return run.out();
  }

  private static String[] with(String[] options, String... more) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private Run compare(String data, String name, String... options) {
    List<String> arguments = new ArrayList<>(List.of("compare", data));
    arguments.addAll(SMALL);
    arguments.addAll(List.of("--out", folder.resolve(name).toString()));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }
}
