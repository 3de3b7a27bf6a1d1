package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.model.TrainedNetwork;
import dev.bridle.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code path} as a user runs it. */
final class PathCommandTest {
  private static final List<String> SMALL =
      List.of("--network", "dense(6) relu", "--updates", "30", "--replicates", "2");

  @TempDir Path folder;

  @Test
  void textAndPage() {
    Path page = folder.resolve("page.html");
    Run run = path("friedman", "--recipe", "l1(1e-3, 1, 100)", "--out", page.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("data      friedman: 200 rows to train on")
        .contains("training  4 recipes x 2 replicates")
        .endsWith("page      " + page + "\n");
    assertThat(page).isNotEmptyFile();
    assertThat(run.out())
        .startsWith("l1(0.001, 1, 100) on friedman: 3 strengths x 2 replicates, rmse\n\nlambda")
        .containsPattern(
            "\n0\\.001 +[0-9.]+ ± [0-9.]+ +[0-9.]+ ± [0-9.]+ +0\\.0 +[0-9.]+ +10 +73( |\n)")
        .containsPattern("\nnone +[0-9.]+ ± [0-9.]+ +[0-9.]+ ± [0-9.]+ +0\\.0 +[0-9.]+ +10 +73\n")
        .containsPattern("\n100 .* 100\\.0 +0\\.00 +0 +4( |\n)")
        .contains("of all weights, --wide shows them")
        .containsPattern("\nbest +l1\\(.*: the best mean validation score\n")
        .containsPattern("\n1-se +l1\\(.*: the strongest whose difference to the best")
        .containsPattern("\nstudy +l1\\(.*: the weakest of those, which bridle compare")
        .containsPattern("\ntook [0-9.]+ s\n$");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void json_hasTheFieldsPromised() {
    Run run = path("moons", "--recipe", "l1(1e-3, 1e-2, 100)", "--no-page", "--json", "-q");
    assertThat(run.err()).isEmpty();
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.propertyNames())
        .containsExactly(
            "data",
            "recipe",
            "network",
            "plan",
            "seed",
            "parameter",
            "metric",
            "higherIsBetter",
            "replicates",
            "reference",
            "points",
            "marks",
            "saved",
            "seconds");
    assertThat(document.at("/parameter/term").asString()).isEqualTo("l1");
    assertThat(document.at("/parameter/name").asString()).isEqualTo("lambda");
    assertThat(document.at("/metric").asString()).isEqualTo("accuracy");
    assertThat(document.at("/points").size()).isEqualTo(3);
    JsonNode last = document.at("/points/2");
    assertThat(last.propertyNames())
        .containsExactly(
            "recipe",
            "strength",
            "validation",
            "train",
            "layers",
            "inputs",
            "parameters",
            "failed");
    assertThat(last.get("parameters").asDouble())
        .isEqualTo(1 + 1 + 2 + 2); // one input and one unit stay
    JsonNode reference = document.get("reference");
    assertThat(reference.propertyNames()).isEqualTo(last.propertyNames());
    assertThat(reference.get("recipe").asString()).isEqualTo("none");
    assertThat(reference.get("strength").isNull()).isTrue();
    assertThat(reference.get("parameters").asDouble()).isEqualTo(12 + 6 + 12 + 2);
    assertThat(document.get("saved").isNull()).isTrue();
    assertThat(Recipe.parse(last.get("recipe").asString())).isEqualTo(Recipe.parse("l1(100)"));
    assertThat(last.at("/validation").propertyNames())
        .containsExactly("mean", "standardError", "scores");
    assertThat(last.at("/validation/scores").size()).isEqualTo(2);
    assertThat(last.at("/layers/0/name").asString()).isEqualTo("dense1");
    assertThat(last.at("/layers/0/zeros").asDouble()).isEqualTo(12);
    assertThat(last.at("/layers/0/norm").asDouble()).isZero();
    assertThat(last.at("/inputs/alive").asDouble()).isZero();
    assertThat(document.at("/marks").propertyNames())
        .containsExactly("best", "oneStandardError", "studyChoice", "atBorder");
    assertThat(document.at("/marks/oneStandardError").asInt())
        .isGreaterThanOrEqualTo(document.at("/marks/best").asInt());
  }

  @Test
  void table_ofAFile_withAMetric_isTheSameOnAnyThreads() throws IOException {
    String[] options = {"--target", "pays", "--metric", "auc", "--no-page", "--no-times", "--json"};
    Run one = path(people(), with(options, "--recipe", "l2(1e-4..1/4)", "--threads", "1"));
    Run other = path(people(), with(options, "--recipe", "l2(1e-4..1/4)", "--threads", "3"));
    assertThat(one.code()).isZero();
    assertThat(other.out()).isEqualTo(one.out()).contains("\"metric\" : \"auc\"");
  }

  @Test
  void oneStrengthOfThePath_isWhatTrainGives() {
    String out = path("friedman", "--recipe", "l2(1e-3, 1e-2)", "--no-page", "--json").out();
    List<String> words = new ArrayList<>(List.of("train", "friedman", "--recipe", "l2(1e-2)"));
    words.addAll(SMALL);
    words.add("--json");
    JsonNode trained =
        JsonMapper.builder().build().readTree(Run.of(words.toArray(String[]::new)).out());
    JsonNode swept = JsonMapper.builder().build().readTree(out);
    assertThat(trained.at("/recipes/1/recipe").asString())
        .isEqualTo(swept.at("/points/1/recipe").asString());
    assertThat(trained.at("/recipes/1/test/mean").asDouble())
        .isEqualTo(swept.at("/points/1/validation/mean").asDouble());
    assertThat(trained.at("/recipes/1/train/mean").asDouble())
        .isEqualTo(swept.at("/points/1/train/mean").asDouble());
  }

  @Test
  void otherTerms_areInTheReference_andManyLayersAreOne() {
    List<String> words =
        List.of("path", "moons", "--network", "dense(4) relu, dense(4) relu", "--updates", "20");
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--recipe", "dropout(0.1) + l1(1e-3, 1e2)", "--replicates", "1"));
    all.addAll(List.of("--no-page", "-q"));
    String narrow = Run.of(all.toArray(String[]::new)).out();
    assertThat(narrow)
        .containsPattern("\nwithout +[0-9.]+ +[0-9.]+ +0\\.0 +[0-9.]+ +2 +42\n")
        .containsPattern("\n100 +[0-9.]+ +[0-9.]+ +100\\.0 +0\\.00 +0 +8( |\n)")
        .contains("\nwithout: dropout(0.1); validation:", "all weights, --wide shows them");
    assertThat(narrow.lines()).allMatch(line -> line.length() <= 80);
    all.add("--wide");
    assertThat(Run.of(all.toArray(String[]::new)).out())
        .containsPattern("100\\.0 100\\.0 100\\.0 +0\\.00 0\\.00 0\\.00 +0 +8( |\n)");
  }

  @Test
  void save_trainsTheChoiceOnceMore_andLooksAtHeldOutRows() throws IOException {
    Path saved = folder.resolve("choice.safetensors");
    String[] options = {"--recipe", "l1(1e-3, 100)", "--no-page", "--save", saved.toString()};
    Run run = path("moons", options);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("saved     " + saved + ": l1(");
    JsonNode document =
        JsonMapper.builder().build().readTree(path("moons", with(options, "--json")).out());
    JsonNode choice = document.get("saved");
    String recipe =
        document
            .at("/points/" + document.at("/marks/oneStandardError").asInt() + "/recipe")
            .asString();
    assertThat(choice.get("file").asString()).isEqualTo(saved.toString());
    assertThat(choice.get("recipe").asString()).isEqualTo(recipe);
    TrainedNetwork network = TrainedNetwork.load(saved);
    assertThat(network.compiled().recipe()).hasToString(recipe);
    JsonNode score = choice.at("/heldOut/score");
    assertThat(score.get("mean").asDouble())
        .isBetween(score.get("low").asDouble(), score.get("high").asDouble());
    assertThat(choice.at("/heldOut/reference/mean").asDouble()).isPositive();
    assertThat(run.out())
        .contains(
            "held out: " + recipe + ", trained once more on all other rows",
            Figures.count(choice.at("/heldOut/rows").asInt()));
    assertThat(Run.of("prune", saved.toString()).code()).isZero();
  }

  @Test
  void save_mistakes_areSaidBeforeTraining() throws IOException {
    Run stopping =
        refused("--recipe", "l1(1e-3, 1) + early-stopping(5)", "--save", "x.safetensors");
    assertThat(stopping.code()).isEqualTo(ExitCode.USAGE);
    assertThat(stopping.err()).contains("expected one without early-stopping, since the last");
    Run named = refused("--recipe", "l1(1e-3, 1)", "--save", "x.onnx");
    assertThat(named.code()).isEqualTo(ExitCode.USAGE);
    assertThat(named.err())
        .isEqualTo("bridle: --save = x.onnx: expected a name that ends in .safetensors\n");
    Path mine = Files.writeString(folder.resolve("mine.safetensors"), "mine");
    Run kept = refused("--recipe", "l1(1e-3, 1)", "--save", mine.toString());
    assertThat(kept.code()).isEqualTo(ExitCode.FILE);
    assertThat(mine).hasContent("mine");
  }

  @Test
  void dryRun_trainsAndWritesNothing() {
    Path page = folder.resolve("none.html");
    Run run = Run.of("path", "strokes", "--dry-run", "--out", page.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("training  33 recipes x 3 replicates");
    assertThat(page).doesNotExist();
  }

  @Test
  void page_replacesAnotherPath_butNoOtherFile() throws IOException {
    Path page = folder.resolve("page.html");
    String[] options = {"--recipe", "l1(1e-3, 1e-2)", "--out", page.toString(), "-q"};
    assertThat(path("moons", options).code()).isZero();
    assertThat(path("moons", options).code()).isZero();
    Files.writeString(page, "mine");
    Run refused = path("moons", options);
    assertThat(refused.code()).isEqualTo(ExitCode.FILE);
    assertThat(refused.err()).contains("it exists; --force replaces it");
    assertThat(Files.readString(page)).isEqualTo("mine");
    assertThat(path("moons", with(options, "--force")).code()).isZero();
  }

  @Test
  void mistakes_endInTheirCodes() {
    assertThat(refused("--recipe", "l1(1e-3)"))
        .isEqualTo(
            new Run(
                2,
                "",
                "bridle: recipe \"l1(0.001)\": expected exactly one number with several values,"
                    + " found one strength only; write several, as in l1(1e-6..1e-1/32)\n"));
    Run several = refused("--recipe", "l1(1e-3, 1e-2) + l2(1e-3, 1e-2)");
    assertThat(several.code()).isEqualTo(ExitCode.USAGE);
    assertThat(several.err()).contains("found 2 (lambda of l1, lambda of l2)");
    assertThat(refused("--recipe", "l9(1e-3..1)").code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused("--replicates", "0").code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused("--metric", "rmse").code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused("--out", "x.html").code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused("--network", "dense(5) relu, dense(7)").code()).isEqualTo(ExitCode.MISFIT);
    assertThat(Run.of("path", "mons").code()).isEqualTo(ExitCode.DATA);
    Run diverged =
        refused("--recipe", "l1(1e-6, 1e-5)", "--optimizer", "momentum(1e6)", "--updates", "40");
    assertThat(diverged.code()).isEqualTo(ExitCode.FAILED);
    assertThat(diverged.out()).contains("diverged");
  }

  private static Run refused(String... options) {
    return Run.of(with(new String[] {"path", "moons", "--no-page", "-q"}, options));
  }

  private static Run path(String data, String... options) {
    List<String> all = new ArrayList<>(List.of("path", data));
    all.addAll(SMALL);
    all.addAll(List.of(options));
    return Run.of(all.toArray(String[]::new));
  }

  private static String[] with(String[] options, String... more) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Older people pay. */
  private String people() throws IOException {
    StringBuilder text = new StringBuilder("age,visits,pays\n");
    for (int i = 0; i < 120; i++) {
      int age = 18 + (i * 37) % 60;
      text.append(age).append(',').append((i * 13) % 17).append(age > 45 ? ",yes\n" : ",no\n");
    }
    Path file = folder.resolve("people.csv");
    Files.writeString(file, text);
    return file.toString();
  }
}
