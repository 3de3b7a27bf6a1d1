package dev.bridle.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Activation;
import dev.bridle.architecture.Architecture;
import dev.bridle.layer.ActivationNode;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.GatedNode;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Shape;
import dev.bridle.population.Initial;
import dev.bridle.population.Weight;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.InScope;
import dev.bridle.testing.Natives;
import dev.bridle.testing.Numerical;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers of all kinds behind one another. */
@ExtendWith(InScope.class)
final class NetworkTest {
  private static final Recipe RECIPE =
      Recipe.parse("input-noise(0.1) + dropout(0.2)@all + batch-norm");

  /** Dropout works in place behind the normalisation of rows. */
  private static final Recipe OF_ROWS =
      Recipe.parse(
          "rms-norm + layer-norm(position=after-activation) + dropout(0.2) + activation-noise(0.1)"
              + " + gaussian-dropout(0.2)@all + alpha-dropout(0.1)");

  /** Layers by hand, with a user's own among them, which is differentiated automatically. */
  private static final CompiledNetwork GATED =
      new CompiledNetwork(
          Architecture.parse("dense(5) tanh, dense(3)"),
          Recipe.none(),
          Shape.of(7),
          List.of(
              new DenseNode("dense1", 7, 5, Initial.HE),
              new ActivationNode("dense1/tanh", Activation.TANH, Shape.of(5)),
              new GatedNode("gated1", 5, 6),
              new ActivationNode("gated1/relu", Activation.RELU, Shape.of(6)),
              new DenseNode("dense2", 6, 3, Initial.HE)));

  @ParameterizedTest
  @EnumSource(Activation.class)
  void backward_everyLayerOfARecipe_isTheNumericalGradient(Activation activation) {
    assertNumerical(woven(activation, RECIPE));
    assertNumerical(woven(activation, OF_ROWS));
  }

  @Test
  void backward_ofALayerOfOnesOwn_isTheNumericalGradient() {
    assertNumerical(GATED);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void member_aloneOrTogether_isTheSameToTheBit(Activation activation) {
    assertAloneIsTogether(woven(activation, RECIPE));
    assertAloneIsTogether(woven(activation, OF_ROWS));
  }

  @Test
  void member_withALayerOfOnesOwn_aloneOrTogether_isTheSameToTheBit() {
    assertAloneIsTogether(GATED);
  }

  @Test
  void forward_oneBatchForAll_isACopyForEach_toTheBit() {
    Tensor batch = Draw.of(2).tensor(Precision.FLOAT32, 1, 5, 7);
    try (NetworkRig rig = NetworkRig.of(woven(Activation.RELU, RECIPE), Precision.FLOAT32, 3, 5)) {
      Tensor expected = rig.forward(batch.expand(3, -1, -1).contiguous(), Pass.training(1));
      Bits.assertSame(rig.forward(batch, Pass.training(1)), expected, "outputs");
      assertThat(Tensors.toDoubles(batch))
          .isEqualTo(Tensors.toDoubles(Draw.of(2).tensor(Precision.FLOAT32, 1, 5, 7)));
    }
  }

  @Test
  void forEvaluation_isTheEvaluationOfTheTrainingNetwork_toTheBit() {
    Tensor input = Draw.of(2).tensor(Precision.FLOAT32, 3, 11, 7);
    for (CompiledNetwork network : all(Activation.SELU)) {
      try (NetworkRig rig = NetworkRig.of(network, Precision.FLOAT32, 3, 5)) {
        Tensor expected = rig.forward(input, Pass.EVALUATION);
        Bits.assertSame(rig.evaluate(input), expected, "outputs");
        Bits.assertSame(rig.evaluate(input), expected, "outputs again");
      }
    }
  }

  @Test
  void manySteps_leaveNothingBehind() {
    Tensor input = Draw.of(2).tensor(Precision.FLOAT32, 2, 5, 7);
    Tensor upstream = Draw.of(3).tensor(Precision.FLOAT32, 2, 5, 3);
    for (CompiledNetwork network : all(Activation.GELU)) {
      try (NetworkRig rig = NetworkRig.of(network, Precision.FLOAT32, 2, 5)) {
        Natives.assertFlat(
            () -> {
              try (Scope step = Scope.open()) {
                rig.forward(input, Pass.training(1));
                rig.backward(upstream);
              }
            });
      }
    }
  }

  private static List<CompiledNetwork> all(Activation activation) {
    return List.of(woven(activation, RECIPE), woven(activation, OF_ROWS), GATED);
  }

  private static CompiledNetwork woven(Activation activation, Recipe recipe) {
    Activation hidden = activation == Activation.LINEAR ? Activation.TANH : activation;
    Architecture architecture = Architecture.parse("dense(5) " + hidden + ", dense(6) selu");
    return CompiledNetwork.compile(architecture, recipe, 7, 3);
  }

  private static void assertNumerical(CompiledNetwork compiled) {
    try (NetworkRig rig = NetworkRig.of(compiled, Precision.FLOAT64, 2, 4)) {
      Tensor input = Draw.of(2).tensor(Precision.FLOAT64, 2, 4, 7);
      Tensor upstream = Draw.of(3).tensor(Precision.FLOAT64, 2, 4, 3);
      rig.forward(input, Pass.training(6));
      Tensor rows = rig.backward(upstream);
      for (Weight weight : rig.population().weights()) {
        Tensor before = weight.value().clone();
        double[] expected =
            Numerical.gradient(
                w -> {
                  weight.value().copy_(w);
                  Tensor outputs = rig.forward(input, Pass.training(6));
                  return Tensors.toDoubles(outputs.mul(upstream).sum())[0];
                },
                before);
        weight.value().copy_(before);
        Numerical.assertClose(weight.partOf(rows), expected, weight.toString());
      }
    }
  }

  private static void assertAloneIsTogether(CompiledNetwork compiled) {
    for (int members : new int[] {2, 5, 16}) {
      Tensor input = Draw.of(2).tensor(Precision.FLOAT32, members, 13, 7);
      Tensor upstream = Draw.of(3).tensor(Precision.FLOAT32, members, 13, 3);
      try (NetworkRig all = NetworkRig.of(compiled, Precision.FLOAT32, members, 13);
          NetworkRig fresh = NetworkRig.of(compiled, Precision.FLOAT32, members, 13)) {
        Tensor outputs = all.forward(input, Pass.training(6));
        Tensor rows = all.backward(upstream);
        for (int k = 0; k < members; k++) {
          try (NetworkRig alone = fresh.alone(k)) {
            String what = "member " + k + " of " + members;
            Tensor output = alone.forward(Bits.member(input, k), Pass.training(6));
            Bits.assertSame(Bits.member(outputs, k), output, what);
            Tensor row = alone.backward(Bits.member(upstream, k));
            Bits.assertSame(Bits.member(rows, k), row, "gradients, " + what);
            Bits.assertSame(all.population().row(k), alone.population().row(0), what);
          }
        }
      }
    }
  }
}
