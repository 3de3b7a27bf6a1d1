package dev.bridle.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Woven;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class RmsNormTest implements RowNormLaws {
  @Override
  public Woven woven() {
    return new RmsNorm(Woven.Position.BEFORE_ACTIVATION);
  }

  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    PerMember epsilon = strengths((int) input.size(0)).get("epsilon");
    Tensor squares = Tensors.sum(input.square(), true, 2).div(Tensors.constant(input.size(2)));
    Tensor root = squares.add(epsilon.tensor(Precision.FLOAT64, 3)).sqrt();
    return input.div(root).mul(weights.get(0).unsqueeze(1)).add(weights.get(1).unsqueeze(1));
  }

  /** Epsilon 7: the squares of (1, 1, 3, 5) are 9 on average; 9 + 7 is 4 squared. */
  @Test
  void rows_areDividedByTheirRootMeanSquare_thenRescaled() {
    try (LayerRig rig = small(1, 7)) {
      Tensor row = Given.tensor(new long[] {1, 1, 4}, 1, 1, 3, 5);
      assertThat(Tensors.toDoubles(rig.forward(row, Pass.training(0))))
          .containsExactly(10.5, 10.5, 11.5, 12.5);
    }
  }

  /**
   * The same row with s = 4, normalised (1/4, 1/4, 3/4, 5/4), and the gradient (0, 0, 0, 8), times
   * the scale (0, 0, 0, 16): along the row 5. So (-5/4, -5/4, -15/4, 16 - 25/4) / 4.
   */
  @Test
  void backward_takesOffWhatLiesAlongTheRow() {
    try (LayerRig rig = small(1, 7)) {
      rig.forward(Given.tensor(new long[] {1, 1, 4}, 1, 1, 3, 5), Pass.training(0));
      Tensor gradient = rig.backward(Given.tensor(new long[] {1, 1, 4}, 0, 0, 0, 8));
      assertThat(Tensors.toDoubles(gradient)).containsExactly(-0.3125, -0.3125, -0.9375, 2.4375);
      assertThat(Tensors.toDoubles(rig.gradients())).containsExactly(0, 0, 0, 10, 0, 0, 0, 8);
    }
  }

  /** Unlike layer normalisation: 101 to 104 are almost equal, so each is about 1. */
  @Test
  void rows_keepTheirMean() {
    try (LayerRig rig = small(1, 1e-5)) {
      Tensor row = Given.tensor(new long[] {1, 1, 4}, 101, 102, 103, 104);
      assertThat(Tensors.toDoubles(rig.forward(row, Pass.EVALUATION)))
          .containsExactly(new double[] {12, 12, 12, 12}, within(0.04));
    }
  }

  @Test
  void node_isNotThatOfLayerNorm() {
    Woven other = new LayerNorm(Woven.Position.BEFORE_ACTIVATION);
    assertThat(woven().node("dense1/x", 3, 0)).isNotEqualTo(other.node("dense1/x", 3, 0));
  }

  @Test
  void of_readsThePosition() {
    assertThat(RmsNorm.of(Given.settings("rms-norm")).position())
        .isEqualTo(Woven.Position.BEFORE_ACTIVATION);
    assertThat(RmsNorm.of(Given.settings("rms-norm(position=after-activation)")).position())
        .isEqualTo(Woven.Position.AFTER_ACTIVATION);
  }
}
