package dev.bridle.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Family;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every decay keeps to: its strength is {@code lambda}, absent at 0. */
@ExtendWith(InScope.class)
interface DecayLaws {
  /** The learning rate of member k is a tenth of k + 1. */
  double RATE = 0.1;

  /** The decay under test. */
  Decay decay();

  /** Whether it shrinks the weight itself, or adds to its gradient. */
  boolean isDecoupled();

  @Test
  default void apply_touchesEitherTheWeightOrTheGradient() {
    try (Family before = family(Precision.FLOAT64, List.of(5, 3), 2);
        Family after = family(Precision.FLOAT64, List.of(5, 3), 2)) {
      apply(after);
      assertThat(same(after.kernel().value(), before.kernel().value())).isEqualTo(!isDecoupled());
      assertThat(same(after.gradient(), before.gradient())).isEqualTo(isDecoupled());
      Bits.assertSame(after.bias().value(), before.bias().value(), "bias");
    }
  }

  /** What both forms have in common: w becomes w (1 - rate lambda) where the loss has no slope. */
  @Test
  default void underPlainDescent_withoutAGradient_weightsShrinkByRateTimesStrength() {
    try (Family family = family(Precision.FLOAT64, List.of(5, 3), 3)) {
      family.gradient().zero_();
      double[] before = Tensors.toDoubles(family.kernel().value());
      apply(family);
      Tensor step = family.gradient().mul(rates(family));
      double[] after = Tensors.toDoubles(family.kernel().value().sub(step));
      for (int i = 0; i < after.length; i++) {
        int k = i / 15;
        double share = RATE * (k + 1) * family.strengths().get("lambda").get(k);
        assertThat(after[i]).isCloseTo(before[i] * (1 - share), within(1e-15));
      }
    }
  }

  @Test
  default void apply_twiceTheStrength_isTwiceTheChange() {
    try (Family before = family(Precision.FLOAT64, List.of(5, 3), 3);
        Family once = family(Precision.FLOAT64, List.of(5, 3), 3);
        Family twice = before.withStrengths(Family.around(0.4, List.of("lambda"), 3))) {
      apply(once);
      apply(twice);
      double[] expected = Tensors.toDoubles(change(once, before).mul(Tensors.constant(2)));
      assertThat(Tensors.toDoubles(change(twice, before))).containsExactly(expected, within(1e-14));
    }
  }

  @Test
  default void strength0_changesNoBit() {
    Map<String, PerMember> mixed = Map.of("lambda", PerMember.of(0.3, 0, 0.2));
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        try (Family before = Family.drawn(precision, shape, mixed, 3);
            Family after = Family.drawn(precision, shape, mixed, 3)) {
          apply(after);
          assertMember(after, 1, before, 1, precision + " " + shape);
        }
      }
    }
  }

  @Test
  default void zeroWeights_areLeftAlone() {
    try (Family family = family(Precision.FLOAT32, List.of(5, 3), 2)) {
      family.kernel().value().zero_();
      Tensor before = family.gradient().clone();
      apply(family);
      assertThat(Tensors.toDoubles(family.kernel().value())).containsOnly(0);
      Bits.assertSame(family.gradient(), before, "gradient");
    }
  }

  @Test
  default void member_aloneOrTogether_isTheSameToTheBit() {
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        for (int members : Family.SIZES) {
          try (Family before = family(precision, shape, members);
              Family all = family(precision, shape, members)) {
            apply(all);
            for (int k = 0; k < members; k++) {
              try (Family alone = before.alone(k)) {
                decay()
                    .apply(
                        alone.kernel(),
                        alone.gradient(),
                        Bits.member(rates(all), k),
                        alone.strengths());
                assertMember(all, k, alone, 0, precision + " " + shape + " of " + members);
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
      apply(healthy);
      apply(sick);
      assertMember(sick, 0, healthy, 0, "first");
      assertMember(sick, 2, healthy, 2, "last");
    }
  }

  private static Family family(Precision precision, List<Integer> shape, int members) {
    return Family.drawn(precision, shape, Family.around(0.2, List.of("lambda"), members), members);
  }

  private void apply(Family family) {
    decay().apply(family.kernel(), family.gradient(), rates(family), family.strengths());
  }

  private static Tensor rates(Family family) {
    double[] rates = new double[family.members()];
    for (int k = 0; k < rates.length; k++) {
      rates[k] = RATE * (k + 1);
    }
    return PerMember.of(rates).tensor(family.precision(), 3);
  }

  /** What changed, of weight and gradient together. */
  private static Tensor change(Family after, Family before) {
    Tensor weights = after.kernel().value().sub(before.kernel().value());
    return weights.add_(after.gradient()).sub_(before.gradient(), Tensors.constant(1));
  }

  private static boolean same(Tensor first, Tensor second) {
    return first.equal(second);
  }

  private static void assertMember(Family actual, int k, Family expected, int l, String what) {
    Bits.assertSame(actual.row(k), expected.row(l), "weights of member " + k + ", " + what);
    Bits.assertSame(
        Bits.member(actual.gradient(), k),
        Bits.member(expected.gradient(), l),
        "gradient of member " + k + ", " + what);
  }
}
