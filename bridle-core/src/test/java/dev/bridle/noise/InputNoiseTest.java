package dev.bridle.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.RandomLaws;
import dev.bridle.layer.Woven;
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

final class InputNoiseTest implements RandomLaws {
  @Override
  public Woven woven() {
    return new InputNoise();
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
  void position_isTheInput() {
    assertThat(woven().position()).isEqualTo(Woven.Position.INPUT);
  }

  /** A deviation of 1.5 is as legitimate as any, on unscaled data. */
  @Test
  void training_noiseHasTheDeviation() {
    for (double sigma : new double[] {0.1, 1, 1.5}) {
      double[] noise = ofZeros(PerMember.of(sigma), 30_000);
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
    double[] noise = ofZeros(PerMember.of(0.25, 0.5), 91);
    for (int i = 0; i < 91; i++) {
      assertThat(noise[91 + i]).isEqualTo(2 * noise[i]);
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

  private double[] ofZeros(PerMember sigma, int n) {
    List<Key> keys = Collections.nCopies(sigma.size(), Key.of(1));
    Form form = new Form(node(n), Map.of("sigma", sigma), keys, 1, 0);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
      Tensor zeros =
          Tensors.of(Precision.FLOAT32, new double[sigma.size() * n], sigma.size(), 1, n);
      return Tensors.toDoubles(rig.forward(zeros, Pass.training(1)));
    }
  }
}
