package dev.bridle.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.RandomLaws;
import dev.bridle.layer.Woven;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class ActivationNoiseTest implements RandomLaws {
  @Override
  public Woven woven() {
    return new ActivationNoise();
  }

  @Override
  public String strength() {
    return "sigma";
  }

  /** The noise is what becomes of zeros. */
  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    int members = (int) input.size(0);
    Form form =
        Form.of(node((int) input.size(2)), strengths(members), members, (int) input.size(1));
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      return input.add(rig.forward(input.detach().clone().zero_(), Pass.training(1)));
    }
  }

  @Test
  void place_isBehindTheActivationsOfHiddenLayers_neverTheInput() {
    assertThat(compile("activation-noise(1)").nodes())
        .extracting(node -> node.name())
        .containsExactly(
            "dense1",
            "dense1/relu",
            "dense1/activation-noise",
            "dense2",
            "dense2/tanh",
            "dense2/activation-noise",
            "dense3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compile("activation-noise(1)@input"))
        .withMessageContaining("expected one of hidden, dense1, dense2");
  }

  /** In units of the activation, whatever its size. */
  @Test
  void training_noiseHasTheDeviation() {
    for (double sigma : new double[] {0.1, 1, 1.5}) {
      double[] noise = ofZeros(PerMember.of(sigma), 300);
      double variance = Arrays.stream(noise).map(x -> x * x).average().orElseThrow();
      double error = 5 * Math.sqrt(2.0 / noise.length);
      assertThat(variance / (sigma * sigma)).isCloseTo(1, within(error));
      assertThat(Arrays.stream(noise).filter(x -> Math.abs(x) > 2 * sigma).count() / 30_000.0)
          .isCloseTo(0.0455, within(0.006)); // beyond two deviations
    }
  }

  /** Members of one replicate see the same noise, each times its own deviation. */
  @Test
  void training_twiceTheSigma_isTwiceTheNoise() {
    double[] noise = ofZeros(PerMember.of(0.25, 0.5), 7);
    for (int i = 0; i < 700; i++) {
      assertThat(noise[700 + i]).isEqualTo(2 * noise[i]);
    }
  }

  @Test
  void backward_letsGradientsThrough() {
    try (LayerRig rig = LayerRig.drawn(Form.of(node(13), strengths(2), 2, 7), Precision.FLOAT32)) {
      Tensor input = Draw.of(1).tensor(Precision.FLOAT32, 2, 7, 13);
      rig.forward(input, Pass.training(1));
      Bits.assertSame(rig.backward(input), input, "gradient");
    }
  }

  private static CompiledNetwork compile(String recipe) {
    return CompiledNetwork.compile(
        Architecture.parse("dense(3) relu, dense(2) tanh"), Recipe.parse(recipe), 4, 1);
  }

  /** A hundred rows. */
  private double[] ofZeros(PerMember sigma, int features) {
    List<Key> keys = Collections.nCopies(sigma.size(), Key.of(1));
    Form form = new Form(node(features), Map.of("sigma", sigma), keys, 100, 0);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
      Tensor zeros = Tensors.empty(Precision.FLOAT32, sigma.size(), 100, features);
      zeros.fill_(Tensors.constant(0));
      return Tensors.toDoubles(rig.forward(zeros, Pass.training(1)));
    }
  }
}
