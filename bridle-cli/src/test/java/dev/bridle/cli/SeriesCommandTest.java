package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A time series from the command line, to the forecast of what no file holds yet. */
final class SeriesCommandTest {
  @TempDir Path folder;

  private Path csv = Path.of("");

  /** A wave of period 12 with a slower one beside it. */
  @BeforeEach
  void write() throws IOException {
    csv = folder.resolve("wave.csv");
    Files.writeString(csv, rows(0, 700));
  }

  private static String rows(int from, int to) {
    StringBuilder text = new StringBuilder("day,other,wave\n");
    for (int i = from; i < to; i++) {
      String day = String.format("20%02d-%02d-%02d", i / 336, 1 + i / 28 % 12, 1 + i % 28);
      text.append(day).append(',').append(Math.cos(i / 20.0)).append(',');
      text.append(wave(i)).append('\n');
    }
    return text.toString();
  }

  private static double wave(int i) {
    return 5 + Math.sin(i * Math.PI / 6) + 0.5 * Math.cos(i / 20.0);
  }

  @Test
  void compare_window_saysPersistence_andPredictForecastsBehindTheLastRow() throws IOException {
    Path study = folder.resolve("study");
    Run run =
        Run.of(
            "compare",
            csv.toString(),
            "--target",
            "wave",
            "--window",
            "12",
            "--horizon",
            "2",
            "--network",
            "dense(16) tanh",
            "--updates",
            "400",
            "--select",
            "2",
            "--confirm",
            "2",
            "--recipes",
            "none; l2(1e-4)",
            "--json",
            "--out",
            study.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("note      column \"day\" left out: texts, or one value throughout\n")
        .contains("note      persistence, the forecast that nothing changes, has rmse ")
        .contains("; on the held-out end rmse ");
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.at("/data/rows").asInt()).isEqualTo(700);
    assertThat(document.at("/data/features").asInt()).isEqualTo(24);
    assertThat(document.at("/data/task").asString()).isEqualTo("regression");
    assertThat(document.at("/protocol/metric").asString()).isEqualTo("rmse");
    assertThat(document.at("/recommended/test/score").asDouble()).isLessThan(0.25);

    Path recent = Files.writeString(folder.resolve("recent.csv"), rows(700, 715));
    Run said = Run.of("predict", study.resolve("best.safetensors").toString(), recent.toString());
    assertThat(said.err()).isEqualTo("note      1 column is not used by the model: \"day\"\n");
    Run onnx = Run.of("predict", study.resolve("best.onnx").toString(), recent.toString());
    assertThat(onnx.err()).isEqualTo(said.err());
    OnnxAnswers.assertClose(onnx.out(), said.out());
    List<String> lines = said.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("after line,wave");
    assertThat(lines).hasSize(1 + 15 - 12 + 1);
    String[] last = lines.get(4).split(",", -1);
    assertThat(last[0]).isEqualTo("16");
    assertThat(Double.parseDouble(last[1])).isCloseTo(wave(714 + 2), within(0.5));
  }

  @Test
  void train_windowToOnnx_missingNumbersIncluded() throws IOException {
    String onnx = folder.resolve("net.onnx").toString();
    String network = folder.resolve("net.safetensors").toString();
    for (String model : List.of(onnx, network)) {
      Run run =
          Run.of(
              "train",
              csv.toString(),
              "--target",
              "wave",
              "--window",
              "7",
              "--updates",
              "100",
              "--network",
              "lstm(6)",
              "--out",
              model);
      assertThat(run.code()).as(run.err()).isZero();
    }
    assertThat(Files.readString(folder.resolve("net.md")))
        .contains("rows made of wave.csv, missing values and extremes among them")
        .contains("- window, `[N, 7, 2]`, double: 7 steps of time, the oldest first")
        .contains("the answer is wave 1 later");
    Path rows = Files.writeString(folder.resolve("gaps.csv"), gaps(rows(700, 730)));
    Run said = Run.of("predict", onnx, rows.toString());
    assertThat(said.out().lines()).hasSize(1 + 30 - 7 + 1);
    OnnxAnswers.assertClose(said.out(), Run.of("predict", network, rows.toString()).out());
  }

  /** Without the first number of one column and some of the others. */
  private static String gaps(String rows) {
    String[] lines = rows.split("\n", -1);
    for (int line : new int[] {1, 2, 9, 15, 16, 17, 30}) {
      lines[line] =
          lines[line].replaceFirst(
              line % 2 == 0 ? ",[^,]*$" : ",[^,]*,", line % 2 == 0 ? "," : ",,");
    }
    return String.join("\n", lines);
  }

  @Test
  void train_window_savesWhatPredictNeeds() {
    String model = folder.resolve("net.safetensors").toString();
    Run run =
        Run.of(
            "train",
            csv.toString(),
            "--target",
            "wave",
            "--window",
            "12",
            "--updates",
            "300",
            "--network",
            "dense(16) tanh",
            "--out",
            model);
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("note      persistence, ").contains("24 inputs, 1 target");
    assertThat(Run.of("predict", model, csv.toString()).out().lines()).hasSize(1 + 689);
  }

  @Test
  void predict_seriesWithoutAColumn_isAMisfit() throws IOException {
    String model = folder.resolve("net.safetensors").toString();
    Run.of(
        "train",
        csv.toString(),
        "--target",
        "wave",
        "--window",
        "3",
        "--updates",
        "5",
        "--out",
        model,
        "--quiet");
    Path rows = Files.writeString(folder.resolve("rows.csv"), "wave\n1\n2\n3\n4\n");
    Run run = Run.of("predict", model, rows.toString());
    assertThat(run.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(run.err()).contains("no column \"other\"");
    Files.writeString(rows, "wave,other\n1,1\n2,2\n");
    assertThat(Run.of("predict", model, rows.toString()).code()).isEqualTo(ExitCode.DATA);
  }

  @Test
  void mistakes_areSaid() {
    assertThat(Run.of("compare", csv.toString(), "--target", "wave", "--window", "0").err())
        .isEqualTo("bridle: --window = 0: expected a whole number from 1 to 100,000\n");
    Run tooLong = Run.of("compare", csv.toString(), "--target", "wave", "--window", "690");
    assertThat(tooLong.code()).isEqualTo(ExitCode.DATA);
    assertThat(tooLong.err()).contains("choose a shorter --window");
    assertThat(Run.of("compare", csv.toString(), "--target", "day", "--window", "5").code())
        .isEqualTo(ExitCode.DATA);
    assertThat(Run.of("train", "moons", "--window", "5").code()).isEqualTo(ExitCode.USAGE);
  }

  /** A category in one row of forty: replicates that do not train on it have an input less. */
  @Test
  void train_table_hasReplicatesOfDifferentWidth() throws IOException {
    StringBuilder text = new StringBuilder("kind,x,y\n");
    for (int i = 0; i < 40; i++) {
      String kind = i == 20 ? "rare" : i % 2 == 0 ? "even" : "odd";
      text.append(kind + "," + i + "," + (i % 2 == 0 ? "a" : "b") + "\n");
    }
    Path table = Files.writeString(folder.resolve("table.csv"), text.toString());
    String model = folder.resolve("net.safetensors").toString();
    Run run =
        Run.of(
            "train",
            table.toString(),
            "--recipe",
            "l2(1e-3)",
            "--replicates",
            "6",
            "--updates",
            "100",
            "--out",
            model,
            "--quiet");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("table.csv: accuracy in %, mean");
    assertThat(Run.of("predict", model, table.toString()).out().lines()).hasSize(41);
  }
}
