package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig.Form;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import dev.bridle.testing.Natives;
import dev.bridle.testing.Packed;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** The laws of a layer, for a gated unit written in libtorch's operators. */
final class AutogradLayerTest implements LayerLaws {
  @Override
  public Node node(int features) {
    return new GatedNode("gated1", features, features + 1);
  }

  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    Tensor a = input.matmul(weights.get(0).transpose(1, 2));
    Tensor b = input.matmul(weights.get(1).transpose(1, 2)).add(weights.get(2).unsqueeze(1));
    return a.mul(b.sigmoid());
  }

  /** Kernel a is 3, kernel b 0 and its bias ln 3: x = 2 gives 6 times 3/4. */
  @Test
  void forward_isTheFormula() {
    try (LayerRig rig = single()) {
      Tensor input = Given.tensor(new long[] {1, 1, 1}, 2);
      assertThat(Tensors.toDoubles(rig.forward(input, Pass.training(0)))[0])
          .isCloseTo(4.5, within(1e-15));
      assertThat(Tensors.toDoubles(rig.forward(input, Pass.EVALUATION))[0])
          .isCloseTo(4.5, within(1e-15));
    }
  }

  /** By a: 2 * 3/4; by b: 6 * 3/16 * 2; by the bias: 6 * 3/16; by x: 3 * 3/4. */
  @Test
  void backward_isItsGradient() {
    try (LayerRig rig = single()) {
      rig.forward(Given.tensor(new long[] {1, 1, 1}, 2), Pass.training(0));
      Tensor before = rig.backward(Given.tensor(new long[] {1, 1, 1}, 1));
      assertThat(Tensors.toDoubles(before)[0]).isCloseTo(2.25, within(1e-15));
      assertThat(Tensors.toDoubles(rig.gradients()))
          .containsExactly(new double[] {1.5, 2.25, 1.125}, within(1e-15));
    }
  }

  @Test
  void evaluation_isTheTrainingPass_toTheBit() {
    try (LayerRig rig = LayerRig.drawn(Form.of(node(13), Map.of(), 3, 7), Precision.FLOAT32)) {
      Tensor input = Draw.of(5).tensor(Precision.FLOAT32, 3, 7, 13);
      Tensor trained = rig.forward(input, Pass.training(1));
      Bits.assertSame(rig.forward(input, Pass.EVALUATION), trained, "outputs");
    }
  }

  /** Weights that a formula does not look at have no slope, and what was there still decays. */
  @Test
  void backward_unusedWeightAndInput_getZeros() {
    Node unused = new FormulaNode("f1", (weights, x) -> weights.get(0).unsqueeze(1));
    try (LayerRig rig = LayerRig.drawn(Form.of(unused, Map.of(), 1, 1), Precision.FLOAT64)) {
      rig.forward(Given.tensor(new long[] {1, 1, 2}, 5, 6), Pass.training(0));
      Tensor before = rig.backward(Given.tensor(new long[] {1, 1, 2}, 3, 4));
      assertThat(Tensors.toDoubles(before)).containsExactly(0, 0);
      assertThat(Tensors.toDoubles(rig.gradients())).containsExactly(3, 4, 0, 0);
    }
  }

  /** The gradient of a sum is one number seen from everywhere; layers before write into it. */
  @Test
  void backward_resultHasMemoryOfItsOwn() {
    Node sums = new FormulaNode("f1", (weights, x) -> Tensors.sum(x, true, 2));
    Form form = Form.of(sums, Map.of(), 1, 1);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      rig.forward(Given.tensor(new long[] {1, 1, 2}, 5, 6), Pass.training(0));
      Tensor before = rig.backwardOf(Given.tensor(new long[] {1, 1, 1}, 3));
      before.mul_(Given.tensor(new long[] {1, 1, 2}, 1, 10));
      assertThat(Tensors.toDoubles(before)).containsExactly(3, 30);
    }
  }

  @Test
  void manySteps_leaveNothingBehind() {
    try (LayerRig rig = LayerRig.drawn(Form.of(node(13), Map.of(), 3, 7), Precision.FLOAT32)) {
      Tensor input = Draw.of(5).tensor(Precision.FLOAT32, 3, 7, 13);
      Tensor upstream = Draw.of(6).tensor(Precision.FLOAT32, 3, 7, 14);
      Natives.assertFlat(
          () -> {
            try (Scope step = Scope.open()) {
              rig.forward(input, Pass.training(0));
              rig.backward(upstream);
              rig.forward(input, Pass.EVALUATION);
            }
          });
    }
  }

  private static LayerRig single() {
    Form form = Form.of(new GatedNode("gated1", 1, 1), Map.of(), 1, 1);
    LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64);
    Packed.set(rig.population(), 0, 3, 0, Math.log(3));
    return rig;
  }
}
