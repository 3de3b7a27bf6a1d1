package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig.Form;
import dev.bridle.tensor.Gradients;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import dev.bridle.testing.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** The laws of a layer, whose inputs are ids: there is a slope along its table only. */
final class EmbeddingTest implements LayerLaws {
  private static final int VOCABULARY = 11;

  @Override
  public Node node(int features) {
    return new EmbeddingNode("embedding1", Shape.of(features), VOCABULARY, 3);
  }

  @Override
  public Tensor rows(long seed, Precision precision, int members, int batch, int features) {
    double[] ids = Draw.of(seed).uniform(members * batch * features, 0, VOCABULARY);
    for (int i = 0; i < ids.length; i++) {
      ids[i] = Math.floor(ids[i]);
    }
    return Tensors.of(precision, ids, members, batch, features);
  }

  @Override
  public Tensor wide(Precision precision, int members, int batch, int features) {
    return rows(8, precision, members, batch, features);
  }

  @Override
  public Tensor reference(List<Tensor> weights, Tensor input) {
    List<Tensor> members = new ArrayList<>();
    for (int k = 0; k < input.size(0); k++) {
      Tensor ids = input.select(0, k).to(ScalarType.Long);
      Tensor found = weights.get(0).select(0, k).index_select(0, ids.reshape(-1));
      Tensor there = ids.reshape(-1, 1).ne(Tensors.constant(0)).to(found.scalar_type());
      members.add(found.mul(there).reshape(ids.size(0), -1));
    }
    return torch.stack(new TensorVector(members.toArray(Tensor[]::new)), 0);
  }

  /** By the table alone. */
  @Override
  @Test
  public void backward_isTheAutomaticGradient() {
    try (LayerRig rig = rig(Precision.FLOAT64, 3, 17, 31)) {
      Tensor input = rows(7, Precision.FLOAT64, 3, 17, 31);
      Tensor upstream = LayerMemberLaws.upstream(rig.forward(input, Pass.training(1)));
      rig.backward(upstream);
      Tensor table = rig.weights().get(0).value();
      Tensor expected =
          Gradients.of(w -> reference(List.of(w), input.clone()).mul(upstream.clone()), table);
      assertThat(Tensors.toDoubles(rig.gradientOf(rig.weights().get(0))))
          .containsExactly(Tensors.toDoubles(expected), within(1e-12));
    }
  }

  /** Two rows (2, 0, 2) and (1, 2, 0): id 2 stands for (20, 21), three times. */
  @Test
  @Override
  public void backward_isTheNumericalGradient() {
    EmbeddingNode node = new EmbeddingNode("embedding1", Shape.of(3), 3, 2);
    try (LayerRig rig = LayerRig.drawn(Form.of(node, Map.of(), 1, 2), Precision.FLOAT64)) {
      Packed.set(rig.population(), 0, 5, 6, 10, 11, 20, 21);
      Tensor ids = Given.tensor(new long[] {1, 2, 3}, 2, 0, 2, 1, 2, 0);
      assertThat(Tensors.toDoubles(rig.forward(ids, Pass.training(0))))
          .containsExactly(20, 21, 0, 0, 20, 21, 10, 11, 20, 21, 0, 0);
      rig.backward(Given.tensor(new long[] {1, 2, 6}, 1, 2, 9, 9, 4, 8, 16, 32, 64, 128, 9, 9));
      assertThat(Tensors.toDoubles(rig.gradients())).containsExactly(0, 0, 16, 32, 69, 138);
    }
  }

  /** Ids are never NaN; tables may become so. */
  @Test
  @Override
  public void notANumber_inOneMember_leavesTheOthers() {
    Tensor input = rows(7, Precision.FLOAT32, 3, 7, 13);
    try (LayerRig healthy = rig(Precision.FLOAT32, 3, 7, 13);
        LayerRig sick = rig(Precision.FLOAT32, 3, 7, 13)) {
      sick.population().state().narrow(0, 1, 1).fill_(Tensors.constant(Double.NaN));
      Tensor expected = healthy.forward(input, Pass.training(1));
      Tensor actual = sick.forward(input, Pass.training(1));
      for (int k : new int[] {0, 2}) {
        Bits.assertSame(Bits.member(actual, k), Bits.member(expected, k), "outputs");
      }
    }
  }

  @Test
  void id_thatIsNone_isAnError() {
    try (LayerRig rig = rig(Precision.FLOAT32, 1, 1, 1)) {
      for (double wrong : new double[] {11, -1, 0.5, Double.NaN}) {
        assertThatIllegalArgumentException()
            .isThrownBy(
                () -> rig.forward(Given.tensor(new long[] {1, 1, 1}, wrong), Pass.EVALUATION))
            .withMessage(
                "embedding1: id " + (float) wrong + ", expected a whole number from 0 to 10");
      }
    }
  }
}
