package dev.bridle.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.CellKind;
import dev.bridle.layer.Internal;
import dev.bridle.layer.InternalLaws;
import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.layer.RecurrentNode;
import dev.bridle.layer.Shape;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import dev.bridle.testing.Packed;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class ZoneoutTest implements InternalLaws {
  @Override
  public Internal internal() {
    return new Zoneout();
  }

  /**
   * A unit that sees nothing but its bias: tanh(b), of which a quarter of the old state is kept.
   */
  @Test
  void evaluation_movesByTheExpectedShare() {
    RecurrentNode node =
        RecurrentNode.of("rnn1", CellKind.SIMPLE, Shape.of(2, 1), 1, false, true, false);
    Map<String, PerMember> quarter = Map.of("rate", PerMember.of(0.25));
    Form form = Form.of(internal().into(node, 0), quarter, 1, 1);
    try (LayerRig rig = LayerRig.drawn(form, Precision.FLOAT64)) {
      Packed.set(rig.population(), 0, 0, 0, 0.5);
      Tensor out = rig.forward(Given.tensor(new long[] {1, 1, 2}, 1, 1), Pass.EVALUATION);
      double tanh = Math.tanh(0.5);
      double first = 0.75 * tanh;
      assertThat(Tensors.toDoubles(out))
          .containsExactly(new double[] {first, 0.25 * first + 0.75 * tanh}, within(1e-15));
    }
  }
}
