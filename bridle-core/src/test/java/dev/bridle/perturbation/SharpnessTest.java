package dev.bridle.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class SharpnessTest {
  /** Gradients (3, 4) and (0, -2): half a unit, or two, along (0.6, 0.8) and (0, -1). */
  @Test
  void climb_goesRhoAlongTheGradient() {
    Tensor weights = Given.tensor(new long[] {2, 2}, 1, 1, 1, 1);
    climb(weights, Given.tensor(new long[] {2, 2}, 3, 4, 0, -2), PerMember.of(0.5, 2));
    assertThat(Tensors.toDoubles(weights))
        .containsExactly(new double[] {1.3, 1.4, 1, -1}, within(1e-15));
  }

  /** As far for a gradient of any size. */
  @Test
  void climb_doesNotDependOnTheSizeOfTheGradient() {
    for (double size : new double[] {1e-100, 1e-3, 1, 1e100}) {
      Tensor weights = Given.tensor(new long[] {1, 2}, 0, 0);
      climb(weights, Given.tensor(new long[] {1, 2}, 3 * size, 4 * size), PerMember.of(0.5));
      assertThat(Tensors.toDoubles(weights))
          .containsExactly(new double[] {0.3, 0.4}, within(1e-15));
    }
  }

  @Test
  void climb_rho0OrAFlatPlace_changesNoBit() {
    Tensor weights = Given.tensor(new long[] {2, 2}, 1, -0.0, 7, -0.0);
    climb(weights, Given.tensor(new long[] {2, 2}, 3, 4, 0, 0), PerMember.of(0, 2));
    Bits.assertSame(Tensors.toDoubles(weights), new double[] {1, -0.0, 7, -0.0}, "weights");
  }

  @Test
  void member_aloneOrTogether_isTheSameToTheBit_beside_notANumber() {
    for (Precision precision : Precision.values()) {
      for (int width : new int[] {64, 192, 4096}) {
        PerMember rho = PerMember.of(0.1, 0.2, 0.3, 0.4, 0.5);
        Tensor start = Draw.of(1).tensor(precision, 5, width);
        Tensor gradient = Draw.of(2).tensor(precision, 5, width);
        gradient.select(0, 2).fill_(Tensors.constant(Double.NaN));
        Tensor together = start.clone();
        new Sharpness().climb(together, gradient, Given.strength(precision, "rho", rho));
        for (int k : new int[] {0, 1, 3, 4}) {
          Tensor alone = Bits.member(start, k);
          new Sharpness()
              .climb(
                  alone, Bits.member(gradient, k), Given.strength(precision, "rho", rho.select(k)));
          Bits.assertSame(Bits.member(together, k), alone, precision + " " + width + " " + k);
        }
      }
    }
  }

  private static void climb(Tensor weights, Tensor gradient, PerMember rho) {
    new Sharpness().climb(weights, gradient, Given.strength("rho", rho));
  }
}
