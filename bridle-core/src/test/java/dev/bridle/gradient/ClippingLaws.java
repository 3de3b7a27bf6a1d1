package dev.bridle.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Family;
import dev.bridle.testing.InScope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every clipping keeps to. */
@ExtendWith(InScope.class)
interface ClippingLaws {
  /** The clipping under test. */
  Clipping clipping();

  /** The name of its one number. */
  String number();

  @Test
  default void clip_withinTheBound_changesNoBit() {
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        Map<String, PerMember> wide = Map.of(number(), PerMember.of(0.01, 1e9, 0.02));
        try (Family before = Family.drawn(precision, shape, wide, 3);
            Family after = Family.drawn(precision, shape, wide, 3)) {
          clip(after);
          Bits.assertSame(
              Bits.member(after.gradientRows(), 1),
              Bits.member(before.gradientRows(), 1),
              "member 1 " + shape);
          assertThat(after.gradientRows().select(0, 0).equal(before.gradientRows().select(0, 0)))
              .isFalse();
        }
      }
    }
  }

  @Test
  default void clip_keepsSigns_makesNothingLarger_andTouchesNoWeight() {
    try (Family before = family(Precision.FLOAT64, List.of(17, 31), 3);
        Family after = family(Precision.FLOAT64, List.of(17, 31), 3)) {
      clip(after);
      double[] was = Tensors.toDoubles(before.gradientRows());
      double[] is = Tensors.toDoubles(after.gradientRows());
      for (int i = 0; i < is.length; i++) {
        assertThat(Math.signum(is[i])).isEqualTo(Math.signum(was[i]));
        assertThat(Math.abs(is[i])).isLessThanOrEqualTo(Math.abs(was[i]));
      }
      for (int k = 0; k < 3; k++) {
        Bits.assertSame(after.row(k), before.row(k), "weights of member " + k);
      }
    }
  }

  @Test
  default void clip_zeroGradient_staysZero() {
    try (Family family = family(Precision.FLOAT32, List.of(5, 3), 2)) {
      family.gradientRows().zero_();
      clip(family);
      assertThat(Arrays.stream(Tensors.toDoubles(family.gradientRows()))).containsOnly(0.0);
    }
  }

  @Test
  default void member_aloneOrTogether_isTheSameToTheBit() {
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        for (int members : Family.SIZES) {
          try (Family before = family(precision, shape, members);
              Family all = family(precision, shape, members)) {
            clip(all);
            for (int k = 0; k < members; k++) {
              try (Family alone = before.alone(k)) {
                clip(alone);
                Bits.assertSame(
                    Bits.member(all.gradientRows(), k),
                    alone.gradientRows(),
                    k + " of " + members + " " + shape);
              }
            }
          }
        }
      }
    }
  }

  @Test
  default void notANumber_inOneMember_leavesTheOthers() {
    try (Family healthy = family(Precision.FLOAT32, List.of(17, 31), 3);
        Family sick = family(Precision.FLOAT32, List.of(17, 31), 3)) {
      sick.poison(1);
      clip(healthy);
      clip(sick);
      for (int k : new int[] {0, 2}) {
        Bits.assertSame(
            Bits.member(sick.gradientRows(), k), Bits.member(healthy.gradientRows(), k), "" + k);
      }
    }
  }

  private Family family(Precision precision, List<Integer> shape, int members) {
    return Family.drawn(precision, shape, Family.around(0.05, List.of(number()), members), members);
  }

  private void clip(Family family) {
    clipping().clip(family.gradientRows(), List.of(family.kernel()), family.strengths());
  }
}
