package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Activation;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.LayerMemberLaws;
import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Woven;
import dev.bridle.population.Initial;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import dev.bridle.testing.Numerical;
import dev.bridle.testing.Packed;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ContractiveTest implements LayerMemberLaws {
  @Override
  public Node node(int features) {
    return node(features, features + 2, Activation.TANH);
  }

  @Override
  public Map<String, PerMember> strengths(int members) {
    return Family.around(0.1, List.of("lambda"), members);
  }

  private static Node node(int inputs, int outputs, Activation activation) {
    return new Contractive()
        .around(
            new DenseNode("dense1", inputs, outputs, Initial.HE),
            new Woven.Spot("dense1", activation, "dense1/contractive", outputs, 0));
  }

  /** What backward gives is the gradient of the data loss and the penalty together. */
  @ParameterizedTest
  @EnumSource(Activation.class)
  void backward_isTheNumericalGradientOfLossPlusValue(Activation activation) {
    Form form = Form.of(node(5, 4, activation), strengths(2), 2, 3);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor input = Draw.of(7).awayFromZero(Precision.FLOAT64, 2, 3, 5);
      Tensor upstream = LayerMemberLaws.upstream(rig.forward(input, Pass.training(1)));
      Tensor actual = rig.backward(upstream);
      Numerical.assertClose(
          actual, Numerical.gradient(x -> loss(rig, x, upstream), input), "input");
      for (Weight weight : rig.weights()) {
        Tensor before = weight.value().clone();
        double[] expected =
            Numerical.gradient(
                w -> {
                  weight.value().copy_(w);
                  return loss(rig, input, upstream);
                },
                before);
        weight.value().copy_(before);
        Numerical.assertClose(rig.gradientOf(weight), expected, weight.toString());
      }
    }
  }

  private static double loss(LayerRig rig, Tensor input, Tensor upstream) {
    Tensor outputs = rig.forward(input, Pass.EVALUATION);
    return Tensors.toDoubles(outputs.mul(upstream).sum().add(rig.value(input).sum()))[0];
  }

  /** By the definition: the squares of all dh_j / dx_i, here by differences, a mean over rows. */
  @Test
  void value_isTheMeanSquareOfTheJacobian() {
    Form form = Form.of(node(3, 4, Activation.TANH), strengths(1), 1, 2);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor input = Draw.of(7).awayFromZero(Precision.FLOAT64, 1, 2, 3);
      double sum = 0;
      for (int row = 0; row < 2; row++) {
        for (int unit = 0; unit < 4; unit++) {
          int at = row * 4 + unit;
          double[] slopes =
              Numerical.gradient(
                  x -> Tensors.toDoubles(rig.forward(x, Pass.EVALUATION).tanh())[at], input);
          for (double slope : slopes) {
            sum += slope * slope;
          }
        }
      }
      assertThat(Tensors.toDoubles(rig.value(input))[0]).isCloseTo(0.1 * sum / 2, within(1e-8));
    }
  }

  /**
   * A sigmoid at z = 0 has slope 1/4 and is not bent: with weights (3, 4), R = 2 * 25 / 16, and the
   * pull at the weights is 2 * 2 * w / 16; nothing at bias and input.
   */
  @Test
  void sigmoidAtZero_byHand() {
    Map<String, PerMember> two = Map.of("lambda", PerMember.of(2));
    Form form = Form.of(node(2, 1, Activation.SIGMOID), two, 1, 1);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Packed.set(rig.population(), 0, 3, 4, -11);
      Tensor input = Given.tensor(new long[] {1, 1, 2}, 1, 2);
      assertThat(Tensors.toDoubles(rig.value(input)))
          .containsExactly(new double[] {3.125}, within(1e-14));
      rig.forward(input, Pass.training(0));
      Tensor before = rig.backward(Given.tensor(new long[] {1, 1, 1}, 0));
      assertThat(Tensors.toDoubles(before)).containsExactly(new double[] {0, 0}, within(1e-14));
      assertThat(Tensors.toDoubles(rig.gradients()))
          .containsExactly(new double[] {0.75, 1, 0}, within(1e-14));
    }
  }

  /** A linear layer has the slope 1 everywhere: the squared weights, whatever the rows. */
  @Test
  void linear_isSumOfSquares_forAnyBatch() {
    Map<String, PerMember> half = Map.of("lambda", PerMember.of(0.5));
    Form form = Form.of(node(2, 2, Activation.LINEAR), half, 1, 3);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Packed.set(rig.population(), 0, 1, 2, 3, 4, 9, 9);
      Tensor rows = Draw.of(3).tensor(Precision.FLOAT64, 1, 3, 2);
      assertThat(Tensors.toDoubles(rig.value(rows)))
          .containsExactly(new double[] {15}, within(1e-13));
      Tensor twice = Tensors.concatenate(1, rows, rows);
      assertThat(Tensors.toDoubles(rig.value(twice)))
          .containsExactly(new double[] {15}, within(1e-13));
    }
  }

  /** At strength 0 it is the dense layer itself. */
  @Test
  void strength0_changesNoBit() {
    for (Precision precision : Precision.values()) {
      for (int[] size : SIZES) {
        Map<String, PerMember> mixed = Map.of("lambda", PerMember.of(0.1, 0, 0.3));
        Node plain = new DenseNode("dense1", size[1], size[1] + 2, Initial.HE);
        try (LayerRig rig = LayerRig.drawn(Form.of(node(size[1]), mixed, 3, size[0]), precision);
            LayerRig dense = LayerRig.drawn(Form.of(plain, Map.of(), 3, size[0]), precision)) {
          Tensor input = Draw.of(7).awayFromZero(precision, 3, size[0], size[1]);
          Tensor outputs = dense.forward(input, Pass.training(1));
          Bits.assertSame(rig.forward(input, Pass.training(1)), outputs, "forward");
          Tensor upstream = LayerMemberLaws.upstream(outputs);
          Tensor before = dense.backward(upstream);
          Bits.assertSame(
              Bits.member(rig.backward(upstream), 1), Bits.member(before, 1), "backward");
          Bits.assertSame(
              Bits.member(rig.gradients(), 1), Bits.member(dense.gradients(), 1), "weights");
        }
      }
    }
  }

  @Test
  void node_isATermOfTheLoss_thatEvaluationNeedsAsALayer() {
    assertThat(node(3).penalty()).contains("contractive");
    assertThat(node(3).trainingOnly()).isFalse();
    assertThat(node(3).weights()).hasSize(2);
    assertThat(node(3)).isEqualTo(node(3));
  }
}
