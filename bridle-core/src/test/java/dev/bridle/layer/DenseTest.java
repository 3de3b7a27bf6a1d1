package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.layer.LayerRig.Form;
import dev.bridle.population.Initial;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import dev.bridle.testing.Packed;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class DenseTest implements LayerLaws {
  @Override
  public Node node(int features) {
    return new DenseNode("dense1", features, features + 2, Initial.HE);
  }

  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    return input.matmul(weights.get(0).transpose(1, 2)).add(weights.get(1).unsqueeze(1));
  }

  /** Rows (1, 2) and (3, 4), units (10, 1) and (0, -1), biases 100 and 200. */
  @Test
  void forward_weightedSumsPlusBias() {
    try (LayerRig rig = small()) {
      Tensor input = Given.tensor(new long[] {1, 2, 2}, 1, 2, 3, 4);
      assertThat(Tensors.toDoubles(rig.forward(input, Pass.EVALUATION)))
          .containsExactly(112, 198, 134, 196);
    }
  }

  /** Gradients (1, 0) and (0, 2) of the two rows. */
  @Test
  void backward_sumsOverTheBatch() {
    try (LayerRig rig = small()) {
      rig.forward(Given.tensor(new long[] {1, 2, 2}, 1, 2, 3, 4), Pass.training(0));
      Tensor before = rig.backward(Given.tensor(new long[] {1, 2, 2}, 1, 0, 0, 2));
      assertThat(Tensors.toDoubles(before)).containsExactly(10, 1, 0, -2);
      assertThat(Tensors.toDoubles(rig.gradients())).containsExactly(1, 2, 6, 8, 1, 2);
    }
  }

  /** Where all members see one batch, it is not copied. */
  @Test
  void forward_sharedInput_isACopyForEachMember_toTheBit() {
    for (int[] size : SIZES) {
      Form form = Form.of(node(size[1]), Map.of(), 5, size[0]);
      try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
        Tensor batch = Draw.of(3).tensor(Precision.FLOAT32, 1, size[0], size[1]);
        Tensor shared = batch.expand(5, -1, -1);
        Tensor expected = rig.forward(shared.contiguous(), Pass.training(1));
        Tensor upstream = Draw.of(4).tensor(Precision.FLOAT32, Tensors.shape(expected));
        rig.backward(upstream);
        Tensor gradients = rig.gradients();
        Bits.assertSame(rig.forwardOf(shared, Pass.training(1)), expected, "forward");
        rig.backward(upstream);
        Bits.assertSame(rig.gradients(), gradients, "gradients");
      }
    }
  }

  private static LayerRig small() {
    Form form = Form.of(new DenseNode("dense1", 2, 2, Initial.HE), Map.of(), 1, 2);
    LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64);
    Packed.set(rig.population(), 0, 10, 1, 0, -1, 100, 200);
    return rig;
  }
}
