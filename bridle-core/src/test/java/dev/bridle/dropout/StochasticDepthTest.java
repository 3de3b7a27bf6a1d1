package dev.bridle.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.RandomLaws;
import dev.bridle.layer.Woven;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class StochasticDepthTest implements RandomLaws {
  @Override
  public Woven woven() {
    return new StochasticDepth();
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

  /** A row is one draw, whatever its length: 4000 of them, within five standard errors. */
  @Test
  @Override
  public void training_leavesTheExpectationAsItIs() {
    Form form = Form.of(node(3), Map.of("rate", PerMember.of(0.25)), 1, 4000);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor ones = Tensors.empty(Precision.FLOAT64, 1, 4000, 3).fill_(Tensors.constant(1));
      double[] factors = Tensors.toDoubles(rig.forward(ones, Pass.training(1)));
      double sum = 0;
      for (int row = 0; row < 4000; row++) {
        assertThat(factors[3 * row + 1]).isEqualTo(factors[3 * row]);
        assertThat(factors[3 * row + 2]).isEqualTo(factors[3 * row]);
        sum += factors[3 * row];
      }
      assertThat(factors).containsOnly(0, 1 / 0.75);
      assertThat(sum / 4000).isCloseTo(1, within(5 * Math.sqrt(1 / 3.0 / 4000)));
    }
  }

  /** Two rows may well be drawn alike; 64 are not. */
  @Test
  @Override
  public void rowsOfABatch_seeDifferentNoise() {
    Form form = Form.of(node(1), Map.of("rate", PerMember.of(0.5)), 1, 64);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Tensor ones = Tensors.empty(Precision.FLOAT64, 1, 64, 1).fill_(Tensors.constant(1));
      assertThat(Tensors.toDoubles(rig.forward(ones, Pass.training(1)))).contains(0, 2);
    }
  }
}
