package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Networks whose layers have shapes, on data that have them, from the command line. */
final class ShapesCommandTest {
  private static final String CONVOLUTION = "conv(4, 3) relu, max-pool(2), dense(8) relu";
  private static final String WORDS = "embedding(32, 4), lstm(6)";

  @TempDir Path folder;

  @Test
  void compare_convolutionOnImages_isRefittedSavedAndPredicts() throws IOException {
    Path images = ImageFolders.bars(folder.resolve("bars"), 30, 8);
    JsonNode study = study(images.toString(), CONVOLUTION, "none; dropout(0.2)@conv + max-norm(2)");
    assertThat(study.at("/recommended/model").asString()).isEqualTo("best.onnx");
    List<String> lines = predict(images.toString());
    assertThat(lines).hasSize(61);
    long right =
        lines.stream()
            .skip(1)
            .filter(line -> line.split(",", -1)[1].equals(line.split("/", -1)[0]))
            .count();
    assertThat(right).isGreaterThan(45);
  }

  @Test
  void compare_recurrentOnSeries_isRefittedSavedAndPredicts() throws IOException {
    Path csv = wave();
    study(csv.toString(), "lstm(6)", "none; zoneout(0.1)", "--target", "wave", "--window", "12");
    assertThat(predict(csv.toString())).hasSize(1 + 600 - 12 + 1);
  }

  /** 600 rows make 588 examples, of which the last 118 are held out. */
  @Test
  void train_heldOut_isScoredOnTheEndOfTheSeries() throws IOException {
    Path csv = wave();
    List<String> command = new ArrayList<>(List.of("train", csv.toString(), "--target", "wave"));
    command.addAll(List.of("--window", "12", "--network", "lstm(6)", "--updates", "60"));
    command.add("--held-out");
    Run run = Run.of(command.toArray(String[]::new));
    assertThat(run.err()).contains(" for validation, 118 for testing; ");
    assertThat(run.out()).doesNotContain("dead units");
    assertThat(run.code()).isZero();
  }

  @Test
  void compare_embeddingOnWords_isRefittedAndSaved() throws IOException {
    JsonNode study = study("words", WORDS, "none; l2(1e-3)@embedding");
    assertThat(study.at("/data/features").asInt()).isEqualTo(12);
    Path rows = folder.resolve("words.csv");
    Files.writeString(rows, Run.of("data", "words", "--rows", "9").out());
    assertThat(predict(rows.toString())).hasSize(10);
    Files.writeString(rows, Files.readString(rows).replaceFirst("\n[0-9]+", "\n99"));
    for (String model : List.of("best.onnx", "best.safetensors")) {
      Run run = Run.of("predict", folder.resolve("study/" + model).toString(), rows.toString());
      assertThat(run.code()).isEqualTo(ExitCode.MISFIT);
      assertThat(run.err()).contains("line 2: 99.0, expected an id, a whole number from 0 to 31");
    }
  }

  /** Waves of 32 steps, each a column: the model that serves them needs no libtorch. */
  @Test
  void train_recurrentOnBuiltInSequences_writesAnOnnxModel_thatSaysWhatTheNetworkSays()
      throws IOException {
    String[] train = {
      "train",
      "sine-sequence",
      "--network",
      "conv(4, 5, stride=2) relu, gru(6, bidirectional)",
      "--recipe",
      "batch-norm@conv + zoneout(0.1)",
      "--updates",
      "60",
      "--quiet",
      "--out",
      ""
    };
    train[10] = folder.resolve("wave.safetensors").toString();
    assertThat(Run.of(train).code()).isZero();
    String model = folder.resolve("wave.onnx").toString();
    Run export = Run.of("export", train[10], "--verify", "sine-sequence");
    assertThat(export.code()).as(export.err()).isZero();
    Path rows = folder.resolve("waves.csv");
    Files.writeString(rows, Run.of("data", "sine-sequence", "--rows", "40").out());
    OnnxAnswers.assertClose(
        Run.of("predict", model, rows.toString()).out(),
        Run.of("predict", train[10], rows.toString()).out());
    train[10] = folder.resolve("direct.onnx").toString();
    assertThat(Run.of(train).err()).isEmpty();
    assertThat(Run.of("predict", train[10], rows.toString()).out())
        .isEqualTo(Run.of("predict", model, rows.toString()).out());
  }

