package dev.bridle.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.WovenLaws;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.Packed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** What normalisations of rows keep to. */
interface RowNormLaws extends WovenLaws {
  @Override
  default Map<String, PerMember> strengths(int members) {
    return Family.around(1e-3, List.of("epsilon"), members);
  }

  @Test
  default void node_declaresScaleAndShift_andNoStatistics() {
    assertThat(node(3).weights())
        .extracting(w -> w.role() + " " + w.size() + " " + w.initial())
        .containsExactly("scale 3 one", "shift 3 zero");
    assertThat(node(3).statistics()).isEmpty();
    assertThat(node(3).trainingOnly()).isFalse();
  }

  @Test
  default void evaluation_isWhatTrainingComputes_toTheBit() {
    try (LayerRig rig = LayerRig.drawn(Form.of(node(13), strengths(3), 3, 7), Precision.FLOAT32)) {
      Tensor input = Draw.of(4).tensor(Precision.FLOAT32, 3, 7, 13);
      Tensor trained = rig.forward(input, Pass.training(1));
      Bits.assertSame(rig.forward(input, Pass.EVALUATION), trained, "outputs");
    }
  }

  /** Another first row leaves the others as they were. */
  @Test
  default void rows_doNotKnowOfEachOther() {
    try (LayerRig rig = LayerRig.drawn(Form.of(node(13), strengths(1), 1, 7), Precision.FLOAT32)) {
      Tensor input = Draw.of(4).tensor(Precision.FLOAT32, 1, 7, 13);
      Tensor before = rig.forward(input, Pass.training(1)).narrow(1, 1, 6);
      input.narrow(1, 0, 1).fill_(Tensors.constant(1e6));
      Bits.assertSame(rig.forward(input, Pass.training(1)).narrow(1, 1, 6), before, "rows");
    }
  }

  /** A thousand times the row is the same row, but for epsilon. */
  @Test
  default void rows_ofAnotherLength_comeOutTheSame() {
    try (LayerRig rig = small(3, 1e-12)) {
      Tensor input = Draw.of(4).tensor(Precision.FLOAT64, 1, 3, 4);
      double[] expected = Tensors.toDoubles(rig.forward(input, Pass.EVALUATION));
      Tensor longer = input.mul(Tensors.constant(1000));
      assertThat(Tensors.toDoubles(rig.forward(longer, Pass.EVALUATION)))
          .containsExactly(expected, within(1e-9));
    }
  }

  /** Of dead units nothing comes but the shift, and gradients are finite. */
  @Test
  default void rows_ofZeros_areTheShift() {
    try (LayerRig rig = small(1, 1e-5)) {
      Tensor zeros = Tensors.of(Precision.FLOAT64, new double[4], 1, 1, 4);
      assertThat(Tensors.toDoubles(rig.forward(zeros, Pass.training(1)))).containsOnly(10);
      Tensor gradient = rig.backward(Draw.of(5).tensor(Precision.FLOAT64, 1, 1, 4));
      assertThat(Arrays.stream(Tensors.toDoubles(gradient)).allMatch(Double::isFinite)).isTrue();
    }
  }

  /** Four units with the scale 2 and the shift 10. */
  default LayerRig small(int batch, double epsilon) {
    Map<String, PerMember> numbers = Map.of("epsilon", PerMember.of(epsilon));
    LayerRig rig = LayerRig.drawn(Form.of(node(4), numbers, 1, batch), Precision.FLOAT64);
    Packed.set(rig.population(), 0, 2, 2, 2, 2, 10, 10, 10, 10);
    return rig;
  }
}
