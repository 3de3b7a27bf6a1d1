package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code predict} with ONNX models, as a user runs it: case 28 of docs/reliability.md. */
final class PredictOnnxTest {
  private static final String ROWS = "age,plan\n20,basic\n70,full\n33,\n,never-seen\n45,full\n";

  @TempDir static Path folder;

  /** A study whose winner all tests here predict with: older people on the full plan pay. */
  @BeforeAll
  static void study() throws IOException {
    StringBuilder text = new StringBuilder("age,plan,pays\n");
    for (int i = 0; i < 120; i++) {
      int age = 18 + (i * 37) % 60;
      boolean full = i % 3 == 0;
      text.append(i % 20 == 7 ? "" : Integer.toString(age)).append(full ? ",full," : ",basic,");
      text.append(age + (full ? 20 : 0) > 55 ? "yes\n" : "no\n");
    }
    Path csv = Files.writeString(folder.resolve("people.csv"), text);
    Run run =
        Run.of(
            "compare",
            csv.toString(),
            "--recipes",
            "none; batch-norm + dropout(0.2)",
            "--network",
            "dense(8) gelu",
            "--updates",
            "60",
            "--quick",
            "--quiet",
            "--out",
            folder.resolve("study").toString());
    assertThat(run.code()).isZero();
  }

  @Test
  void onnx_saysWhatTheNetworkSays_unknownAndMissingValuesIncluded() throws IOException {
    List<String> onnx = predict("best.onnx", ROWS).out().lines().toList();
    List<String> network = predict("best.safetensors", ROWS).out().lines().toList();
    assertThat(onnx.get(0)).isEqualTo("prediction,probability of no,probability of yes");
    assertThat(onnx).hasSize(6);
    for (int line = 1; line < 6; line++) {
      String[] a = onnx.get(line).split(",");
      String[] b = network.get(line).split(",");
      assertThat(a[0]).isEqualTo(b[0]);
      assertThat(Double.parseDouble(a[2])).isCloseTo(Double.parseDouble(b[2]), within(1e-5));
    }
  }

