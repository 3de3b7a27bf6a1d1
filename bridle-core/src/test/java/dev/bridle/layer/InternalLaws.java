package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.layer.LayerRig.Form;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/**
 * What every regularizer keeps to that acts inside recurrent layers, on top of the laws of a layer:
 * it is absent at rate 0, and its masks belong to replicate, place and step alone.
 */
public interface InternalLaws extends RecurrentLaws {
  /** The regularizer under test. */
  Internal internal();

  @Override
  default RecurrentNode recurrent(int features) {
    Shape input = Shape.of(features, 3);
    return internal()
        .into(RecurrentNode.of("lstm1", CellKind.LSTM, input, 4, true, true, false), 0);
  }

  @Override
  default Map<String, PerMember> strengths(int members) {
    double[] rates = new double[members];
    for (int k = 0; k < members; k++) {
      rates[k] = k % 3 == 0 ? 0.5 : 0.1 * (k % 7 + 1);
    }
    return Map.of("rate", PerMember.of(rates));
  }

  @Test
  default void rate0_isTheLayerWithoutIt_toTheBit() {
    RecurrentNode with = recurrent(5);
    RecurrentNode without =
        RecurrentNode.of("lstm1", CellKind.LSTM, with.input(), 4, true, true, false);
    Map<String, PerMember> zero = Map.of("rate", PerMember.same(0, 2));
    try (LayerRig one = LayerRig.drawn(Form.of(with, zero, 2, 7), Precision.FLOAT32);
        LayerRig other = LayerRig.drawn(Form.of(without, Map.of(), 2, 7), Precision.FLOAT32)) {
      Tensor input = Draw.of(4).tensor(Precision.FLOAT32, 2, 7, 15);
      Tensor output = one.forward(input, Pass.training(3));
      Bits.assertSame(output, other.forward(input, Pass.training(3)), "training");
      Bits.assertSame(one.backward(output), other.backward(output), "gradient");
      Bits.assertSame(one.gradients(), other.gradients(), "weights");
      Bits.assertSame(
          one.forward(input, Pass.EVALUATION), other.forward(input, Pass.EVALUATION), "evaluation");
    }
  }

  /** Predictions under masks, as Monte-Carlo dropout makes them. */
  @Test
  default void samplingPass_isAsATrainingPass_toTheBit() {
    Form form = Form.of(recurrent(5), strengths(2), 2, 7);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
      Tensor input = Draw.of(4).tensor(Precision.FLOAT32, 2, 7, 15);
      Tensor sampled = rig.forward(input, Pass.sampling(5)).clone();
      Bits.assertSame(sampled, rig.forward(input, Pass.training(5)), "outputs");
    }
  }

  @Test
  default void membersOfOneReplicate_seeTheSame_othersDoNot() {
    List<Key> keys = List.of(Key.of(1), Key.of(2), Key.of(1));
    Map<String, PerMember> halves = Map.of("rate", PerMember.same(0.5, 3));
    Form form = new Form(recurrent(5), halves, keys, 7, 0);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT32)) {
      for (int k = 1; k < 3; k++) {
        rig.population().copyRow(k, rig.population(), 0);
      }
      Tensor input = Tensors.empty(Precision.FLOAT32, 3, 7, 15).fill_(Tensors.constant(1));
      Tensor output = rig.forward(input, Pass.training(1));
      Bits.assertSame(Bits.member(output, 2), Bits.member(output, 0), "one replicate");
      double[] first = Tensors.toDoubles(Bits.member(output, 0));
      assertThat(Tensors.toDoubles(Bits.member(output, 1))).isNotEqualTo(first);
      assertThat(Tensors.toDoubles(Bits.member(rig.forward(input, Pass.training(2)), 0)))
          .isNotEqualTo(first);
    }
  }
}
