package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code show} on models of both kinds, as a user runs it. */
final class ShowCommandTest {
  private static final List<String> KINDS = List.of("best.onnx", "best.safetensors");

  @TempDir static Path folder;

  /** A study of a table with a column of numbers and one of texts. */
  @BeforeAll
  static void study() throws IOException {
    StringBuilder text = new StringBuilder("age,plan,pays\n");
    for (int i = 0; i < 120; i++) {
      text.append(18 + (i * 37) % 60).append(i % 3 == 0 ? ",full," : ",basic,");
      text.append(i % 2 == 0 ? "yes\n" : "no\n");
    }
    Path csv = Files.writeString(folder.resolve("people.csv"), text);
    run(
        "compare",
        csv.toString(),
        "--recipes",
        "none; l2(1e-2)",
        "--network",
        "dense(8) relu",
        "--updates",
        "20",
        "--quick",
        "--out",
        folder.resolve("study").toString());
  }

  @Test
  void model_ofAStudy_saysWhatItIs() {
    for (String kind : KINDS) {
      Path file = folder.resolve("study").resolve(kind);
      Run run = Run.of("show", file.toString());
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .startsWith("model     " + file + ": ")
          .contains(": " + (kind.endsWith("onnx") ? "ONNX" : "a network with its weights") + ", ")
          .contains(Figures.count(file.toFile().length()) + " bytes\n")
          .contains("\ntask      one of 2 classes: no, yes\n")
          .containsPattern("\nrecipe    (none|l2\\(0.01\\))\n")
          // age, and one input for each of two plans: 3 x 8 + 8 + 8 x 2 + 2
          .contains("\nnetwork   dense(8) relu, dense(2): 50 parameters\n")
          .contains("\ninput     2 columns: age (number), plan (text)\n")
          .containsPattern("\ndata      people.csv, \\d,\\d{3} bytes, SHA-256 [0-9a-f]{64}\n")
          .containsPattern("\nresult    accuracy 0\\.\\d+ in the mean of 5 replicates of the");
    }
  }

  @Test
  void json_isTheSameForBothKinds_butForWhatOnlyOneKnows() {
    ObjectNode onnx = json(folder.resolve("study/best.onnx"));
    ObjectNode network = json(folder.resolve("study/best.safetensors"));
    assertThat(onnx.propertyNames())
        .containsExactly(
            "file",
            "format",
            "bytes",
            "task",
            "classes",
            "targets",
            "recipe",
            "network",
            "parameters",
            "input",
            "data",
            "scores",
            "bridle");
    assertThat(onnx.at("/format").asString()).isEqualTo("onnx");
    assertThat(onnx.at("/input/columns").toString())
        .isEqualTo(
            "[{\"name\":\"age\",\"type\":\"number\"},{\"name\":\"plan\",\"type\":\"text\"}]");
    assertThat(onnx.at("/data/bytes").asLong())
        .isEqualTo(folder.resolve("people.csv").toFile().length());
    assertThat(onnx.at("/bridle").asString()).isEqualTo(Version.bridle());
    assertThat(network.at("/bridle").isNull()).isTrue();
    List<String> own = List.of("file", "format", "bytes", "bridle");
    assertThat((JsonNode) onnx.remove(own)).isEqualTo(network.remove(own));
  }

  @Test
  void models_ofImagesSeriesAndIds_sayWhatTheyTake() throws IOException {
    Path bars = ImageFolders.bars(folder.resolve("bars"), 10, 8);
    StringBuilder wave = new StringBuilder("wave\n");
    for (int i = 0; i < 90; i++) {
      wave.append(i % 12).append('\n');
    }
    Path series = Files.writeString(folder.resolve("wave.csv"), wave);
    for (String kind : List.of(".onnx", ".safetensors")) {
      Path images = train(bars, "conv(4, 3) relu, max-pool(2)", "bars" + kind);
      assertThat(Run.of("show", images.toString()).out())
          .contains("\ninput     grey images of 8 x 8 pixels\n")
          .contains("\ntask      one of 2 classes: lying, standing\n");
      assertThat(json(images).at("/input").toString())
          .isEqualTo("{\"kind\":\"images\",\"channels\":1,\"height\":8,\"width\":8}");
      Path forecasts = train(series, "lstm(4)", "wave" + kind, "--target=wave", "--window=5");
      assertThat(Run.of("show", forecasts.toString()).out())
          .contains("\ninput     windows of 5 steps of wave; the answer is 1 later\n")
          .contains("\ntask      a number: wave\n")
          .contains("\nresult    rmse ");
      assertThat(json(forecasts).at("/input").toString())
          .isEqualTo("{\"kind\":\"windows\",\"steps\":5,\"horizon\":1,\"columns\":[\"wave\"]}");
      Path ids = train(Path.of("words"), "embedding(32, 4), lstm(4)", "words" + kind);
      assertThat(Run.of("show", ids.toString()).out())
          .contains("(id), ")
          .contains("\ndata      words, built in, SHA-256 ");
    }
  }

  /** As on a machine that neither libtorch nor ONNX Runtime runs on. */
  @Test
  void onnx_needsNoNativeLibrary() throws Exception {
    String model = folder.resolve("study/best.onnx").toString();
    String said = MainTest.startedWithout("bytedeco|onnxruntime", "show", model);
    assertThat(said).isEqualTo("exit 0\n" + Run.of("show", model).out());
  }

  @Test
  void otherFiles_areRefusedWithTheReason() throws IOException {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    for (String kind : List.of("noise.onnx", "noise.safetensors")) {
      Path file = Files.write(folder.resolve(kind), noise);
      Run run = Run.of("show", file.toString());
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.MISFIT);
      assertThat(run.err()).contains(kind + ": ").hasLineCount(1);
      assertThat(run.out()).isEmpty();
    }
    Path csv = folder.resolve("people.csv");
    assertThat(Run.of("show", csv.toString()))
        .isEqualTo(
            new Run(
                ExitCode.FILE,
                "",
                "bridle: "
                    + csv
                    + ": not a folder; expected that of a study, or a model, whose name ends in"
                    + " .onnx or .safetensors\n"));
    assertThat(Run.of("show", folder.resolve("none").toString()).err())
        .contains("none: there is no such folder; expected that of a study, or a model");
    Run none = Run.of("show", folder.resolve("none.onnx").toString());
    assertThat(none.code()).isEqualTo(ExitCode.DATA);
    assertThat(none.err()).endsWith("none.onnx: there is no such file\n");
  }

  private static ObjectNode json(Path model) {
    Run run = Run.of("show", model.toString(), "--json");
    assertThat(run.code()).as(run.err()).isZero();
    return (ObjectNode) JsonMapper.builder().build().readTree(run.out());
  }

  private static Path train(Path data, String network, String name, String... more) {
    Path model = folder.resolve(name);
    List<String> arguments =
        new ArrayList<>(List.of("train", data.toString(), "--network", network));
    arguments.addAll(List.of("--updates", "5", "--out", model.toString()));
    arguments.addAll(List.of(more));
    run(arguments.toArray(String[]::new));
    return model;
  }

  private static void run(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.code()).as(run.err()).isZero();
  }
}
