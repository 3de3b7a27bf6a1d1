package dev.bridle.decay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class WeightDecayTest implements DecayLaws {
  @Override
  public Decay decay() {
    return new WeightDecay();
  }

  @Override
  public boolean isDecoupled() {
    return true;
  }

  /** Rates 0.5 and 0.25 times strengths 0.5 and 2: weights lose a quarter, and a half. */
  @Test
  void apply_takesAShareOfEachWeight() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, 4, -8, 4, -8));
    Tensor gradient = Given.tensor(new long[] {2, 1, 2}, 1, 2, 3, 4);
    Tensor rates = PerMember.of(0.5, 0.25).tensor(Precision.FLOAT64, 3);
    decay().apply(weight, gradient, rates, Given.strength("lambda", PerMember.of(0.5, 2)));
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(3, -6, 2, -4);
    assertThat(Tensors.toDoubles(gradient)).containsExactly(1, 2, 3, 4);
  }
}
