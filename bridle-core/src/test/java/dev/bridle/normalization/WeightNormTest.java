package dev.bridle.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Activation;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.LayerLaws;
import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Woven;
import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.population.StateLayout;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import dev.bridle.testing.Packed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class WeightNormTest implements LayerLaws {
  @Override
  public Node node(int features) {
    return node(features, features + 2);
  }

  private static Node node(int inputs, int outputs) {
    DenseNode dense = new DenseNode("dense1", inputs, outputs, Initial.HE);
    return new WeightNorm()
        .around(dense, new Woven.Spot("dense1", Activation.RELU, "dense1/weight-norm", outputs, 0));
  }

  /** Weights v, b and g. */
  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    Tensor v = weights.get(0);
    Tensor norms = Tensors.sum(v.mul(v), true, 2).sqrt();
    Tensor kernel = v.div(norms).mul(weights.get(2).unsqueeze(2));
    return input.matmul(kernel.transpose(1, 2)).add(weights.get(1).unsqueeze(1));
  }

  /** v = (3, 4) with g = 10 are weights (6, 8); v = (0, -2) with g = 1 are (0, -1). */
  @Test
  void forward_unitsHaveTheLengthG() {
    try (LayerRig rig = small(3, 4, 0, -2, 100, 200, 10, 1)) {
      Tensor input = Given.tensor(new long[] {1, 1, 2}, 1, 2);
      assertThat(Tensors.toDoubles(rig.forward(input, Pass.EVALUATION)))
          .containsExactly(new double[] {122, 198}, within(1e-12));
    }
  }

  /**
   * v = (3, 4), g = 10, input (1, 2), gradient 1: G = (1, 2), dg = (3 + 8) / 5 = 2.2, and dv = 10/5
   * ((1, 2) - 2.2 (0.6, 0.8)) = (-0.64, 0.48), at right angles to v.
   */
  @Test
  void backward_lengthAlongAndDirectionAcross() {
    try (LayerRig rig = small(3, 4, 0, -2, 100, 200, 10, 1)) {
      rig.forward(Given.tensor(new long[] {1, 1, 2}, 1, 2), Pass.training(0));
      rig.backward(Given.tensor(new long[] {1, 1, 2}, 1, 0));
      assertThat(Tensors.toDoubles(rig.gradients()))
          .containsExactly(new double[] {-0.64, 0.48, 0, 0, 1, 0, 2.2, 0}, within(1e-12));
    }
  }

  /** As pruning of whole units leaves them: no direction, so zeros, and nothing that moves it. */
  @Test
  void unitOfZeros_givesZeros_andStays_whateverItsLength() {
    for (double length : new double[] {0, 1, 1e30, Float.MAX_VALUE}) {
      for (Precision precision : Precision.values()) {
        Form form = Form.of(node(2, 2), Map.of(), 1, 1);
        try (LayerRig rig = LayerRig.drawn(form, precision)) {
          Packed.set(rig.population(), 0, 0, 0, 3, 4, 100, 200, length, 1);
          Tensor input = Tensors.of(precision, new double[] {1, 2}, 1, 1, 2);
          assertThat(Tensors.toDoubles(rig.forward(input, Pass.training(0)))[0]).isEqualTo(100);
          Tensor upstream = Tensors.of(precision, new double[] {1, 0}, 1, 1, 2);
          assertThat(Arrays.stream(Tensors.toDoubles(rig.backward(upstream))))
              .allMatch(v -> v == 0);
          double[] gradients = Tensors.toDoubles(rig.gradients());
          assertThat(Arrays.stream(Arrays.copyOf(gradients, 2))).allMatch(v -> v == 0);
          assertThat(gradients[6]).isZero();
        }
      }
    }
  }

  /** The function does not depend on how long v is. */
  @Test
  void forward_sevenTimesTheDirection_isTheSame() {
    try (LayerRig rig = LayerRig.drawn(Form.of(node(13), Map.of(), 2, 7), Precision.FLOAT64)) {
      Tensor input = Draw.of(5).tensor(Precision.FLOAT64, 2, 7, 13);
      double[] expected = Tensors.toDoubles(rig.forward(input, Pass.EVALUATION));
      rig.weights().get(0).value().mul_(Tensors.constant(7));
      assertThat(Tensors.toDoubles(rig.forward(input, Pass.EVALUATION)))
          .containsExactly(expected, within(1e-12));
    }
  }

  /** Lengths start at the norms, so that a network starts as the same one without. */
  @Test
  void start_lengthsAreTheNorms() {
    Node node = node(13, 5);
    StateLayout layout = StateLayout.of(node.weights(), List.of());
    try (Population population =
        Population.initial(layout, Precision.FLOAT64, List.of(Key.of(1), Key.of(2)))) {
      double[] v = Tensors.toDoubles(population.weight("dense1.kernel").value());
      double[] g = Tensors.toDoubles(population.weight("dense1.scale").value());
      for (int unit = 0; unit < 10; unit++) {
        double[] own = Arrays.copyOfRange(v, unit * 13, unit * 13 + 13);
        double squares = Arrays.stream(own).map(w -> w * w).sum();
        assertThat(g[unit]).isCloseTo(Math.sqrt(squares), within(1e-6));
      }
    }
  }

  private static LayerRig small(double... weights) {
    LayerRig rig = LayerRig.drawn(Form.of(node(2, 2), Map.of(), 1, 1), Precision.FLOAT64);
    Packed.set(rig.population(), 0, weights);
    return rig;
  }
}
