package dev.bridle.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left out of convolutions, recurrent layers and embeddings, and what is not. */
final class CompactionShapesTest {
  private final Map<String, double[]> values = new HashMap<>();

  private Compacted compacted(String network, String recipe, Shape input) {
    TrainedNetwork whole =
        Networks.of(network, recipe, input, 1, Precision.FLOAT64, name -> given(name));
    Compacted pair = Compaction.of(whole);
    float[] rows = Agreement.drawn(whole, 10, Key.of(3));
    assertThat(pair.after().outputs(rows)).containsExactly(whole.outputs(rows), within(1e-9));
    return pair;
  }

  /** What a test wants, else numbers of which none is 0; more than are needed. */
  private double[] given(String name) {
    return values.getOrDefault(
        name, IntStream.range(1, 2000).mapToDouble(i -> Math.sin(i) / 4).toArray());
  }

  private static String network(Compacted pair) {
    return pair.after().compiled().architecture().toString();
  }

  /** The second filter says relu(0.5) at each of 2 x 2 pixels. */
  @Test
  void filterThatHearsNothing_goesIntoTheBiasesOfADenseLayer() {
    values.put("conv1.kernel", new double[] {1, 2, 3, 4, 0, 0, 0, 0});
    values.put("conv1.bias", new double[] {-1, 0.5});
    values.put("dense1.kernel", new double[] {1, 2, 3, 4, 5, 6, 7, 8});
    values.put("dense1.bias", new double[] {0.25});
    Compacted pair = compacted("conv(2, 2) relu, flatten", "none", Shape.of(1, 3, 3));
    assertThat(network(pair)).isEqualTo("conv(1, 2) relu, flatten, dense(1)");
    assertThat(pair.after().values("conv1.kernel")).containsExactly(1, 2, 3, 4);
    assertThat(pair.after().values("dense1.kernel")).containsExactly(1, 2, 3, 4);
    // 0.25 + 0.5 (5 + 6 + 7 + 8)
    assertThat(pair.after().values("dense1.bias")).containsExactly(13.25);
    assertThat(Compacted.parameters(pair.before())).isEqualTo(8 + 2 + 8 + 1);
    assertThat(Compacted.parameters(pair.after())).isEqualTo(4 + 1 + 4 + 1);
  }

  /** Of a series the features of a time step lie side by side. */
  @Test
  void filterOverTime_goesWithItsColumnsOfEachStep() {
    values.put("conv1.kernel", new double[] {0, 0, 1, 2});
    values.put("conv1.bias", new double[] {0.5, 0});
    values.put("dense1.kernel", new double[] {1, 2, 3, 4});
    values.put("dense1.bias", new double[] {0});
    Compacted pair = compacted("conv(2, 2) tanh", "none", Shape.of(3, 1));
    assertThat(pair.after().values("dense1.kernel")).containsExactly(2, 4);
    assertThat(pair.after().values("dense1.bias"))
        .containsExactly(new double[] {4 * Math.tanh(0.5)}, within(1e-12));
  }

  @Test
  void filterBeforeAPaddedConvolution_goesIfItSays0() {
    values.put("conv1.kernel", new double[] {1, 0, 0});
    values.put("conv1.bias", new double[] {0, -1, 0.5});
    Compacted pair =
        compacted("conv(3, 1) relu, conv(2, 3, padding=1) relu", "none", Shape.of(1, 4, 4));
    assertThat(network(pair)).isEqualTo("conv(2, 1) relu, conv(2, 3, padding=1) relu, dense(1)");
    assertThat(pair.layers().get(0))
        .isEqualTo(
            new Compacted.Units(
                "conv1",
                3,
                2,
                "conv2 behind it sees zeros around its input, beside which a constant is none"));
  }

  @Test
  void filterBehindBatchNorm_goesWithItsStatistics() {
    values.put("conv1.kernel", new double[] {1, 0, 2});
    values.put("conv1/batch-norm.running-variance", new double[] {1, 4, 2});
    Compacted pair =
        compacted("conv(3, 1) relu, max-pool(2), conv(2, 2)", "batch-norm", Shape.of(1, 4, 4));
    assertThat(network(pair)).isEqualTo("conv(2, 1) relu, max-pool(2), conv(2, 2), dense(1)");
    assertThat(pair.after().values("conv1/batch-norm.running-variance")).containsExactly(1, 2);
  }

