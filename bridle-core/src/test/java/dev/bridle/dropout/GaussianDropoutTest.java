package dev.bridle.dropout;

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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GaussianDropoutTest implements RandomLaws {
  private static final int N = 30_000;

  @Override
  public Woven woven() {
    return new GaussianDropout();
  }

  @Override
  public String strength() {
    return "rate";
  }

  /** The factors are what becomes of ones. */
  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    int members = (int) input.size(0);
    Form form =
        Form.of(node((int) input.size(2)), strengths(members), members, (int) input.size(1));
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor ones = input.detach().clone().fill_(Tensors.constant(1));
      return input.mul(rig.forward(ones, Pass.training(1)));
    }
  }

  @Test
  void position_isBehindTheActivation() {
    assertThat(woven().position()).isEqualTo(Woven.Position.AFTER_ACTIVATION);
  }

  /** A rate of 0.2 is the variance 0.2 / 0.8 of dropout's factors, 0 or 1.25. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.5, 0.8})
  void training_factorsHaveTheVarianceOfDropout(double rate) {
    double[] factors = ofConstant(1, PerMember.of(rate));
    double expected = rate / (1 - rate);
    double variance = Arrays.stream(factors).map(f -> (f - 1) * (f - 1)).average().orElseThrow();
    assertThat(variance / expected).isCloseTo(1, within(5 * Math.sqrt(2.0 / N)));
    double beyond =
        Arrays.stream(factors).filter(f -> Math.abs(f - 1) > 2 * Math.sqrt(expected)).count();
    assertThat(beyond / N).isCloseTo(0.0455, within(0.006)); // beyond two deviations
  }

  /** Rates of 0.2 and 0.5 are deviations of 1/2 and 1: the same noise, twice as much of it. */
  @Test
  void training_members_seeTheSameNoise_inTheirOwnMeasure() {
    double[] both = ofConstant(1, PerMember.of(0.2, 0.5));
    for (int i = 0; i < N; i++) {
      assertThat(both[N + i] - 1).isCloseTo(2 * (both[i] - 1), within(1e-6));
    }
  }

  @Test
  void training_rateCloseTo1_isFinite() {
    double[] outputs = ofConstant(3, PerMember.of(Math.nextDown(1.0)));
    assertThat(Arrays.stream(outputs).allMatch(Double::isFinite)).isTrue();
  }

  @Test
  void backward_usesTheFactorsOfTheForwardPass() {
    Form form = Form.of(node(13), strengths(2), 2, 7);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor ones = Tensors.empty(Precision.FLOAT64, 2, 7, 13).fill_(Tensors.constant(1));
      Tensor factors = rig.forward(ones, Pass.training(4));
      Bits.assertSame(rig.backward(ones), factors, "gradient of ones");
    }
  }

  private double[] ofConstant(double value, PerMember rates) {
    List<Key> keys = Collections.nCopies(rates.size(), Key.of(1));
    Form form = new Form(node(300), Map.of("rate", rates), keys, 100, 0);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
      Tensor input = Tensors.empty(Precision.FLOAT32, rates.size(), 100, 300);
      input.fill_(Tensors.constant(value));
      return Tensors.toDoubles(rig.forward(input, Pass.training(1)));
    }
  }
}
