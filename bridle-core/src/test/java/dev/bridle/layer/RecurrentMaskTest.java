package dev.bridle.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.layer.LayerRig.Form;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.InScope;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A series that ends in padding is the series without it, there and back. */
@ExtendWith(InScope.class)
final class RecurrentMaskTest {
  private static final int STEPS = 4;
  private static final int PADDED = 7;

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void lastState_isThatOfTheLastStep(CellKind kind) {
    assertPaddingChangesNothing(kind, false);
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void sequence_hasZerosAtPadding(CellKind kind) {
    assertPaddingChangesNothing(kind, true);
  }

  private static void assertPaddingChangesNothing(CellKind kind, boolean sequence) {
    try (LayerRig whole = rig(kind, STEPS, sequence);
        LayerRig padded = rig(kind, PADDED, sequence)) {
      Tensor series = Draw.of(5).awayFromZero(Precision.FLOAT64, 2, 3, STEPS * 2);
      Tensor more = withZeros(series, PADDED * 2);
      for (Pass pass : new Pass[] {Pass.EVALUATION, Pass.training(1)}) {
        Tensor expected = whole.forward(series, pass);
        Tensor actual = padded.forward(more, pass);
        int length = (int) expected.size(2);
        Bits.assertSame(actual.narrow(2, 0, length), expected, "states");
        Tensor rest = actual.narrow(2, length, actual.size(2) - length);
        assertThat(Arrays.stream(Tensors.toDoubles(rest)).allMatch(v -> v == 0)).isTrue();
      }
      Tensor upstream = LayerMemberLaws.upstream(whole.forward(series, Pass.training(1)));
      Tensor expected = whole.backward(upstream);
      int out = (int) padded.forward(more, Pass.training(1)).size(2);
      Tensor actual = padded.backward(sequence ? withZeros(upstream, out) : upstream);
      double[] before = Tensors.toDoubles(actual.narrow(2, 0, STEPS * 2));
      assertThat(before).containsExactly(Tensors.toDoubles(expected));
      assertThat(Tensors.toDoubles(padded.gradients()))
          .containsExactly(Tensors.toDoubles(whole.gradients()));
    }
  }

  private static LayerRig rig(CellKind kind, int steps, boolean sequence) {
    RecurrentNode node =
        RecurrentNode.of("rnn1", kind, Shape.of(steps, 2), 3, true, sequence, true);
    return LayerRig.drawn(Form.of(node, Map.of(), 2, 3), Precision.FLOAT64);
  }

  private static Tensor withZeros(Tensor rows, int length) {
    Tensor zeros =
        Tensors.empty(Precision.FLOAT64, rows.size(0), rows.size(1), length - rows.size(2)).zero_();
    return Tensors.concatenate(2, rows, zeros);
  }
}
