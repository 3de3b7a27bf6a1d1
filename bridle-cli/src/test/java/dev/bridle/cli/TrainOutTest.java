package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.metric.Metric;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.tensor.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainOutTest {
  @TempDir Path folder;

  @Test
  void network_isThatOfTheTable() throws IOException {
    Path file = folder.resolve("net.safetensors");
    Run run = saving(file, "--recipe", "dropout(0.1)");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .endsWith(
            "\n\nsaved     "
                + file
                + ": dropout(0.1)\nin Java   TrainedNetwork.load(Path.of(\""
                + file
                + "\")).predict(inputs)\n");
    Key rows = Key.of(7).at("replicate").at(0).at("data");
    double accuracy =
        TrainedNetwork.load(file)
            .evaluate(BuiltIn.find("temperature").orElseThrow().split(rows).test())
            .get(Metric.ACCURACY);
    String shown = run.out().lines().skip(4).findFirst().orElseThrow().split(" +")[3];
    assertThat(shown).isEqualTo(Figures.tenths(100 * accuracy));
  }

  @Test
  void ofSeveralReplicates_theFirstIsSaved() throws IOException {
    Path one = folder.resolve("one.safetensors");
    Path three = folder.resolve("three.safetensors");
    saving(one, "--recipe", "l2(0.1)");
    Run run = saving(three, "--recipe", "l2(0.1)", "--replicates", "3");
    assertThat(run.err()).contains(": l2(0.1), first replicate\n");
    assertThat(Files.readAllBytes(three)).isEqualTo(Files.readAllBytes(one));
  }

  @Test
  void earlierNetwork_isReplaced() throws IOException {
    Path file = folder.resolve("net.safetensors");
    saving(file);
    byte[] before = Files.readAllBytes(file);
    assertThat(saving(file, "--seed", "8").code()).isZero();
    assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
  }

  @Test
  void otherFile_isKeptUnlessForced() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.safetensors"), "mine");
    Run run = saving(file);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err())
        .isEqualTo(
            "bridle: --out = "
                + file
                + ": cannot be written: it exists and is not a network saved by Bridle;"
                + " --force replaces it\n");
    assertThat(file).hasContent("mine");
    assertThat(saving(file, "--force").code()).isZero();
    assertThat(TrainedNetwork.load(file).features()).hasSize(1);
  }

  @Test
  void missingDirectory_isSaidBeforeTraining() {
    Path file = folder.resolve("no/net.safetensors");
    Run run = saving(file);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "bridle: --out = "
                + file
                + ": cannot be written: there is no directory "
                + file.getParent()
                + "\n");
  }

  @Test
  void directory_isRefused() throws IOException {
    Path file = Files.createDirectory(folder.resolve("d.safetensors"));
    Run run = saving(file, "--force");
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err())
        .isEqualTo("bridle: --out = " + file + ": cannot be written: it is a directory\n");
  }

  @Test
  void fileThatBecameADirectoryMeanwhile_endsWithFive() throws IOException {
    Path path = folder.resolve("late.csv");
    OutputFile file = OutputFile.forText(path, false);
    Files.createDirectory(path);
    assertThatThrownBy(() -> file.write(stream -> stream.write(1)))
        .isInstanceOf(CommandException.class)
        .hasMessage("--out = " + path + ": cannot be written: it is a directory")
        .extracting(e -> ((CommandException) e).code())
        .isEqualTo(5);
  }

  @Test
  void divergedNetwork_isNotSaved() {
    Path file = folder.resolve("net.safetensors");
    Run run = saving(file, "--optimizer", "sgd", "--learning-rate", "1e38");
    assertThat(run.code()).isEqualTo(4);
    assertThat(file).doesNotExist();
  }

  @Test
  void json_tellsWhereTheNetworkIs() {
    Path file = folder.resolve("net.safetensors");
    assertThat(saving(file, "--json").out()).contains("\"model\" : \"" + file + "\"");
  }

  private static Run saving(Path file, String... more) {
    String[] args = TrainCommandTest.with(more);
    args = Arrays.copyOf(args, args.length + 2);
    args[args.length - 2] = "--out";
    args[args.length - 1] = file.toString();
    return Run.of(args);
  }
}
