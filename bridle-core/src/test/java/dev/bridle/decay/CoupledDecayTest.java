package dev.bridle.decay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.penalty.L2;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class CoupledDecayTest implements DecayLaws {
  @Override
  public Decay decay() {
    return new CoupledDecay();
  }

  @Override
  public boolean isDecoupled() {
    return false;
  }

  @Test
  void apply_addsAMultipleOfTheWeight_whateverTheRate() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, 4, -8, 4, -8));
    Tensor gradient = Given.tensor(new long[] {2, 1, 2}, 1, 2, 3, 4);
    Tensor rates = PerMember.of(0.5, 0.25).tensor(Precision.FLOAT64, 3);
    decay().apply(weight, gradient, rates, Given.strength("lambda", PerMember.of(0.5, 2)));
    assertThat(Tensors.toDoubles(gradient)).containsExactly(3, -2, 11, -12);
  }

  /** PyTorch's weight_decay against Keras's L2: half the strength is the same gradient. */
  @Test
  void apply_isL2OfHalfTheStrength_toTheBit() {
    try (Family decayed = family(0.5);
        Family penalized = family(0.25)) {
      Tensor rates = PerMember.same(1, 2).tensor(Precision.FLOAT32, 3);
      decay().apply(decayed.kernel(), decayed.gradient(), rates, decayed.strengths());
      new L2().addGradient(penalized.kernel(), penalized.gradient(), penalized.strengths());
      Bits.assertSame(decayed.gradient(), penalized.gradient(), "gradient");
    }
  }

  private static Family family(double strength) {
    return Family.drawn(
        Precision.FLOAT32, List.of(17, 31), Family.same(strength, List.of("lambda"), 2), 2);
  }
}
