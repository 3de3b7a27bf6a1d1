package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** What every penalty with a proximal step on single weights keeps to. */
interface ShrinkLaws extends PenaltyLaws {
  /** The name of the strength that is multiplied by the pull to give the threshold. */
  String threshold();

  @Test
  default void penalty_actsByShrinking() {
    assertThat(penalty().shrinks()).isTrue();
  }

  /** Those at or below the threshold become exactly 0, and only those. */
  @Test
  default void shrink_smallWeights_becomeExactly0() {
    for (Precision precision : Precision.values()) {
      try (Family family = family(precision, 3)) {
        double[] before = Tensors.toDoubles(family.kernel().value());
        double[] after = shrunk(family, PerMember.same(0.4, 3).tensor(precision, 3));
        for (int i = 0; i < after.length; i++) {
          boolean small = Math.abs(before[i]) <= 0.4 * strength(family, i);
          assertThat(after[i] == 0).as("%s -> %s", before[i], after[i]).isEqualTo(small);
        }
        long zeros = DoubleStream.of(after).filter(w -> w == 0).count();
        assertThat(zeros).isBetween(after.length / 20L, after.length * 19L / 20);
      }
    }
  }

  /**
   * The proximal operator minimises \( \tau |x| + (x - w)^2 / 2 \), so that \( w - x \) is \( \tau
   * \) times the sign of x, or, where x is 0, no farther from 0 than \( \tau \).
   */
  @Test
  default void shrink_resultIsOptimal() {
    try (Family family = family(Precision.FLOAT64, 3)) {
      double[] before = Tensors.toDoubles(family.kernel().value());
      double[] after = shrunk(family, PerMember.same(0.4, 3).tensor(Precision.FLOAT64, 3));
      for (int i = 0; i < after.length; i++) {
        double tau = 0.4 * strength(family, i);
        double moved = before[i] - after[i];
        if (after[i] == 0) {
          assertThat(Math.abs(moved)).isLessThanOrEqualTo(tau + 1e-15);
        } else {
          assertThat(moved).isCloseTo(tau * Math.signum(after[i]), within(1e-15));
        }
      }
    }
  }

  /** Adaptive rules have a pull for each weight: each has its own threshold then. */
  @Test
  default void shrink_pullOfEachWeight_isItsOwn() {
    try (Family family = family(Precision.FLOAT64, 3)) {
      double[] before = Tensors.toDoubles(family.kernel().value());
      double[] pulls = Draw.of(9).uniform(before.length, 0, 1);
      double[] after = shrunk(family, Tensors.of(Precision.FLOAT64, pulls, 3, 17, 31));
      for (int i = 0; i < after.length; i++) {
        double size = Math.max(Math.abs(before[i]) - pulls[i] * strength(family, i), 0);
        assertThat(after[i]).isCloseTo(Math.copySign(size, before[i]), within(1e-15));
      }
    }
  }

  @Test
  default void shrink_twiceHalfTheWay_isOnceAllTheWay() {
    Tensor whole = PerMember.same(0.4, 3).tensor(Precision.FLOAT64, 3);
    Tensor half = PerMember.same(0.2, 3).tensor(Precision.FLOAT64, 3);
    try (Family once = family(Precision.FLOAT64, 3);
        Family twice = family(Precision.FLOAT64, 3)) {
      shrunk(twice, half);
      assertThat(shrunk(twice, half)).containsExactly(shrunk(once, whole), within(1e-15));
    }
  }

  @Test
  default void shrink_pull0_changesNoBit() {
    try (Family family = family(Precision.FLOAT32, 3)) {
      double[] before = Tensors.toDoubles(family.kernel().value());
      double[] after = shrunk(family, PerMember.same(0, 3).tensor(Precision.FLOAT32, 3));
      Bits.assertSame(after, before, "weights");
    }
  }

  @Test
  default void shrink_infinitePull_makesAll0() {
    try (Family family = family(Precision.FLOAT32, 3)) {
      PerMember infinite = PerMember.same(Double.POSITIVE_INFINITY, 3);
      assertThat(shrunk(family, infinite.tensor(Precision.FLOAT32, 3))).containsOnly(0.0);
    }
  }

  private Family family(Precision precision, int members) {
    List<Integer> shape = List.of(17, 31);
    return Family.drawn(precision, shape, numbers(1, members), members);
  }

  private double[] shrunk(Family family, Tensor pull) {
    penalty().shrink(family.kernel(), pull, family.strengths());
    return Tensors.toDoubles(family.kernel().value());
  }

  /** The strength of the member that number {@code i} of the kernel belongs to. */
  private double strength(Family family, int i) {
    return family.strengths().get(threshold()).get(i / (17 * 31));
  }
}
