package dev.bridle.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class AdaptiveClipTest implements ClippingLaws {
  @Override
  public Clipping clipping() {
    return new AdaptiveClip();
  }

  @Override
  public String number() {
    return "lambda";
  }

  /** Units of norms 10, 0.1 and 0 (counted as 0.001), gradients of norm 5, strength 1/5. */
  @Test
  void clip_eachUnitByItsOwnWeights() {
    Tensor gradient = Given.tensor(new long[] {1, 6}, 3, -4, 3, -4, 3, -4);
    Weight units = Weight.kernel(Given.tensor(new long[] {1, 3, 2}, 6, 8, 0.06, 0.08, 0, 0));
    clipping().clip(gradient, List.of(units), Given.strength("lambda", PerMember.of(0.2)));
    assertThat(Tensors.toDoubles(gradient))
        .containsExactly(new double[] {1.2, -1.6, 0.012, -0.016, 0.00012, -0.00016}, within(1e-15));
  }
}
