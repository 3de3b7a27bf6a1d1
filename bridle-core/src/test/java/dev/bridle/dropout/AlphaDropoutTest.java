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
import dev.bridle.testing.Draw;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlphaDropoutTest implements RandomLaws {
  private static final double LOWEST = -1.7580993408473766;
  private static final int N = 30_000;

  @Override
  public Woven woven() {
    return new AlphaDropout();
  }

  @Override
  public String strength() {
    return "rate";
  }

  /** Mean 0 stays; any other shrinks, since what is dropped comes to stand at one value. */
  @Override
  public double level() {
    return 0;
  }

  /** The offsets are what becomes of zeros, the slopes what ones have more. */
  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    int members = (int) input.size(0);
    Form form =
        Form.of(node((int) input.size(2)), strengths(members), members, (int) input.size(1));
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor zeros = input.detach().clone().zero_();
      Tensor offsets = rig.forward(zeros, Pass.training(1));
      Tensor slopes = rig.forward(zeros.fill_(Tensors.constant(1)), Pass.training(1)).sub(offsets);
      return input.mul(slopes).add(offsets);
    }
  }

  @Test
  void position_isBehindTheActivation() {
    assertThat(woven().position()).isEqualTo(Woven.Position.AFTER_ACTIVATION);
  }

  /**
   * Rate 0.3, v = -1.7581, v squared 3.0909: a = 1 / sqrt(0.7 * 1.92727) = 0.860953, b = 0.3 * a *
   * 1.7581 = 0.454092. A kept 2 becomes 2 a + b = 2.175997, a dropped one a v + b = -1.059548.
   */
  @Test
  void training_numbersAreDroppedToTheLowest_thenMoved() {
    double[] outputs = ofConstant(2, 0.3);
    double[] values = Arrays.stream(outputs).distinct().sorted().toArray();
    assertThat(values).containsExactly(new double[] {-1.059548, 2.175997}, within(2e-6));
    double dropped = Arrays.stream(outputs).filter(y -> y < 0).count() / (double) N;
    assertThat(dropped).isCloseTo(0.3, within(5 * Math.sqrt(0.3 * 0.7 / N)));
  }

  /** What is at the lowest value is the same dropped or kept. */
  @Test
  void training_ofTheLowestValue_isOneValue() {
    double[] values = Arrays.stream(ofConstant(LOWEST, 0.3)).sorted().toArray();
    assertThat(values[0]).isCloseTo(values[N - 1], within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.5, 0.9})
  void training_ofMean0AndVariance1_keepsBoth(double rate) {
    try (LayerRig rig = rig(PerMember.of(rate))) {
      Tensor standard = Draw.of(6).tensor(Precision.FLOAT32, 1, 100, 300);
      double[] y = Tensors.toDoubles(rig.forward(standard, Pass.training(1)));
      double mean = Arrays.stream(y).average().orElseThrow();
      double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      double fourth = Arrays.stream(y).map(v -> Math.pow(v - mean, 4)).average().orElseThrow();
      assertThat(mean).isCloseTo(0, within(5 / Math.sqrt(N)));
      assertThat(variance).isCloseTo(1, within(5 * Math.sqrt((fourth - 1) / N)));
    }
  }

  @Test
  void training_rate0_leavesTheSignOfZero() {
    double[] outputs = ofConstant(-0.0, 0);
    assertThat(outputs).containsOnly(-0.0);
  }

  @Test
  void training_rateCloseTo1_isFinite() {
    double[] outputs = ofConstant(3, Math.nextDown(1.0));
    assertThat(Arrays.stream(outputs).allMatch(Double::isFinite)).isTrue();
  }

  /** Recipes that differ in the rate alone are compared on as much common chance as there is. */
  @Test
  void training_lowerRate_keepsASuperset() {
    try (LayerRig rig = rig(PerMember.of(0.1, 0.5))) {
      Tensor ones = Tensors.empty(Precision.FLOAT32, 2, 100, 300).fill_(Tensors.constant(1));
      rig.forward(ones, Pass.training(1));
      double[] slopes = Tensors.toDoubles(rig.backward(ones));
      for (int i = 0; i < N; i++) {
        assertThat(slopes[i] == 0 && slopes[N + i] != 0).isFalse();
      }
    }
  }

  /** No gradient comes through what was dropped; a times it through the rest. */
  @Test
  void backward_isTheSlopeOfTheForwardPass() {
    try (LayerRig rig = rig(PerMember.of(0.3))) {
      Tensor zeros = Tensors.empty(Precision.FLOAT32, 1, 100, 300).fill_(Tensors.constant(0));
      Tensor outputs = rig.forward(zeros, Pass.training(4));
      Tensor ones = zeros.clone().fill_(Tensors.constant(1));
      Tensor kept = outputs.gt(Tensors.constant(0)).to(outputs.scalar_type()); // b, not a v + b
      float a = (float) (1 / Math.sqrt(0.7 * (1 + 0.3 * LOWEST * LOWEST)));
      Bits.assertSame(rig.backward(ones), kept.mul(Tensors.constant(a)), "gradient of ones");
    }
  }

  private double[] ofConstant(double value, double rate) {
    try (LayerRig rig = rig(PerMember.of(rate))) {
      Tensor input = Tensors.empty(Precision.FLOAT32, 1, 100, 300);
      input.fill_(Tensors.constant(value));
      return Tensors.toDoubles(rig.forward(input, Pass.training(1)));
    }
  }

  /** Members of one replicate, batches of 100 rows of 300 numbers. */
  private LayerRig rig(PerMember rates) {
    List<Key> keys = Collections.nCopies(rates.size(), Key.of(1));
    Form form = new Form(node(300), Map.of("rate", rates), keys, 100, 0);
    return LayerRig.drawn(form, Precision.FLOAT32);
  }
}
