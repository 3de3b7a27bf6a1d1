package dev.bridle.dropout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.layer.Internal;
import dev.bridle.layer.InternalLaws;
import dev.bridle.layer.LayerRig;
import dev.bridle.layer.LayerRig.Form;
import dev.bridle.layer.Pass;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class VariationalDropoutTest implements InternalLaws {
  @Override
  public Internal internal() {
    return new VariationalDropout();
  }

  /** Nothing is random at evaluation: the rate makes no difference. */
  @Test
  void evaluation_isThatOfRate0() {
    Tensor input = Draw.of(4).tensor(Precision.FLOAT32, 2, 7, 15);
    Tensor[] outputs = new Tensor[2];
    for (int i = 0; i < 2; i++) {
      Map<String, PerMember> rate = Map.of("rate", PerMember.same(0.6 * i, 2));
      try (LayerRig rig = LayerRig.drawn(Form.of(recurrent(5), rate, 2, 7), Precision.FLOAT32)) {
        outputs[i] = rig.forward(input, Pass.EVALUATION);
      }
    }
    Bits.assertSame(outputs[1], outputs[0], "outputs");
    assertThat(Tensors.toDoubles(outputs[0])).doesNotContain(Double.NaN);
  }
}
