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

  @Test
  void train_onATable_writesAModelOfItsColumns() throws IOException {
    StringBuilder rows = new StringBuilder("kind,size,y\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i % 3 == 0 ? "red" : "blue").append(',').append(i).append(',');
      rows.append(i % 2 == 0 ? "odd" : "even").append('\n');
    }
    Path csv = Files.writeString(folder.resolve("kinds.csv"), rows);
    Path model = folder.resolve("kinds.onnx");
    Run run =
        Run.of(
            "train",
            csv.toString(),
            "--target",
            "y",
            "--recipe",
            "weight-norm@dense1 + contractive(1e-3)@dense2",
            "--network",
            "dense(4) relu, dense(4) tanh",
            "--updates",
            "20",
            "--out",
            model.toString());
    assertThat(run.err()).contains("saved     " + model);
    assertThat(run.code()).isZero();
    assertThat(Files.readString(folder.resolve("kinds.md")))
        .contains("| trained on | kinds.csv, ", "rows made of kinds.csv", "| kind | string |");
    Run said = Run.of("predict", model.toString(), csv.toString());
    assertThat(said.out().lines()).hasSize(61);
  }

  @Test
  void monteCarlo_isRefused_beforeTheTraining_andForASavedNetwork() {
    String[] train = {
      "train", "moons", "--recipe", "dropout(0.2) + monte-carlo(3)", "--updates", "10", "--out", ""
    };
    Path onnx = folder.resolve("masks.onnx");
    train[7] = onnx.toString();
    Run refused = Run.of(train);
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("monte-carlo(3): the network predicts under random masks");
    train[7] = folder.resolve("masks.safetensors").toString();
    assertThat(Run.of(train).code()).isZero();
    Run export = Run.of("export", train[7]);
    assertThat(export.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(export.err()).contains("monte-carlo(3): the network predicts under random masks");
    assertThat(onnx).doesNotExist();
  }

  private static Run export(String... options) {
    List<String> arguments = new ArrayList<>(List.of("export", network.toString()));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }
}
