package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {
  @TempDir static Path folder;
  private static Path network = Path.of("");

  @BeforeAll
  static void train() {
    network = folder.resolve("net.safetensors");
    Run run =
        Run.of(
            "train",
            "moons",
            "--recipe",
            "layer-norm + max-norm(1)",
            "--network",
            "dense(8) silu",
            "--updates",
            "40",
            "--quiet",
            "--out",
            network.toString());
    assertThat(run.code()).isZero();
  }

  @Test
  void withoutOut_liesBesideTheNetwork_withACard_andPredictsTheSame() throws IOException {
    Run run = export("--verify", "moons");
    Path model = folder.resolve("net.onnx");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .matches(
            "checked   1,\\d+ rows, largest difference to the network \\S+\n"
                + "model     .*net\\.onnx\n"
                + "card      .*net\\.md\n");
    assertThat(Files.readString(folder.resolve("net.md")))
        .startsWith("# Model card: net.onnx\n")
        .contains("| recipe | layer-norm + max-norm(1) |", "max-norm(1): holds for all weights")
        .contains("    ./bridle export " + network + " --verify moons\n");
    Path rows = Files.writeString(folder.resolve("rows.csv"), "y,x\n0.5,-1\n-0.5,2\n1,1\n");
    List<String> onnx = Run.of("predict", model.toString(), rows.toString()).out().lines().toList();
    List<String> own =
        Run.of("predict", network.toString(), rows.toString()).out().lines().toList();
    assertThat(onnx).hasSize(4);
    assertThat(onnx.get(0)).isEqualTo(own.get(0));
    Files.writeString(rows, "y,x\n0.5,\n");
    Run missing = Run.of("predict", model.toString(), rows.toString());
    assertThat(missing.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(missing.err()).contains("line 2: a value is missing, expected a number");
    assertThat(export().code()).isZero(); // again, on made-up rows: it may replace its own
  }

  @Test
  void rowsOfOtherColumns_areAMisfit_andNothingIsWritten() throws IOException {
    Path rows = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    Path out = folder.resolve("misfit.onnx");
    Run run = export("--out", out.toString(), "--verify", rows.toString());
    assertThat(run.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(run.err()).contains("no column \"x\"");
    assertThat(out).doesNotExist();
    assertThat(export("--out", out.toString(), "--verify", "no.csv").code())
        .isEqualTo(ExitCode.DATA);
  }

  @Test
  void filesOfOthers_areKeptUnlessForced() throws IOException {
    Path model = Files.writeString(folder.resolve("mine.onnx"), "mine");
    Run run = export("--out", model.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FILE);
    assertThat(run.err()).contains("is not a network saved by Bridle; --force replaces it");
    Path card = Files.writeString(folder.resolve("notes.md"), "my notes");
    Run over = export("--out", folder.resolve("notes.onnx").toString());
    assertThat(over.code()).isEqualTo(ExitCode.FILE);
    assertThat(over.err()).contains("which exists and is no card of a model");
    assertThat(card).hasContent("my notes");
    assertThat(export("--out", model.toString(), "--force").code()).isZero();
  }

  @Test
  void otherEndingsAndFiles_areRefused() throws IOException {
    assertThat(export("--out", "net.pb").code()).isEqualTo(ExitCode.USAGE);
    Path text = Files.writeString(folder.resolve("a.safetensors"), "text");
    Run run = Run.of("export", text.toString());
    assertThat(run.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(folder.resolve("a.onnx")).doesNotExist();
  }

  @Test
  void train_withOutOnnx_leavesModelAndCard() throws IOException {
    Path model = folder.resolve("trained.onnx");
    Run run =
        Run.of(
            "train",
            "friedman",
            "--recipe",
            "batch-norm",
            "--network",
            "dense(8) tanh",
            "--updates",
            "40",
            "--out",
            model.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("saved     " + model + ": batch-norm\n", "to use    ./bridle predict " + model);
    assertThat(Files.readString(folder.resolve("trained.md")))
        .contains(
            "| result | rmse ", " rows that it was not trained on |", "rows made of friedman");
    Path rows = folder.resolve("friedman.csv");
    Files.writeString(rows, Run.of("data", "friedman", "--rows", "5").out());
    Run said = Run.of("predict", model.toString(), rows.toString());
    assertThat(said.code()).isZero();
    assertThat(said.out().lines()).hasSize(6);
  }

  private static Run export(String... options) {
    List<String> arguments = new ArrayList<>(List.of("export", network.toString()));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }
}
