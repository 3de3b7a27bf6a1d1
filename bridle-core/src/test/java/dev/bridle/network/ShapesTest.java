package dev.bridle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.architecture.Architecture;
import dev.bridle.layer.Node;
import dev.bridle.layer.RecurrentNode;
import dev.bridle.layer.Shape;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks whose rows have shapes: what comes out of each layer, and what does not fit. */
final class ShapesTest {
  private static final Shape IMAGE = Shape.of(1, 28, 28);
  private static final Shape SERIES = Shape.of(30, 8);

  @Test
  void images_eachLayerSaysItsShape_andDenseFlattens() {
    CompiledNetwork compiled =
        compile(
            "conv(16, 3) relu, max-pool(2), conv(32, 3) relu, max-pool(2), dense(64) relu",
            "none",
            IMAGE);
    assertThat(compiled.nodes())
        .extracting(n -> n.name() + " " + n.shape())
        .containsExactly(
            "conv1 [16, 26, 26]",
            "conv1/relu [16, 26, 26]",
            "max-pool1 [16, 13, 13]",
            "conv2 [32, 11, 11]",
            "conv2/relu [32, 11, 11]",
            "max-pool2 [32, 5, 5]",
            "dense1 [64]",
            "dense1/relu [64]",
            "dense2 [3]");
    assertThat(weights(compiled))
        .containsExactly(
            "conv1.kernel [16, 1, 3, 3]",
            "conv2.kernel [32, 16, 3, 3]",
            "dense1.kernel [64, 800]",
            "dense2.kernel [3, 64]",
            "conv1.bias [16]",
            "conv2.bias [32]",
            "dense1.bias [64]",
            "dense2.bias [3]");
  }

  @Test
  void series_recurrentLayersSayTheLastStateOrAll() {
    CompiledNetwork compiled =
        compile("lstm(4, sequence, bidirectional), conv(6, 3) relu, gru(5)", "none", SERIES);
    assertThat(compiled.nodes())
        .extracting(n -> n.name() + " " + n.shape())
        .containsExactly(
            "lstm1 [30, 8]", "conv1 [28, 6]", "conv1/relu [28, 6]", "gru1 [5]", "dense1 [3]");
    assertThat(weights(compiled))
        .contains(
            "lstm1/input.kernel [16, 8]",
            "lstm1/recurrent.kernel [16, 4]",
            "lstm1/reverse-input.kernel [16, 8]",
            "lstm1/reverse-recurrent.kernel [16, 4]",
            "conv1.kernel [6, 8, 3]",
            "gru1/input.kernel [15, 6]",
            "lstm1/input.bias [16]",
            "gru1/recurrent.bias [15]");
  }

