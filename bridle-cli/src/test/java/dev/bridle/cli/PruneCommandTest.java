package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.tensor.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PruneCommandTest {
  @TempDir static Path shared;

  @TempDir Path folder;

  @BeforeAll
  static void train() {
    Run run =
        Run.of(
            "train",
            "strokes",
            "--recipe",
            "prune(0.75, by=unit-norm)@hidden",
            "--network",
            "dense(16) tanh, dense(8) relu",
            "--plan",
            "adam(0.003), batch 32, updates 60",
            "--out",
            model().toString());
    assertThat(run.code()).isZero();
  }

  private static Path model() {
    return shared.resolve("best.safetensors");
  }

  @Test
  void out_asOnnx_isTheSmallerNetwork_withItsCard() throws IOException {
    Path smaller = folder.resolve("smaller.onnx");
    Run run = Run.of("prune", model().toString(), "--out", smaller.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(folder.resolve("smaller.md"))).contains("dense(4) tanh");
    assertThat(Files.size(smaller)).isLessThan(Files.size(model()));
    assertThat(Run.of("show", smaller.toString()).out()).contains("dense(4) tanh, dense(2) relu");
  }

  /** Of 16 units 12 go, of 8 units 6. */
  @Test
  void text_showsWhatWasBeforeAndWhatIs() throws IOException {
    Path smaller = folder.resolve("smaller.safetensors");
    Run run =
        Run.of(
            "prune",
            model().toString(),
            "--out",
            smaller.toString(),
            "--verify",
            "strokes",
            "--no-times");
    assertThat(run.code()).isZero();
    int inputs = TrainedNetwork.load(model()).features().size();
    int left = TrainedNetwork.load(smaller).features().size();
    int before = inputs * 16 + 16 + 16 * 8 + 8 + 8 * 10 + 10;
    int after = left * 4 + 4 + 4 * 2 + 2 + 2 * 10 + 10;
    assertThat(run.out())
        .startsWith(
            "before    dense(16) tanh, dense(8) relu, dense(10)\n"
                + "after     dense(4) tanh, dense(2) relu, dense(10)\n\n")
        .containsPattern("parameters +" + Figures.count(before) + " +" + Figures.count(after))
        .containsPattern("units of dense1 +16 +4\n")
        .containsPattern("units of dense2 +8 +2\n")
        .contains(" of the parameters are gone. Outputs differ by at most ")
        .contains("of the largest, over 1,000 rows of strokes.\n")
        .doesNotContain("microseconds");
    assertThat(run.err()).isEqualTo("saved     " + smaller + "\n");
    float[] rows = BuiltIn.find("strokes").orElseThrow().draw(50, Key.of(5)).inputs();
    assertThat(left).isEqualTo(inputs);
    assertThat(TrainedNetwork.load(smaller).predict(rows).label(7))
        .isEqualTo(TrainedNetwork.load(model()).predict(rows).label(7));
  }

  @Test
  void folderOfAStudy_isItsBestNetwork() {
    Run run = Run.of("prune", shared.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\nafter     dense(4) tanh, dense(2) relu, dense(10)\n")
        .containsPattern("microseconds for a row +[0-9.]+ +[0-9.]+\n")
        .contains("over 1,000 rows drawn at random.\n");
    assertThat(run.err()).isEmpty();
    Run empty = Run.of("prune", folder.toString());
    assertThat(empty.code()).isEqualTo(ExitCode.DATA);
    assertThat(empty.err())
        .isEqualTo(
            "bridle: folder "
                + folder
                + ": expected the folder of a finished study, with best.safetensors in it\n");
  }

  @Test
  void json_hasTheSameNumbers() {
    String[] command = {"prune", model().toString(), "--json", "--no-times"};
    Run run = Run.of(command);
    assertThat(run.code()).isZero();
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.at("/after/network").asString())
        .isEqualTo("dense(4) tanh, dense(2) relu, dense(10)");
    assertThat(document.at("/layers/0/before").asInt()).isEqualTo(16);
    assertThat(document.at("/layers/0/after").asInt()).isEqualTo(4);
    assertThat(document.at("/after/bytes").asInt())
        .isEqualTo(4 * document.at("/after/parameters").asInt());
    assertThat(document.at("/largestDifference").asDouble()).isLessThan(1e-5);
    assertThat(document.at("/before/secondsPerRow").isNull()).isTrue();
    assertThat(document.at("/model").isNull()).isTrue();
    assertThat(Run.of(command).out()).isEqualTo(run.out());
    assertThat(Run.of("prune", model().toString(), "--json").out())
        .containsPattern("\"secondsPerRow\" : [0-9.E-]+");
  }

  @Test
  void networkWithoutZeros_staysAsItIs() throws IOException {
    Path smaller = folder.resolve("smaller.safetensors");
    Path again = folder.resolve("again.safetensors");
    Run.of("prune", model().toString(), "--out", smaller.toString());
    Run run = Run.of("prune", smaller.toString(), "--out", again.toString(), "-q");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\nNothing can go: no unit hears or says nothing but zeros.");
    assertThat(run.err()).isEmpty();
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(smaller));
  }

  @Test
  void preparedTable_isVerifiedOnAFileAndKeepsItsColumns() throws IOException {
    StringBuilder rows = new StringBuilder("still,a,b,y\n");
    for (int i = 0; i < 200; i++) {
      double a = Math.sin(i);
      double b = Math.cos(3 * i);
      rows.append(i % 7).append(',').append(a).append(',').append(b).append(',');
      rows.append(a - b).append('\n');
    }
    Path table = Files.writeString(folder.resolve("rows.csv"), rows);
    Path saved = folder.resolve("saved.safetensors");
    Path smaller = folder.resolve("smaller.safetensors");
    String recipe = "prune(0.5, by=unit-norm)@hidden";
    String plan = "adam(0.01), batch 16, updates 40";
    Run trained =
        Run.of(
            "train",
            table.toString(),
            "--recipe",
            recipe,
            "--network",
            "dense(8) relu",
            "--plan",
            plan,
            "--out",
            saved.toString());
    assertThat(trained.code()).isZero();
    Run run =
        Run.of(
            "prune", saved.toString(), "--verify", table.toString(), "--out", smaller.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("after     dense(4) relu, dense(1)\n")
        .contains("over 200 rows of " + table + ".\n");
    assertThat(Run.of("predict", smaller.toString(), table.toString()).out().lines()).hasSize(201);
    Run missing = Run.of("prune", saved.toString(), "--verify", folder + "/no.csv");
    assertThat(missing.code()).isEqualTo(ExitCode.DATA);
  }

  @Test
  void layersWithShapes_areCutWhereTheyCan_andTheReasonIsSaid() {
    Path saved = folder.resolve("saved.safetensors");
    Path smaller = folder.resolve("smaller.safetensors");
    String plan = "adam(0.01), batch 16, updates 2";
    String network = "embedding(40, 4), residual(lstm(4, sequence)), gru(4), dense(8) relu";
    String recipe = "prune(0.5, by=unit-norm)@dense1";
    List<String> command = List.of("train", "words", "--network", network, "--plan", plan);
    Run trained = run(command, "--recipe", recipe, "--out", saved.toString());
    assertThat(trained.code()).as(trained.err()).isZero();
    Run run = Run.of("prune", saved.toString(), "--out", smaller.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\nafter     " + network.replace("dense(8)", "dense(4)") + ", dense(2)\n")
        .containsPattern("units of dense1 +8 +4\n")
        .contains(
            "embedding1 keeps all its units, since residual1 behind it is left as it is.\n"
                + "residual1 keeps all its units, since what comes in is added to what goes out.\n")
        .contains("over 1,000 rows drawn at random.\n");
    assertThat(smaller).exists();
    JsonNode document =
        JsonMapper.builder().build().readTree(Run.of("prune", saved.toString(), "--json").out());
    assertThat(document.at("/layers/1/keptBy").asString())
        .isEqualTo("what comes in is added to what goes out");
    assertThat(document.at("/layers/3/keptBy").isNull()).isTrue();
  }

  private static Run run(List<String> start, String... more) {
    List<String> command = new ArrayList<>(start);
    command.addAll(List.of(more));
    return Run.of(command.toArray(String[]::new));
  }

  @Test
  void mistakes_areSaid() throws IOException {
    Run other = Run.of("prune", model().toString(), "--verify", "moons");
    assertThat(other.code()).isEqualTo(ExitCode.MISFIT);
    assertThat(other.err()).startsWith("bridle: --verify = moons: expected data with the inputs ");
    Path text = Files.writeString(folder.resolve("text.safetensors"), "mine");
    Run foreign = Run.of("prune", text.toString());
    assertThat(foreign.code()).isEqualTo(ExitCode.MISFIT);
    Run kept = Run.of("prune", model().toString(), "--out", text.toString());
    assertThat(kept.code()).isEqualTo(ExitCode.FILE);
    assertThat(text).hasContent("mine");
    Run named = Run.of("prune", model().toString(), "--out", folder + "/smaller.bin");
    assertThat(named.code()).isEqualTo(ExitCode.USAGE);
    Run gone = Run.of("prune", folder + "/gone.safetensors");
    assertThat(gone.code()).isEqualTo(ExitCode.DATA); // as predict
    Run options = Run.of("prune", model().toString(), "--verify", "strokes", "--target", "y");
    assertThat(options.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void help_namesTheVerb() {
    assertThat(Run.of("--help").out()).containsPattern("\n  prune +Makes a saved network");
    Run help = Run.of("prune", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("bridle prune MODEL [options]", "--verify=DATA");
  }
}
