package dev.bridle.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.tensor.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompactionTest {
  @TempDir Path folder;

  /** The second unit says relu(-1) = 0, the third relu(0.5) = 0.5. */
  private static Map<String, double[]> twoThreeTwo() {
    Map<String, double[]> values = new HashMap<>();
    values.put("dense1.kernel", new double[] {1, 2, 0, 0, 0, 0});
    values.put("dense1.bias", new double[] {0.25, -1, 0.5});
    values.put("dense2.kernel", new double[] {1, 5, 2, -3, 7, 4});
    values.put("dense2.bias", new double[] {0.125, -0.25});
    return values;
  }

  @Test
  void constantUnits_goIntoTheBiasesBehind() {
    TrainedNetwork network = Networks.of("dense(3) relu", "none", 2, 2, twoThreeTwo());
    Compacted pair = Compaction.of(network);
    TrainedNetwork smaller = pair.after();
    assertThat(smaller.compiled().architecture()).hasToString("dense(1) relu, dense(2)");
    assertThat(smaller.values("dense1.kernel")).containsExactly(1, 2);
    assertThat(smaller.values("dense1.bias")).containsExactly(0.25);
    assertThat(smaller.values("dense2.kernel")).containsExactly(1, -3);
    // 0.125 + 0.5 * 2, -0.25 + 0.5 * 4
    assertThat(smaller.values("dense2.bias")).containsExactly(1.125, 1.75);
    // relu(1 + 4 + 0.25) = 5.25; 5.25 + 1.125, -15.75 + 1.75
    assertThat(smaller.outputs(1, 2)).containsExactly(6.375, -14);
    assertThat(network.outputs(1, 2)).containsExactly(6.375, -14);
    assertThat(pair.layers())
        .containsExactly(
            new Compacted.Units("dense1", 3, 1, ""), new Compacted.Units("dense2", 2, 2, ""));
    assertThat(Compacted.parameters(network)).isEqualTo(6 + 3 + 6 + 2);
    assertThat(Compacted.parameters(smaller)).isEqualTo(2 + 1 + 2 + 2);
    assertThat(Compacted.bytes(smaller)).isEqualTo(7 * 8);
    assertThat(pair.unused()).isEmpty();
  }

  @Test
  void unitThatNothingHears_goesAndItsInputWithIt() {
    Map<String, double[]> values = twoThreeTwo();
    values.put("dense1.kernel", new double[] {1, 0, 0, 2, 3, 0});
    values.put("dense2.kernel", new double[] {1, 0, 2, -3, 0, 4});
    Compacted pair = Compaction.of(Networks.of("dense(3) relu", "none", 2, 2, values));
    assertThat(pair.after().compiled().architecture()).hasToString("dense(2) relu, dense(2)");
    assertThat(pair.after().values("dense1.kernel")).containsExactly(1, 3);
    assertThat(pair.after().features()).containsExactly("x0");
    assertThat(pair.after().scaling().mean()).hasSize(1);
    assertThat(pair.unused()).containsExactly("x1");
    assertThat(pair.inputs()).containsExactly(0);
    assertThat(pair.rows(1, 2, 3, 4)).containsExactly(1, 3);
    assertThat(pair.after().outputs(2)).isEqualTo(pair.before().outputs(2, 99));
  }

  @Test
  void preparedInputs_keepTheirPlacesAndAreNamed() {
    Map<String, double[]> values = twoThreeTwo();
    values.put("dense1.kernel", new double[] {1, 0, 0, 0, 3, 0});
    TrainedNetwork network = Networks.of("dense(3) relu", "none", 2, 2, values);
    Map<String, String> texts = Map.of("preparation", "1");
    Compacted pair = Compaction.of(network.withAttachments(texts));
    assertThat(pair.after().features()).containsExactly("x0", "x1");
    assertThat(pair.unused()).containsExactly("x1");
    assertThat(pair.after().attachments()).isEqualTo(texts);
    Shape steps = Shape.of(2, 1);
    Compacted shaped =
        Compaction.of(
            Networks.of(
                "flatten, dense(3) relu", "none", steps, 2, Precision.FLOAT64, values::get));
    assertThat(shaped.after().compiled().input()).isEqualTo(steps);
    assertThat(shaped.after().compiled().architecture())
        .hasToString("flatten, dense(2) relu, dense(2)");
  }

  /** A layer behind one that loses units may become constant itself. */
  @Test
  void constants_travelThroughLayers() {
    Map<String, double[]> values = new HashMap<>();
    values.put("dense1.kernel", new double[] {1, 0, 0, 0});
    values.put("dense1.bias", new double[] {0, 0.5});
    values.put("dense2.kernel", new double[] {1, 1, 0, 2}); // the second hears a constant alone
    values.put("dense2.bias", new double[] {0, 0.25});
    values.put("dense3.kernel", new double[] {1, 4});
    values.put("dense3.bias", new double[] {1});
    Compacted pair =
        Compaction.of(Networks.of("dense(2) relu, dense(2) relu", "none", 2, 1, values));
    assertThat(pair.after().compiled().architecture())
        .hasToString("dense(1) relu, dense(1) relu, dense(1)");
    assertThat(pair.after().values("dense2.bias")).containsExactly(0.5);
    // 1 + 4 relu(2 * 0.5 + 0.25)
    assertThat(pair.after().values("dense3.bias")).containsExactly(6);
  }

  @Test
  void layerOfConstants_keepsOneUnit() {
    Map<String, double[]> values = twoThreeTwo();
    values.put("dense1.kernel", new double[6]);
    TrainedNetwork network = Networks.of("dense(3) tanh", "none", 2, 2, values);
    Compacted pair = Compaction.of(network);
    assertThat(pair.after().compiled().architecture()).hasToString("dense(1) tanh, dense(2)");
    assertThat(pair.unused()).containsExactly("x0", "x1");
    assertThat(pair.after().features()).containsExactly("x0");
    double[] before = network.outputs(3, 4);
    assertThat(pair.after().outputs(3)).containsExactly(before, within(1e-12));
  }

  /** ((0.5 - 0.1) / 2) * 3 + 0.7 = 1.3, and relu leaves it. */
  @Test
  void batchNorm_makesAConstantOfAConstant() {
    Map<String, double[]> values = twoThreeTwo();
    values.put("dense1/batch-norm.scale", new double[] {1, 1, 3});
    values.put("dense1/batch-norm.shift", new double[] {0, 0, 0.7});
    values.put("dense1/batch-norm.running-mean", new double[] {0, 0, 0.1});
    values.put("dense1/batch-norm.running-variance", new double[] {1, 1, 4});
    Compacted pair =
        Compaction.of(Networks.of("dense(3) relu", "batch-norm(epsilon=1e-12)", 2, 2, values));
    assertThat(pair.after().values("dense1/batch-norm.running-mean")).hasSize(1);
    assertThat(pair.after().values("dense2.bias"))
        .containsExactly(new double[] {0.125 + 2 * 1.3, -0.25 + 4 * 1.3}, within(1e-9));
  }

  /** Behind normed weights, the length shrinks from that of (3, 4, 12) to that of (3, 4). */
  @Test
  void weightNorm_keepsTheWeightsThatStay() {
    Map<String, double[]> values = twoThreeTwo();
    values.put("dense2.kernel", new double[] {3, 4, 12, 1, 1, 1});
    values.put("dense2.scale", new double[] {26, 3});
    values.put("dense1.kernel", new double[] {1, 2, 2, 1, 0, 0});
    TrainedNetwork network = Networks.of("dense(3) relu", "weight-norm@output", 2, 2, values);
    TrainedNetwork smaller = Compaction.of(network).after();
    assertThat(smaller.values("dense2.kernel")).containsExactly(3, 4, 1, 1);
    assertThat(smaller.values("dense2.scale"))
        .containsExactly(new double[] {10, Math.sqrt(6)}, within(1e-12));
    assertThat(smaller.values("dense2.bias")[0]).isCloseTo(0.125 + 24 * 0.5, within(1e-12));
    assertThat(smaller.outputs(1, 1)).containsExactly(network.outputs(1, 1), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer-norm", "rms-norm", "group-norm(1)"})
  void normalisationOverUnits_keepsThemAll(String recipe) {
    Map<String, double[]> values = twoThreeTwo();
    String name = "dense1/" + recipe.replaceFirst("\\(.*", "");
    values.put(name + ".scale", new double[] {1, 1, 1});
    values.put(name + ".shift", new double[] {0, 0, 0});
    TrainedNetwork network = Networks.of("dense(3) relu", recipe, 2, 2, values);
    Compacted pair = Compaction.of(network);
    assertThat(pair.after()).isSameAs(network);
    assertThat(pair.isSmaller()).isFalse();
    assertThat(pair.layers().get(0))
        .isEqualTo(
            new Compacted.Units(
                "dense1", 3, 3, name.substring("dense1/".length()) + " standardises over them"));
  }

  @Test
  void randomPredictions_areRefused() {
    TrainedNetwork network =
        Networks.of("dense(3) relu", "dropout(0.5) + monte-carlo(10)", 2, 2, twoThreeTwo());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Compaction.of(network))
        .withMessageStartingWith("monte-carlo: expected a recipe without it");
  }

  @Test
  void savedAndLoaded_saysTheSame() throws IOException {
    TrainedNetwork smaller =
        Compaction.of(
                Networks.of("dense(3) relu", "dropout(0.2) + l2(0.1)@dense1", 2, 2, twoThreeTwo()))
            .after();
    Path file = folder.resolve("smaller.safetensors");
    smaller.save(file);
    TrainedNetwork loaded = TrainedNetwork.load(file);
    assertThat(loaded.compiled()).isEqualTo(smaller.compiled());
    assertThat(loaded.outputs(1, 2)).isEqualTo(smaller.outputs(1, 2));
    assertThat(Compaction.of(loaded).after()).isSameAs(loaded);
  }
}
