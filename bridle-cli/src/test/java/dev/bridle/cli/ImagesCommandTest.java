package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Folders of images and IDX files from the command line, to the prediction. */
final class ImagesCommandTest {
  private static final List<String> SMALL =
      List.of(
          "--network",
          "dense(8) relu",
          "--updates",
          "60",
          "--select",
          "2",
          "--confirm",
          "2",
          "--recipes",
          "none; l2(1e-2)",
          "--quiet");

  @TempDir Path folder;

  @Test
  void compare_imageFolder_andPredictWithTheModel_otherSizesToo() throws IOException {
    Path images = ImageFolders.bars(folder.resolve("bars"), 30, 8);
    Run run = compare(images.toString(), "study", "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    JsonNode data = document.at("/data");
    assertThat(data.at("/name").asString()).isEqualTo("bars");
    assertThat(data.at("/rows").asInt()).isEqualTo(60);
    assertThat(data.at("/features").asInt()).isEqualTo(64);
    assertThat(data.at("/classes").asInt()).isEqualTo(2);
    assertThat(document.at("/recommended/model").asString()).isEqualTo("best.onnx");
    assertThat(Files.readString(folder.resolve("study/best.md")))
        .contains("rows made of bars, black, white and random ones among them")
        .contains("- image, `[N, 1, 8, 8]`, float: pixels of 8 x 8, grey, each from 0 (dark) to");
    String model = folder.resolve("study/best.onnx").toString();
    Path fresh = ImageFolders.bars(folder.resolve("new"), 4, 16);
    Run said = Run.of("predict", model, fresh.toString());
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    List<String> lines = said.out().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("file,prediction,probability of lying,probability of standing");
    assertThat(lines).hasSize(9);
    assertThat(lines.get(1)).startsWith("lying/0.png,");
    String network = folder.resolve("study/best.safetensors").toString();
    OnnxAnswers.assertClose(said.out(), Run.of("predict", network, fresh.toString()).out());
    Run one = Run.of("predict", model, fresh.resolve("lying/0.png").toString());
    assertThat(one.out().lines().toList().get(1)).isEqualTo(lines.get(1).replace("lying/0", "0"));
    JsonNode answers =
        JsonMapper.builder()
            .build()
            .readTree(Run.of("predict", model, fresh.toString(), "--json").out());
    assertThat(answers.size()).isEqualTo(8);
    assertThat(answers.at("/0").propertyNames())
        .containsExactly("file", "prediction", "probabilities");
    assertThat(lines.get(1))
        .startsWith(
            answers.at("/0/file").asString() + "," + answers.at("/0/prediction").asString() + ",");
    Files.write(fresh.resolve("lying/broken.jpg"), new byte[0]);
    assertThat(Run.of("predict", model, fresh.toString()).code()).isEqualTo(ExitCode.DATA);
    Run skipped = Run.of("predict", model, fresh.toString(), "--bad-images", "skip");
    assertThat(skipped.out()).isEqualTo(said.out());
    assertThat(skipped.err()).startsWith("warning   1 file cannot be used and is left out: ");
    String again = folder.resolve("again.onnx").toString();
    Run export = Run.of("export", network, "--out", again, "--verify", images.toString());
    assertThat(export.code()).as(export.err()).isZero();
    assertThat(Files.readString(folder.resolve("again.md")))
        .contains("| trained on | bars, ", "| result | accuracy ");
    assertThat(Run.of("predict", again, fresh.toString(), "--bad-images", "skip").out())
        .isEqualTo(said.out());
  }

  @Test
  void compare_again_isTakenUp_changedImageIsRefused() throws IOException {
    Path images = ImageFolders.bars(folder.resolve("bars"), 30, 8);
    String first = compare(images.toString(), "study", "--json").out();
    assertThat(compare(images.toString(), "study", "--json").out()).isEqualTo(first);
    Files.copy(
        images.resolve("standing/1.png"),
        images.resolve("standing/0.png"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Run changed = compare(images.toString(), "study", "--json");
    assertThat(changed.code()).isEqualTo(ExitCode.DATA);
    assertThat(changed.err()).contains("--fresh starts anew");
  }

  @Test
  void compare_badFile_isExitThree_orSkippedWithAWarning() throws IOException {
    Path images = ImageFolders.bars(folder.resolve("bars"), 30, 8);
    Files.write(images.resolve("lying/broken.jpg"), new byte[0]);
    Run refused = compare(images.toString(), "study");
    assertThat(refused.code()).isEqualTo(ExitCode.DATA);
    assertThat(refused.err()).contains("1 of 61 files").contains("\"lying/broken.jpg\" is empty");
    assertThat(folder.resolve("study")).doesNotExist();
    Run skipped = Run.of("compare", images.toString(), "--dry-run", "--bad-images", "skip");
    assertThat(skipped.code()).isZero();
    assertThat(skipped.err()).contains("\nwarning   1 file cannot be used and is left out: ");
  }

  @Test
  void options_thatAreNoSizes_areUsageErrors() throws IOException {
    String images = ImageFolders.bars(folder.resolve("bars"), 5, 8).toString();
    assertThat(Run.of("train", images, "--size", "big").err())
        .isEqualTo(
            "bridle: --size = big: expected a number of pixels such as 32, or width x height as"
                + " 48x32\n");
    assertThat(Run.of("train", images, "--channels", "gray"))
        .isEqualTo(
            new Run(
                2,
                "",
                "bridle: --channels = gray: expected one of grey, colour; did you mean grey?\n"));
    assertThat(Run.of("train", images, "--target", "y").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("train", images, "--data-dir", images).code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void train_imageFolder_savesWhatPredictNeeds() throws IOException {
    String images = ImageFolders.bars(folder.resolve("bars"), 40, 8).toString();
    String model = folder.resolve("net.safetensors").toString();
    Run run =
        Run.of(
            "train",
            images,
            "--size",
            "6x5",
            "--updates",
            "300",
            "--network",
            "dense(16) relu",
            "--out",
            model,
            "--json",
            "--quiet");
    assertThat(run.err()).isEmpty();
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.at("/data/features").asInt()).isEqualTo(30);
    assertThat(document.at("/recipes/0/train/mean").asDouble()).isEqualTo(1);
    List<String> lines = Run.of("predict", model, images).out().lines().toList();
    assertThat(lines).hasSize(81);
    long right =
        lines.stream()
            .skip(1)
            .filter(line -> line.split(",", -1)[1].equals(line.split("/", -1)[0]))
            .count();
    assertThat(right).isGreaterThan(60);
  }

  @Test
  void idxFiles_keepTheOfficialTestRows() throws IOException {
    Path files = folder.resolve("idx");
    Files.createDirectories(files);
    writeSet(files, "train", 200);
    writeSet(files, "t10k", 50);
    List<String> arguments =
        new ArrayList<>(List.of("compare", "--data", "mnist", "--data-dir", files.toString()));
    arguments.addAll(SMALL);
    arguments.addAll(List.of("--json", "--out", folder.resolve("study").toString()));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.at("/data/name").asString()).isEqualTo("mnist");
    assertThat(document.at("/data/rows").asInt()).isEqualTo(250);
    assertThat(document.at("/recommended/test/score").isNumber()).isTrue();
    Run train =
        Run.of("train", "mnist", "--data-dir", files.toString(), "--updates", "20", "--json");
    JsonNode parts = JsonMapper.builder().build().readTree(train.out()).at("/data");
    assertThat(parts.at("/trainingRows").asInt()).isEqualTo(128);
    assertThat(parts.at("/testRows").asInt()).isEqualTo(40);
  }

  @Test
  void idxFiles_damaged_areExitThree() throws IOException {
    writeSet(folder, "train", 20);
    writeSet(folder, "t10k", 10);
    Path file = folder.resolve("t10k-labels-idx1-ubyte");
    Files.write(file, new byte[] {0, 0, 8, 3, 0, 0, 0, 1, 1});
    Run run = Run.of("compare", "mnist", "--data-dir", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.DATA);
    assertThat(run.err())
        .isEqualTo(
            "bridle: "
                + file
                + ": at byte 0: found 0x00000803, expected 0x00000801 (unsigned bytes of 1"
                + " dimensions)\n");
  }

  private static void writeSet(Path folder, String part, int count) throws IOException {
    Random random = new Random(count);
    ByteBuffer images = ByteBuffer.allocate(16 + 9 * count);
    images.putInt(0x803).putInt(count).putInt(3).putInt(3);
    ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < 9; p++) {
        images.put((byte) (p == i % 10 ? 255 : random.nextInt(50)));
      }
      labels.put((byte) (i % 10));
    }
    Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
    Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
  }

  private Run compare(String data, String name, String... options) {
    List<String> arguments = new ArrayList<>(List.of("compare", data));
    arguments.addAll(SMALL);
    arguments.addAll(List.of("--out", folder.resolve(name).toString()));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }
}