  @Test
  void compare_withoutRecipes_leavesOutWhatHasNoPlace() throws IOException {
    String images = ImageFolders.bars(folder.resolve("bars"), 30, 8).toString();
    String dense = families(images, CONVOLUTION);
    assertThat(dense).contains("; dropout(").contains("; input-noise(").contains("; batch-norm");
    String convolutions = families(images, "conv(4, 3) relu, global-avg-pool");
    assertThat(convolutions).doesNotContain("dropout").contains("; batch-norm").contains("; l2(");
    String ids = families("words", WORDS);
    assertThat(ids).doesNotContain("dropout").doesNotContain("input-noise").contains("; l2(");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          moons | conv(4, 3) relu | conv on input [2]: expected [channels, height, width] or
          strokes | lstm(4) | lstm on input [256]: expected [time, features]
          sine-sequence | embedding(9, 4), lstm(4) | embedding on input [32, 1]: expected [time]
          moons | embedding(9, 4), lstm(4) | expected a whole number from 0 to 8
          words | embedding(9, 4), lstm(4) | expected a whole number from 0 to 8
          """)
  void networkThatDoesNotFit_isExitSix_withTheShapes(String data, String network, String message) {
    for (String command : List.of("train", "compare")) {
      Run run = Run.of(command, data, "--network", network);
      assertThat(run.code()).as(command).isEqualTo(ExitCode.MISFIT);
      assertThat(run.err()).as(command).startsWith("bridle: ").contains(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          input-noise(0.1) | 2 | input-noise at input: rows are ids here
          dropout(0.1)@input | 2 | dropout at input: rows are ids here
          dropout(0.1) | 2 | matches nothing in this network; expected one of
          mixup(0.1) | 6 | mixup: rows are ids here
          """)
  void ownRecipeThatDoesNotFit_isRefused(String recipe, int code, String message) {
    Run train = Run.of("train", "words", "--network", WORDS, "--recipe", recipe);
    Run compare = Run.of("compare", "words", "--network", WORDS, "--recipes", "none; " + recipe);
    for (Run run : List.of(train, compare)) {
      assertThat(run.code()).isEqualTo(code);
      assertThat(run.err()).contains(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cutout(2)", "random-crop(1)", "flip"})
  void changesOfImages_trainImages_andAreRefusedElsewhere(String recipe) throws IOException {
    String images = ImageFolders.bars(folder.resolve("bars"), 30, 8).toString();
    String[] own = {"--recipe", recipe, "--updates", "20", "--network", CONVOLUTION};
    Run run =
        Run.of(Stream.concat(Stream.of("train", images), Stream.of(own)).toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    String name = recipe.replaceFirst("\\(.*", "");
    assertThat(Run.of("train", "moons", "--recipe", recipe))
        .isEqualTo(
            new Run(
                ExitCode.MISFIT,
                "",
                "bridle: "
                    + name
                    + ": expected images, [channels, height, width], but rows here are [2]\n"));
  }

  private JsonNode study(String data, String network, String recipes, String... more) {
    List<String> arguments = new ArrayList<>(List.of("compare", data, "--network", network));
    arguments.addAll(List.of("--recipes", recipes, "--updates", "60", "--json"));
    arguments.addAll(List.of("--select", "2", "--confirm", "2", "--learning-rate", "0.01"));
    arguments.addAll(List.of("--out", folder.resolve("study").toString()));
    arguments.addAll(List.of(more));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return JsonMapper.builder().build().readTree(run.out());
  }

  private List<String> predict(String data) {
    Run onnx = Run.of("predict", folder.resolve("study/best.onnx").toString(), data);
    Run network = Run.of("predict", folder.resolve("study/best.safetensors").toString(), data);
    assertThat(onnx.err()).isEqualTo(network.err());
    OnnxAnswers.assertClose(onnx.out(), network.out());
    return onnx.out().lines().toList();
  }

  private static String families(String data, String network) {
    Run run = Run.of("compare", data, "--network", network, "--dry-run");
    assertThat(run.code()).as(run.err()).isZero();
    return run.err().lines().filter(line -> line.startsWith("families ")).findFirst().orElse("");
  }

  /** 600 rows of a wave with a period of twelve. */
  private Path wave() throws IOException {
    StringBuilder text = new StringBuilder("wave\n");
    for (int i = 0; i < 600; i++) {
      text.append(5 + Math.sin(i * Math.PI / 6)).append('\n');
    }
    return Files.writeString(folder.resolve("wave.csv"), text);
  }
}
