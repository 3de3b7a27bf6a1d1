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

final class ClipValueTest implements ClippingLaws {
  @Override
  public Clipping clipping() {
    return new ClipValue();
  }

  @Override
  public String number() {
    return "c";
  }

  @Test
  void clip_eachNumberByItself() {
    Tensor gradient = Given.tensor(new long[] {2, 3}, 3, -4, 0.5, 3, -4, 0.5);
    Weight all = Weight.kernel(Given.tensor(new long[] {2, 1, 3}, 0, 0, 0, 0, 0, 0));
    clipping().clip(gradient, List.of(all), Given.strength("c", PerMember.of(1, 3.5)));
    assertThat(Tensors.toDoubles(gradient))
        .containsExactly(new double[] {1, -1, 0.5, 3, -3.5, 0.5}, within(0.0));
  }
}
