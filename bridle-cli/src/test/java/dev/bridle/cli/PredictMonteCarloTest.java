package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.model.Sampling;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.model.TrainedNetwork.Spread;
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

/** {@code predict --monte-carlo}, as a user runs it. */
final class PredictMonteCarloTest {
  private static final int ROWS = 5000; // more than are read at once

  @TempDir static Path folder;

  private static float[] rows = {};

  /** Networks over built-in data, whose rows are plain numbers. */
  @BeforeAll
  static void train() throws IOException {
    train("moons", "dropout(0.5)", "dropout");
    train("moons", "dropout(0.5) + monte-carlo(5)", "recipe");
    train("moons", "drop-connect(0.5) + dropout(0)@input", "alike");
    train("friedman", "activation-noise(0.5)", "noise");
    StringBuilder text = new StringBuilder("x,y\n");
    rows = new float[2 * ROWS];
    for (int i = 0; i < ROWS; i++) {
      rows[2 * i] = (float) Math.sin(i);
      rows[2 * i + 1] = (float) Math.cos(i % 97);
      text.append(rows[2 * i]).append(',').append(rows[2 * i + 1]).append('\n');
    }
    Files.writeString(folder.resolve("rows.csv"), text);
  }

  private static void train(String data, String recipe, String name) {
    List<String> command = List.of("train", data, "--recipe", recipe, "--out", model(name));
    String plan = "adam(0.01), batch 32, updates 40";
    Run run = run(command, "--network", "dense(8) relu", "--plan", plan);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static String model(String name) {
    return folder.resolve(name + ".safetensors").toString();
  }

  private static Run predict(String name, String... more) {
    return run(List.of("predict", model(name), folder.resolve("rows.csv").toString()), more);
  }

  private static Run run(List<String> start, String... more) {
    List<String> command = new ArrayList<>(start);
    command.addAll(List.of(more));
    return Run.of(command.toArray(String[]::new));
  }

  /** The numbers are those of all rows at once, though they are read a piece at a time. */
  @Test
  void classes_haveMeanDeviationAndEntropy() throws IOException {
    Run run = predict("dropout", "--monte-carlo", "3", "--seed", "9");
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "prediction,probability of upper,probability of lower,"
                + "deviation of upper,deviation of lower,entropy");
    assertThat(lines).hasSize(1 + ROWS);
    TrainedNetwork network = TrainedNetwork.load(Path.of(model("dropout")));
    Spread said = network.spread(new Sampling(3, 9, 0), rows);
    for (int row : new int[] {0, 511, 512, 4095, 4096, ROWS - 1}) {
      String[] cells = lines.get(1 + row).split(",");
      double p = said.mean().get(row, 0);
      assertThat(cells[0]).isEqualTo(p >= 0.5 ? "upper" : "lower");
      assertThat(cells[1]).isEqualTo(Float.toString((float) p));
      assertThat(cells[3]).isEqualTo(Float.toString((float) said.deviation().get(row, 0)));
      double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
      assertThat(Double.parseDouble(cells[5])).isCloseTo(entropy, within(1e-6));
    }
    assertThat(predict("dropout", "--monte-carlo", "3", "--seed", "9").out()).isEqualTo(run.out());
    assertThat(predict("dropout", "--monte-carlo", "3").out()).isNotEqualTo(run.out());
  }

  @Test
  void json_hasTheSameNumbers() {
    List<String> lines = predict("dropout", "--monte-carlo", "4").out().lines().toList();
    JsonNode document =
        JsonMapper.builder()
            .build()
            .readTree(predict("dropout", "--monte-carlo", "4", "--json").out());
    assertThat(document.size()).isEqualTo(ROWS);
    JsonNode last = document.get(ROWS - 1);
    String[] cells = lines.get(ROWS).split(",");
    assertThat(last.propertyNames())
        .containsExactly("prediction", "probabilities", "deviations", "entropy");
    assertThat(last.at("/probabilities/lower").asDouble()).isEqualTo(Double.parseDouble(cells[2]));
    assertThat(last.at("/deviations/lower").asDouble()).isEqualTo(Double.parseDouble(cells[4]));
    assertThat(last.at("/entropy").asDouble()).isEqualTo(Double.parseDouble(cells[5]));
  }

  @Test
  void numbers_haveMeanAndDeviation() throws IOException {
    TrainedNetwork network = TrainedNetwork.load(Path.of(model("noise")));
    String names = String.join(",", network.features());
    float[] row = new float[network.features().size()];
    String text = names + "\n" + "0,".repeat(row.length - 1) + "0\n";
    Path file = Files.writeString(folder.resolve("zeros.csv"), text);
    List<String> command = List.of("predict", model("noise"), file.toString());
    Spread said = network.spread(30, row);
    String deviation = Float.toString((float) said.deviation().get(0, 0));
    assertThat(run(command, "--monte-carlo", "30").out())
        .isEqualTo("y,deviation of y\n" + (float) said.mean().get(0, 0) + "," + deviation + "\n");
    assertThat(run(command, "--monte-carlo", "30", "--json").out())
        .contains("\"deviation of y\":" + deviation);
    assertThat(Float.parseFloat(deviation)).isPositive();
  }

  /** The recipe's own masks give the same means as asked for, and no deviations. */
  @Test
  void recipeWithMonteCarlo_saysItsMean() {
    List<String> plain = predict("recipe").out().lines().toList();
    List<String> spread = predict("recipe", "--monte-carlo", "5").out().lines().toList();
    assertThat(plain).hasSize(1 + ROWS);
    for (int line = 0; line < plain.size(); line++) {
      assertThat(spread.get(line)).startsWith(plain.get(line) + ",");
    }
    assertThat(predict("recipe", "--seed", "1").out().lines().toList().get(1))
        .isNotEqualTo(plain.get(1));
  }

  @Test
  void modelsWithoutMasks_areRefusedWithTheReason() throws IOException {
    Run alike = predict("alike", "--monte-carlo", "5");
    assertThat(alike.code()).isEqualTo(ExitCode.USAGE);
    assertThat(alike.out()).isEmpty();
    assertThat(alike.err())
        .isEqualTo(
            "bridle: --monte-carlo = 5: expected a network with dropout or noise on activations,"
                + " found the recipe drop-connect(0.5) + dropout(0)@input, under which all"
                + " predictions are alike; train one with dropout(0.2), say, or leave the option"
                + " out\n");
    Path onnx = Files.writeString(folder.resolve("some.onnx"), "?");
    Run served = run(List.of("predict", onnx.toString(), "x.csv"), "--monte-carlo", "5");
    assertThat(served.code()).isEqualTo(ExitCode.USAGE);
    assertThat(served.err())
        .isEqualTo(
            "bridle: --monte-carlo = 5: expected a network, .safetensors, since "
                + onnx
                + " is an ONNX model, which computes without masks; predict with the network that"
                + " it was made of\n");
  }

  @Test
  void mistakes_areSaid() {
    assertThat(predict("dropout", "--monte-carlo", "1").err())
        .isEqualTo("bridle: --monte-carlo = 1: expected a whole number from 2 to 10,000\n");
    Run seed = predict("dropout", "--seed", "1");
    assertThat(seed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(seed.err())
        .isEqualTo("bridle: --seed: expected --monte-carlo beside it; nothing else is random\n");
    assertThat(Run.of("predict", "--help").out())
        .contains("--monte-carlo=N", "--seed=SEED", "deviation of");
  }
}