  /** In pieces of any length the same answers, and those of libtorch, to 1e-5. */
  @Test
  void thousandRows_oneOrTwoHundredAndFiftySevenOfThem_areAnsweredTheSame() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String age = i % 11 == 0 ? "" : i * 7 % 93 + "." + i;
      String plan = i % 13 == 0 ? "NA" : i % 17 == 0 ? "p" + i : i % 2 == 0 ? "full" : "basic";
      rows.add(age + "," + plan);
    }
    List<String> all = answers("best.onnx", rows);
    assertSame(answers("best.safetensors", rows), all);
    assertSame(answers("best.onnx", rows.subList(0, 257)), all.subList(0, 257));
    for (int i : new int[] {0, 1, 13, 34, 999}) {
      assertSame(answers("best.onnx", rows.subList(i, i + 1)), all.subList(i, i + 1));
    }
  }

  private static List<String> answers(String model, List<String> rows) throws IOException {
    Run run = predict(model, "age,plan\n" + String.join("\n", rows) + "\n");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out().lines().skip(1).toList();
  }

  private static void assertSame(List<String> expected, List<String> found) {
    assertThat(found).hasSameSizeAs(expected);
    for (int row = 0; row < found.size(); row++) {
      double a = Double.parseDouble(expected.get(row).split(",")[2]);
      assertThat(Double.parseDouble(found.get(row).split(",")[2])).isCloseTo(a, within(1e-5));
    }
  }

  @Test
  void columns_areFoundByName_inAnyOrder_andOthersAreNamed() throws IOException {
    Run plain = predict("best.onnx", ROWS);
    Run turned =
        predict(
            "best.onnx",
            "extra,plan,age\n1,basic,20\n2,full,70\n3,,33\n4,never-seen,\n5,full,45\n");
    assertThat(turned.out()).isEqualTo(plain.out());
    assertThat(turned.err()).isEqualTo("note      1 column is not used by the model: \"extra\"\n");
  }

  @Test
  void wrongColumns_areNamed() throws IOException {
    Run renamed = predict("best.onnx", "ages,plan\n20,basic\n");
    assertThat(renamed.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(renamed.err()).contains("no column \"age\" (did you mean \"ages\"?)");
    assertThat(renamed.out()).isEmpty();
    Run fewer = predict("best.onnx", "x\n20\n");
    assertThat(fewer.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(fewer.err()).contains("no column \"age\"; no column \"plan\"");
    Run texts = predict("best.onnx", "age,plan\nold,basic\n");
    assertThat(texts.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(texts.err()).contains("column \"age\" holds texts (line 2: \"old\")");
  }

  @Test
  void json_isOneDocument_alsoOverManyPieces() throws IOException {
    StringBuilder many = new StringBuilder("plan,age\n");
    for (int i = 0; i < 10_000; i++) {
      many.append(i % 2 == 0 ? "full," : "basic,").append(i % 90).append('\n');
    }
    Run run = predict("best.onnx", many.toString(), "--json");
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.size()).isEqualTo(10_000);
    JsonNode last = document.get(9_999);
    assertThat(last.propertyNames()).containsExactly("prediction", "probabilities");
    assertThat(last.at("/probabilities/no").asDouble() + last.at("/probabilities/yes").asDouble())
        .isCloseTo(1, within(1e-6));
    assertThat(document.get(91)).isEqualTo(document.get(1)); // basic, 1 again
  }

  @Test
  void damagedAndForeignModels_areRefusedWithTheReason() throws IOException {
    byte[] good = Files.readAllBytes(folder.resolve("study/best.onnx"));
    byte[] foreign =
        ModelProto.parseFrom(good).toBuilder()
            .clearMetadataProps()
            .setProducerName("pytorch")
            .build()
            .toByteArray();
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    refused(foreign, "expected an ONNX model written by Bridle", "one of \"pytorch\"");
    refused(Arrays.copyOf(good, good.length - 100), "bad.onnx: ");
    refused(noise, "bad.onnx: ");
    Run none = Run.of("predict", folder.resolve("no.onnx").toString(), "rows.csv");
    assertThat(none.code()).isEqualTo(ExitCode.DATA);
    assertThat(none.err()).endsWith("no.onnx: there is no such file\n");
  }

  private static void refused(byte[] model, String... reasons) throws IOException {
    Path bad = Files.write(folder.resolve("bad.onnx"), model);
    Path rows = Files.writeString(folder.resolve("rows.csv"), ROWS);
    Run run = Run.of("predict", bad.toString(), rows.toString());
    assertThat(run.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(run.err()).contains(reasons);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void outFile_isWrittenWhole_orNotAtAll() throws IOException {
    Path out = folder.resolve("said.csv");
    Run failing = predict("best.onnx", ROWS + "old,basic\n", "--out", out.toString());
    assertThat(failing.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(out).doesNotExist();
    assertThat(predict("best.onnx", ROWS, "--out", out.toString()).code()).isZero();
    assertThat(Files.readString(out)).isEqualTo(predict("best.onnx", ROWS).out());
  }

  /** As on a server: a small heap, many rows, a long class path, no libtorch anywhere. */
  @Test
  void freshProcess_withoutLibtorch_predictsManyRowsInLittleMemory() throws Exception {
    Path rows = folder.resolve("many.csv");
    try (var out = Files.newBufferedWriter(rows)) {
      out.write("plan,age\n");
      for (int i = 0; i < 400_000; i++) {
        out.write(i % 5 == 0 ? "full" : i % 7 == 0 ? "p" + i : "basic");
        out.write("," + i % 90 + "." + i + "\n");
      }
    }
    Path said = folder.resolve("many-said.csv");
    withoutLibtorch(folder.resolve("study/best.onnx"), rows, said);
    try (var lines = Files.lines(said)) {
      assertThat(lines.count()).isEqualTo(400_001);
    }
  }

  @Test
  void freshProcess_withoutLibtorch_predictsImagesAndSeries() throws Exception {
    Path images = ImageFolders.bars(folder.resolve("bars"), 10, 8);
    Path model = trained(images, "conv(4, 3) relu, max-pool(2)", "images.onnx");
    Path said = folder.resolve("images-said.csv");
    withoutLibtorch(model, images, said);
    assertThat(Files.readString(said))
        .isEqualTo(Run.of("predict", model.toString(), images.toString()).out())
        .startsWith("file,prediction,probability of lying,probability of standing\nlying/0.png,");

    StringBuilder wave = new StringBuilder("wave\n");
    for (int i = 0; i < 90; i++) {
      wave.append(i % 12).append('\n');
    }
    Path series = Files.writeString(folder.resolve("wave.csv"), wave);
    Path forecaster = trained(series, "lstm(4)", "wave.onnx", "--target", "wave", "--window", "5");
    Path forecasts = folder.resolve("forecasts.csv");
    withoutLibtorch(forecaster, series, forecasts);
    assertThat(Files.readString(forecasts))
        .isEqualTo(Run.of("predict", forecaster.toString(), series.toString()).out())
        .startsWith("after line,wave\n6,");
  }

  private static Path trained(Path data, String network, String name, String... more) {
    Path model = folder.resolve(name);
    List<String> arguments = new ArrayList<>(List.of("train", data.toString(), "--quiet"));
    arguments.addAll(List.of("--network", network, "--updates", "20", "--out", model.toString()));
    arguments.addAll(List.of(more));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return model;
  }

  private static void withoutLibtorch(Path model, Path rows, Path said) throws Exception {
    Path loaded = folder.resolve("loaded.txt");
    Path errors = folder.resolve("errors.txt");
    String libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("bytedeco"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                libraries + (File.pathSeparator + "/no/such/library.jar").repeat(500),
                "dev.bridle.cli.Main",
                "predict",
                model.toString(),
                rows.toString(),
                "--out",
                said.toString())
            .redirectErrorStream(true)
            .redirectOutput(errors.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(errors).isEmptyFile();
    assertThat(process.exitValue()).isZero();
    String classes = Files.readString(loaded);
    assertThat(classes).contains("dev.bridle.export.OnnxPredictor ");
    assertThat(classes).doesNotContain("dev.bridle.tensor.", "org.bytedeco");
  }

  private static Run predict(String model, String rows, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), rows);
    List<String> arguments =
        new ArrayList<>(
            List.of("predict", folder.resolve("study/" + model).toString(), file.toString()));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }
}