  /** The candidates are the last rows: units 0 and 1 hear nothing there, unit 1 has a bias. */
  @Test
  void lstmUnitWithoutACandidate_stays0AndGoes() {
    values.put("lstm1/input.kernel", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 3});
    double[] recurrent = new double[36];
    java.util.Arrays.fill(recurrent, 0, 27, 0.5);
    java.util.Arrays.fill(recurrent, 33, 36, 0.25);
    recurrent[27] = 9; // what unit 0 hears of itself does not count
    values.put("lstm1/recurrent.kernel", recurrent);
    values.put("lstm1/input.bias", new double[] {1, 2, 3, 1, 2, 3, 1, 2, 3, 0, 0.125, 0});
    Compacted pair = compacted("lstm(3)", "none", Shape.of(5, 1));
    assertThat(network(pair)).isEqualTo("lstm(2), dense(1)");
    assertThat(pair.after().values("lstm1/input.kernel")).containsExactly(2, 3, 5, 6, 8, 9, 0, 3);
    assertThat(pair.after().values("lstm1/input.bias")).containsExactly(2, 3, 2, 3, 2, 3, 0.125, 0);
    assertThat(pair.after().values("lstm1/recurrent.kernel")).hasSize(16);
    assertThat(Compacted.parameters(pair.after())).isEqualTo(4 * 2 * (1 + 2 + 1) + 2 + 1);
  }

  /** Biases on both sides of the reset gate do not cancel each other. */
  @Test
  void gruUnit_goesOnlyIfBothBiasesAre0() {
    values.put("gru1/input.kernel", new double[] {1, 2, 3, 4, 0, 0});
    values.put("gru1/recurrent.kernel", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0});
    values.put("gru1/input.bias", new double[] {1, 1, 1, 1, 0, 0.5});
    values.put("gru1/recurrent.bias", new double[] {1, 1, 1, 1, 0, -0.5});
    Compacted pair = compacted("gru(2)", "none", Shape.of(4, 1));
    assertThat(network(pair)).isEqualTo("gru(1), dense(1)");
    assertThat(pair.after().values("gru1/recurrent.kernel")).containsExactly(4, 8, 0);
  }

  /** What a filter always says is added to the biases of all gates. */
  @Test
  void constantBeforeARecurrentLayer_goesIntoItsBiases() {
    values.put("conv1.kernel", new double[] {0, 1});
    values.put("conv1.bias", new double[] {2, 0});
    values.put("rnn1/input.kernel", new double[] {3, 1, -5, 1});
    values.put("rnn1/input.bias", new double[] {0.5, 0});
    Compacted pair = compacted("conv(2, 1), rnn(2)", "none", Shape.of(4, 1));
    assertThat(network(pair)).isEqualTo("conv(1, 1), rnn(2), dense(1)");
    assertThat(pair.after().values("rnn1/input.bias")).containsExactly(6.5, -10);
    assertThat(pair.after().values("rnn1/input.kernel")).containsExactly(1, 1);
  }

  /** Row 0 is never read. A step whose numbers are all 0 is padding, so the third column stays. */
  @Test
  void embedding_losesColumnsOfZeros_andKeepsWhatMayTellPadding() {
    values.put("embedding1.kernel", new double[] {9, 9, 9, 1, 0, 2, 3, 0, 4});
    values.put("gru1/input.kernel", new double[] {1, 1, 0, 2, 1, 0, 3, 1, 0});
    Compacted pair = compacted("embedding(3, 3), gru(1)", "none", Shape.of(4));
    assertThat(network(pair)).isEqualTo("embedding(3, 2), gru(1), dense(1)");
    assertThat(pair.after().values("embedding1.kernel")).containsExactly(9, 9, 1, 2, 3, 4);
    assertThat(pair.layers().get(0).keptBy())
        .isEqualTo("gru1 behind it takes steps of zeros for padding");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          conv(4, 1) relu, residual(conv(4, 1) relu) | none | residual1 behind it is left as it is
          conv(4, 1) relu, conv(4, 1, groups=2) | none | conv2 behind it is left as it is
          conv(4, 1) relu, conv(2, 1) | group-norm(2) | group-norm standardises over them
          conv(4, 1) relu | layer-norm@conv1 | layer-norm standardises over them
          conv(4, 1) relu, flatten | batch-norm@flatten1 | batch-norm stands behind flatten1, where
          """)
  void layersThatCannotBeCut_areWhole_withTheReason(String network, String recipe, String reason) {
    values.put("conv1.kernel", new double[] {1, 0, 0, 2});
    Compacted pair = compacted(network, recipe, Shape.of(1, 2, 2));
    assertThat(pair.isSmaller()).isFalse();
    assertThat(pair.after()).isSameAs(pair.before());
    assertThat(pair.layers().get(0).keptBy()).startsWith(reason);
  }

  @Test
  void layersBesideThem_areCut() {
    values.put("conv2.kernel", new double[] {1, 0, 2, 0, 0, 0, 0, 0});
    Compacted pair =
        compacted(
            "conv(4, 1, groups=1) relu, residual(conv(4, 1) relu), conv(2, 1) relu, dense(2) relu",
            "none",
            Shape.of(1, 2, 2));
    assertThat(network(pair))
        .isEqualTo(
            "conv(4, 1) relu, residual(conv(4, 1) relu), conv(1, 1) relu, dense(2) relu, dense(1)");
    assertThat(pair.layers().get(1))
        .isEqualTo(
            new Compacted.Units("residual1", 4, 4, "what comes in is added to what goes out"));
    Compacted both = compacted("lstm(2, bidirectional)", "none", Shape.of(2, 1));
    assertThat(both.layers().get(0).keptBy()).isEqualTo("both of its directions have as many");
  }

  /** Numbers of a layer-norm, one for each pixel, stay though the layer hears fewer channels. */
  @Test
  void normalisationOfPixels_staysWhole() {
    values.put("conv1.kernel", new double[] {1, 0});
    Compacted pair =
        compacted("conv(2, 1) relu, conv(2, 1) tanh", "layer-norm@conv2", Shape.of(1, 2, 2));
    assertThat(network(pair)).isEqualTo("conv(1, 1) relu, conv(2, 1) tanh, dense(1)");
    assertThat(pair.after().values("conv2/layer-norm.scale")).hasSize(8);
  }

  @Test
  void channelThatNoFilterHears_isNamedPixelByPixel() {
    values.put("conv1.kernel", new double[] {1, 0});
    Compacted pair = compacted("max-pool(1), conv(1, 1)", "none", Shape.of(2, 1, 2));
    assertThat(pair.unused()).isEqualTo(List.of("x2", "x3"));
    values.put("rnn1/input.kernel", new double[] {0, 1});
    assertThat(compacted("rnn(1)", "none", Shape.of(2, 2)).unused()).isEqualTo(List.of("x0", "x2"));
  }
}
