package dev.bridle.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Woven;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class LayerNormTest implements RowNormLaws {
  @Override
  public Woven woven() {
    return new LayerNorm(Woven.Position.BEFORE_ACTIVATION);
  }

  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    PerMember epsilon = strengths((int) input.size(0)).get("epsilon");
    Tensor mean = Tensors.sum(input, true, 2).div(Tensors.constant(input.size(2)));
    Tensor centered = input.sub(mean);
    Tensor variance = Tensors.sum(centered.square(), true, 2).div(Tensors.constant(input.size(2)));
    Tensor root = variance.add(epsilon.tensor(Precision.FLOAT64, 3)).sqrt();
    return centered.div(root).mul(weights.get(0).unsqueeze(1)).add(weights.get(1).unsqueeze(1));
  }

  /** Epsilon 4: mean 4, variance 5 of (1, 3, 5, 7); 5 + 4 is 3 squared. */
  @Test
  void rows_areStandardised_thenRescaled() {
    try (LayerRig rig = small(1, 4)) {
      Tensor row = Given.tensor(new long[] {1, 1, 4}, 1, 3, 5, 7);
      double[] expected = {10 - 2, 10 - 2.0 / 3, 10 + 2.0 / 3, 10 + 2};
      assertThat(Tensors.toDoubles(rig.forward(row, Pass.training(0))))
          .containsExactly(expected, within(1e-14));
    }
  }

  /**
   * The same row with s = 3, normalised (-1, -1/3, 1/3, 1), and the gradient (3, 0, 0, 0), times
   * the scale (6, 0, 0, 0): mean 3/2, along the row -3/2. So (6 - 3/2 - 3/2, -3/2 - 1/2, -3/2 +
   * 1/2, -3/2 + 3/2) / 3.
   */
  @Test
  void backward_takesOffTheMean_andWhatLiesAlongTheRow() {
    try (LayerRig rig = small(1, 4)) {
      rig.forward(Given.tensor(new long[] {1, 1, 4}, 1, 3, 5, 7), Pass.training(0));
      Tensor gradient = rig.backward(Given.tensor(new long[] {1, 1, 4}, 3, 0, 0, 0));
      assertThat(Tensors.toDoubles(gradient))
          .containsExactly(new double[] {1, -2.0 / 3, -1.0 / 3, 0}, within(1e-14));
      assertThat(Tensors.toDoubles(rig.gradients()))
          .containsExactly(new double[] {-3, 0, 0, 0, 3, 0, 0, 0}, within(1e-14));
    }
  }

  /** Far from 0 the variance is that of the differences, not of large squares. */
  @Test
  void rows_moved_comeOutTheSame() {
    try (LayerRig rig = small(3, 1e-5)) {
      Tensor input = Draw.of(4).tensor(Precision.FLOAT64, 1, 3, 4);
      double[] expected = Tensors.toDoubles(rig.forward(input, Pass.EVALUATION));
      Tensor moved = input.add(Given.tensor(new long[] {1}, 1e6));
      assertThat(Tensors.toDoubles(rig.forward(moved, Pass.EVALUATION)))
          .containsExactly(expected, within(1e-8));
    }
  }

  @Test
  void oneUnit_isTheShift() {
    try (LayerRig rig = rig(Precision.FLOAT64, 1, 3, 1)) {
      Tensor shift = rig.weights().get(1).value();
      double[] outputs =
          Tensors.toDoubles(
              rig.forward(Draw.of(1).tensor(Precision.FLOAT64, 1, 3, 1), Pass.EVALUATION));
      assertThat(outputs).containsOnly(Tensors.toDoubles(shift)[0]);
    }
  }

  @Test
  void of_readsThePosition() {
    assertThat(LayerNorm.of(Given.settings("layer-norm")).position())
        .isEqualTo(Woven.Position.BEFORE_ACTIVATION);
    assertThat(LayerNorm.of(Given.settings("layer-norm(position=after-activation)")).position())
        .isEqualTo(Woven.Position.AFTER_ACTIVATION);
  }
}
