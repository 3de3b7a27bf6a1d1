package dev.bridle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.architecture.Architecture;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.population.Initial;
import dev.bridle.population.StateLayout;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompiledNetworkTest {
  @Test
  void compile_noRecipe_isTheLayersAndTheirActivations() {
    CompiledNetwork compiled = compile("dense(5) relu, dense(4) tanh", "none");
    assertThat(names(compiled))
        .containsExactly("dense1", "dense1/relu", "dense2", "dense2/tanh", "dense3");
    assertThat(compiled.nodes()).extracting(Node::outputs).containsExactly(5, 5, 4, 4, 3);
    assertThat(compiled.outputs()).isEqualTo(3);
    assertThat(compiled.architecture().layers()).hasSize(3);
  }

  @Test
  void compile_outputLayerWritten_isNotAddedAgain() {
    assertThat(names(compile("dense(5) relu, dense(3)", "none")))
        .containsExactly("dense1", "dense1/relu", "dense2");
  }

  @Test
  void compile_initial_isThatOfEveryKernel() {
    CompiledNetwork compiled =
        CompiledNetwork.compile(
            Architecture.parse("dense(5) relu"), Recipe.none(), Shape.of(7), 3, Initial.ORTHOGONAL);
    assertThat(compiled.layout(List.of()).weights())
        .extracting(WeightSpec::initial)
        .containsExactly(Initial.ORTHOGONAL, Initial.ORTHOGONAL, Initial.ZERO, Initial.ZERO);
    assertThat(compiled).isNotEqualTo(compile("dense(5) relu", "none"));
  }

  @Test
  void compile_wovenLayers_standAtTheirPlaces() {
    assertThat(
            names(
                compile(
                    "dense(5) relu, dense(4) relu",
                    "input-noise(1) + dropout(0.5)@all + batch-norm + l2(1) + max-norm(3)")))
        .containsExactly(
            "input/input-noise",
            "input/dropout",
            "dense1",
            "dense1/batch-norm",
            "dense1/relu",
            "dense1/dropout",
            "dense2",
            "dense2/batch-norm",
            "dense2/relu",
            "dense2/dropout",
            "dense3");
  }

  @Test
  void compile_batchNormBehindTheActivation_beforeOrAfterDropoutAsWritten() {
    String after = "batch-norm(position=after-activation)";
    assertThat(names(compile("dense(5) relu", after + " + dropout(0.5)")))
        .containsExactly("dense1", "dense1/relu", "dense1/batch-norm", "dense1/dropout", "dense2");
    assertThat(names(compile("dense(5) relu", "dropout(0.5) + " + after)))
        .containsExactly("dense1", "dense1/relu", "dense1/dropout", "dense1/batch-norm", "dense2");
  }

  @Test
  void compile_oneTermAtTwoPlaces_isWovenAtBoth() {
    assertThat(
            names(
                compile(
                    "dense(5) relu, dense(4)  relu", "dropout(0.2)@dense1 + dropout(0.5)@dense2")))
        .containsSubsequence("dense1/dropout", "dense2", "dense2/dropout", "dense3");
  }

  @Test
  void compile_placeThatMatchesNothing_isAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compile("dense(5) relu", "dropout(0.5)@dense7"))
        .withMessageContaining("place \"dense7\" of dropout: matches nothing");
  }

  @Test
  void compile_sizesFollowOneAnother() {
    assertThat(compile("dense(5) relu, dense(4) relu", "none").layout(List.of()).weights())
        .extracting(w -> w.name() + w.shape())
        .containsExactly(
            "dense1.kernel[5, 7]",
            "dense2.kernel[4, 5]",
            "dense3.kernel[3, 4]",
            "dense1.bias[5]",
            "dense2.bias[4]",
            "dense3.bias[3]");
  }

  @Test
  void layout_statisticsOfLayers_thenThoseAskedFor() {
    StatisticSpec more = new StatisticSpec("dense1.kernel.initial-norm", 5, 0);
    StateLayout layout = compile("dense(5) relu", "batch-norm").layout(List.of(more));
    assertThat(layout.statistics())
        .extracting(StatisticSpec::name)
        .containsExactly(
            "dense1/batch-norm.running-mean",
            "dense1/batch-norm.running-variance",
            "dense1.kernel.initial-norm");
    assertThat(layout.weights())
        .extracting(WeightSpec::name)
        .contains("dense1/batch-norm.scale", "dense1/batch-norm.shift");
  }

  @Test
  void isLinear_oneLayerWithoutActivation() {
    assertThat(compile("none", "none").isLinear()).isTrue();
    assertThat(compile("dense(3)", "none").isLinear()).isTrue();
    assertThat(compile("dense(5) relu", "none").isLinear()).isFalse();
  }

  @Test
  void equals_byContent_membersOfEqualNetworksCanBeTrainedTogether() {
    assertThat(compile("dense(5) relu", "dropout(0.5)"))
        .isEqualTo(compile("dense(5) relu", "dropout(0.5)"));
    assertThat(compile("dense(5) relu", "dropout(0.5)"))
        .isNotEqualTo(compile("dense(5) relu", "none"));
  }

  private static CompiledNetwork compile(String network, String recipe) {
    return CompiledNetwork.compile(Architecture.parse(network), Recipe.parse(recipe), 7, 3);
  }

  private static List<String> names(CompiledNetwork compiled) {
    return compiled.nodes().stream().map(Node::name).toList();
  }
}
