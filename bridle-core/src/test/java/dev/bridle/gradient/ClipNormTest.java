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

final class ClipNormTest implements ClippingLaws {
  @Override
  public Clipping clipping() {
    return new ClipNorm();
  }

  @Override
  public String number() {
    return "c";
  }

  /** A gradient of norm 5 and limits 1 and 10. */
  @Test
  void clip_longGradient_isShortened_itsDirectionKept() {
    Tensor gradient = Given.tensor(new long[] {2, 2}, 3, -4, 3, -4);
    Weight all = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, 0, 0, 0, 0));
    clipping().clip(gradient, List.of(all), Given.strength("c", PerMember.of(1, 10)));
    assertThat(Tensors.toDoubles(gradient))
        .containsExactly(new double[] {0.6, -0.8, 3, -4}, within(1e-15));
  }
}