  @Test
  void residual_layersInsideAreNamedAndWoven() {
    CompiledNetwork compiled =
        compile(
            "conv(4, 3), residual(conv(4, 3, padding=same) relu, conv(4, 1)) relu, global-avg-pool",
            "batch-norm + stochastic-depth(0.2)",
            IMAGE);
    assertThat(compiled.nodes())
        .extracting(Node::name)
        .containsExactly(
            "conv1",
            "conv1/batch-norm",
            "residual1",
            "residual1/relu",
            "global-avg-pool1",
            "dense1");
    assertThat(weights(compiled))
        .contains(
            "residual1/conv1.kernel [4, 4, 3, 3]",
            "residual1/conv2.kernel [4, 4, 1, 1]",
            "residual1/conv1/batch-norm.scale [4]");
    assertThat(compiled.outputs()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
"""
          conv(8, 3) => [30] => conv on input [30]: expected [channels, height, width] or [time, features], conv1 slides along them
          max-pool(2) => [30] => max-pool on input [30]: expected [channels, height, width] or [time, features]
          lstm(8) => [30] => lstm on input [30]: expected [time, features]
          lstm(8) => [1, 9, 9] => lstm on input [1, 9, 9]: expected [time, features]
          lstm(8), gru(8) => [30, 2] => gru on input [8]: expected [time, features]
          conv(8, 5) => [1, 4, 9] => conv1 on input [1, 4, 9]: size = 5, expected at most 4; add padding, or choose a smaller window
          conv(8, 9, padding=1) => [1, 4, 9] => conv1 on input [1, 4, 9]: size = 9, expected at most 6, padding included
          conv(8, 3), max-pool(3) => [1, 4, 9] => max-pool1 on input [8, 2, 7]: size = 3, expected at most 2, or nothing is left
          conv(9, 3, groups=3) => [4, 9, 9] => conv1: groups = 3, expected a divisor of 4 channels and 9 filters
          embedding(9, 2) => [4, 9] => embedding on input [4, 9]: expected [time], an id for each step
          dense(4), embedding(9, 2) => [4] => embedding1: expected to be the first layer, since it reads ids
          residual(dense(3)) => [4] => residual1: its layers turn [4] into [3], expected the same shape, since both are added
""")
  void misfit_saysShapesAndWhatIsAllowed(String network, String shape, String message) {
    int[] sizes =
        Arrays.stream(shape.replaceAll("[\\[\\] ]", "").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compile(network, "none", Shape.of(sizes)))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
"""
          dropout(0.5) => dense1/dropout
          dropout(0.5)@conv => conv1/dropout conv2/dropout
          dropout(0.5)@max-pool1 => max-pool1/dropout
          dropout(0.5)@dense => dense1/dropout
          spatial-dropout(0.5) => conv1/spatial-dropout conv2/spatial-dropout
          spatial-dropout(0.5)@all => input/spatial-dropout conv1/spatial-dropout conv2/spatial-dropout dense1/spatial-dropout
          batch-norm => conv1/batch-norm conv2/batch-norm dense1/batch-norm
          layer-norm@conv2 => conv2/layer-norm
""")
  void places_ofActivations_byKindOfLayer(String recipe, String expected) {
    CompiledNetwork compiled =
        compile("conv(4, 3) relu, max-pool(2), conv(8, 3), dense(5) relu", recipe, IMAGE);
    assertThat(compiled.nodes())
        .extracting(Node::name)
        .filteredOn(n -> n.contains("-norm") || n.contains("dropout"))
        .containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
"""
          l2(1)@embedding => embedding1.kernel
          l2(1)@recurrent => lstm1/input.kernel lstm1/recurrent.kernel
          l2(1)@lstm1 => lstm1/input.kernel lstm1/recurrent.kernel
          l2(1)@lstm1?recurrent => lstm1/recurrent.kernel
          l2(1)@dense => dense1.kernel dense2.kernel
          l2(1)@hidden => embedding1.kernel lstm1/input.kernel lstm1/recurrent.kernel dense1.kernel
          l2(1)@output => dense2.kernel
""")
  void places_ofWeights_byKindOfLayer(String recipe, String expected) {
    Architecture network =
        Architecture.parse("embedding(9, 2), lstm(4), dense(5) relu").withOutputs(3);
    CompiledNetwork compiled = CompiledNetwork.compile(network, Recipe.none(), Shape.of(6), 3);
    assertThat(
            Places.weights(
                Recipe.parse(recipe).terms().get(0), network, compiled.layout(List.of()).weights()))
        .extracting(WeightSpec::name)
        .containsExactly(expected.split(" "));
  }

  @Test
  void place_withoutThatKind_isAnErrorWithTheLayersThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compile("dense(4) relu", "zoneout(0.1)", Shape.of(4)))
        .withMessageStartingWith("place \"recurrent\" of zoneout: matches nothing in this network");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compile("lstm(4)", "dropout(0.1)", SERIES))
        .withMessageEndingWith("expected one of input, recurrent, lstm1");
  }

  /** Padding is stepped over behind an embedding, as long as its zeros can still be seen. */
  @Test
  void masks_comeFromEmbeddingsOrAreAskedFor() {
    assertThat(masked("embedding(9, 2), lstm(4, sequence), gru(3)", Shape.of(6)))
        .containsExactly(true, true);
    assertThat(masked("embedding(9, 2), conv(4, 3) relu, lstm(4)", Shape.of(6)))
        .containsExactly(false);
    assertThat(masked("lstm(4, masked), dense(2)", SERIES)).containsExactly(true);
    assertThat(masked("lstm(4), dense(2)", SERIES)).containsExactly(false);
  }

  private static List<Boolean> masked(String network, Shape input) {
    return compile(network.replace(", dense(2)", ""), "none", input).nodes().stream()
        .filter(RecurrentNode.class::isInstance)
        .map(n -> ((RecurrentNode) n).masked())
        .toList();
  }

  private static List<String> weights(CompiledNetwork compiled) {
    return compiled.layout(List.of()).weights().stream()
        .map(w -> w.name() + " " + w.shape())
        .toList();
  }

  private static CompiledNetwork compile(String network, String recipe, Shape input) {
    return CompiledNetwork.compile(Architecture.parse(network), Recipe.parse(recipe), input, 3);
  }
}
