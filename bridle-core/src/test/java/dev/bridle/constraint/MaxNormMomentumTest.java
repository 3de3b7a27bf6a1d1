package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.constraint.MaxNorm.Bias;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to velocities. The update subtracts them, so that -u points outwards. */
@ExtendWith(InScope.class)
final class MaxNormMomentumTest {
  private static final MaxNorm TANGENT = form(true);

  /** u = (3, 4), c = 5: the outward part of (-1, 0) is -3/25 of u, that is (-0.36, -0.48). */
  @Test
  void tangent_onTheSphere_outwardPartGoes() {
    assertThat(after(TANGENT, 5, -1, 0)).containsExactly(new double[] {-0.64, 0.48}, within(1e-15));
  }

  @Test
  void tangent_onTheSphere_inwardVelocityKeepsEveryBit() {
    assertThat(after(TANGENT, 5, 1, 0.3)).containsExactly(1, 0.3);
  }

  @Test
  void tangent_alongTheSphere_keepsEveryBit() {
    assertThat(after(TANGENT, 5, -4, 3)).containsExactly(-4, 3);
  }

  @Test
  void tangent_insideTheBall_keepsEveryBit() {
    assertThat(after(TANGENT, 5.001, -1, 0)).containsExactly(-1, 0);
    assertThat(after(TANGENT, Double.POSITIVE_INFINITY, -1, 0)).containsExactly(-1, 0);
  }

  @Test
  void keep_onTheSphere_keepsEveryBit() {
    assertThat(after(form(false), 5, -1, 0)).containsExactly(-1, 0);
  }

  /** Units that a penalty has made zero, and biases at the start, have no direction. */
  @Test
  void tangent_zeroVector_keepsEveryBit() {
    for (Precision precision : Precision.values()) {
      Weight weight = Weight.kernel(Tensors.of(precision, new double[4], 1, 2, 2));
      Tensor velocity = Tensors.of(precision, new double[] {-1, 2, 3, 0}, 1, 2, 2);
      TANGENT.restrain(weight, List.of(velocity), Given.strength(precision, "c", PerMember.of(5)));
      assertThat(Tensors.toDoubles(velocity)).containsExactly(-1, 2, 3, 0);
    }
  }

  @Test
  void tangent_afterAProjection_nothingPointsOutwards() {
    try (Family family = family(Precision.FLOAT32, 3)) {
      TANGENT.project(family.kernel(), family.strengths());
      Tensor velocity = Draw.of(5).tensor(Precision.FLOAT32, 3, 17, 31);
      Tensor before = velocity.clone();
      TANGENT.restrain(family.kernel(), List.of(velocity), family.strengths());
      double[] was = Tensors.toDoubles(along(before, family.kernel()));
      double[] is = Tensors.toDoubles(along(velocity, family.kernel()));
      for (int unit = 0; unit < is.length; unit++) {
        assertThat(is[unit]).isCloseTo(Math.max(was[unit], 0), within(1e-5));
      }
    }
  }

  @Test
  void tangent_severalVelocities_eachByItself() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {1, 1, 2}, 3, 4));
    Tensor first = Given.tensor(new long[] {1, 1, 2}, -3, -4);
    Tensor second = Given.tensor(new long[] {1, 1, 2}, 1, 1);
    TANGENT.restrain(weight, List.of(first, second), Given.strength("c", PerMember.of(5)));
    assertThat(Tensors.toDoubles(first)).containsExactly(new double[2], within(1e-15));
    assertThat(Tensors.toDoubles(second)).containsExactly(1, 1);
  }

  @Test
  void tangent_member_aloneOrTogether_isTheSameToTheBit() {
    for (int members : Family.SIZES) {
      try (Family all = family(Precision.FLOAT32, members)) {
        TANGENT.project(all.kernel(), all.strengths());
        Tensor velocity = Draw.of(5).tensor(Precision.FLOAT32, members, 17, 31);
        Tensor before = velocity.clone();
        TANGENT.restrain(all.kernel(), List.of(velocity), all.strengths());
        for (int k = 0; k < members; k++) {
          try (Family alone = all.alone(k)) {
            Tensor own = Bits.member(before, k);
            TANGENT.restrain(alone.kernel(), List.of(own), alone.strengths());
            Bits.assertSame(Bits.member(velocity, k), own, "member " + k + " of " + members);
          }
        }
      }
    }
  }

  private static Family family(Precision precision, int members) {
    return Family.drawn(
        precision, List.of(17, 31), Family.around(0.2, List.of("c"), members), members);
  }

  private static Tensor along(Tensor velocity, Weight weight) {
    return Tensors.sum(velocity.mul(weight.value()), false, 2);
  }

  /** The velocity of the unit (3, 4) under limit {@code c}. */
  private static double[] after(MaxNorm constraint, double c, double... velocity) {
    Weight weight = Weight.kernel(Given.tensor(new long[] {1, 1, 2}, 3, 4));
    Tensor v = Given.tensor(new long[] {1, 1, 2}, velocity);
    constraint.restrain(weight, List.of(v), Given.strength("c", PerMember.of(c)));
    return Tensors.toDoubles(v);
  }

  private static MaxNorm form(boolean tangent) {
    return new MaxNorm(Limit.ABSOLUTE, Scope.PER_UNIT, Bias.FREE, tangent);
  }
}
