package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Gradients;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.InScope;
import dev.bridle.testing.Numerical;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every penalty keeps to. */
@ExtendWith(InScope.class)
interface PenaltyLaws {
  /** The penalty under test. */
  Penalty penalty();

  /** The names of its strengths. */
  default List<String> strengths() {
    return List.of("lambda");
  }

  /** Numbers it takes besides, by name, which are not doubled and have no absence of their own. */
  default Map<String, Double> shares() {
    return Map.of();
  }

  /** The shape of the weights it is tried on, in place of a matrix {@code [out, in]}. */
  default List<Integer> shaped(List<Integer> matrix) {
    return matrix;
  }

  /**
   * How close its pull is to the gradient of its value: coarser where a proximal step is not the
   * sum of shorter ones, or where part of the value is held fixed in the gradient.
   */
  default double closeness() {
    return 1e-9;
  }

  @Test
  default void value_isOneNumberForEachMember() {
    for (List<Integer> shape : Family.SHAPES) {
      try (Family family = family(Precision.FLOAT32, shape, 3)) {
        Tensor value = penalty().value(family.kernel(), family.strengths());
        assertThat(Tensors.shape(value)).containsExactly(3);
      }
    }
  }

  @Test
  default void value_twiceTheStrength_isTwiceTheValueToTheBit() {
    try (Family family = family(Precision.FLOAT64, List.of(5, 3), 4);
        Family twice = family.withStrengths(numbers(0.2, 4))) {
      Tensor expected = penalty().value(family.kernel(), family.strengths());
      Tensor actual = penalty().value(twice.kernel(), twice.strengths());
      Bits.assertSame(actual, expected.mul(Tensors.constant(2)), "value");
    }
  }

  @Test
  default void pull_twiceTheStrength_isTwiceThePull() {
    try (Family family = family(Precision.FLOAT64, List.of(5, 3), 4);
        Family twice = family.withStrengths(numbers(0.2, 4))) {
      double[] expected = Tensors.toDoubles(pull(family).mul(Tensors.constant(2)));
      assertThat(Tensors.toDoubles(pull(twice))).containsExactly(expected, within(closeness()));
    }
  }

  @Test
  default void pull_isTheNumericalGradientOfTheValue() {
    for (List<Integer> shape : List.of(List.of(5, 3), List.of(1, 1), List.of(2, 7))) {
      try (Family family = family(Precision.FLOAT64, shape, 2)) {
        Weight w = family.kernel();
        w.value().copy_(Draw.of(3).awayFromZero(Precision.FLOAT64, Tensors.shape(w.value())));
        double[] expected =
            Numerical.gradient(x -> total(w.withValue(x), family.strengths()), w.value());
        assertThat(Tensors.toDoubles(pull(family)))
            .as("shape " + shape)
            .containsExactly(expected, within(Math.max(1e-7, closeness())));
      }
    }
  }

  @Test
  default void pull_isTheAutomaticGradientOfTheValue() {
    try (Family family = family(Precision.FLOAT64, List.of(17, 31), 3)) {
      Weight w = family.kernel();
      w.value().copy_(Draw.of(3).awayFromZero(Precision.FLOAT64, Tensors.shape(w.value())));
      Tensor expected =
          Gradients.of(x -> penalty().value(w.withValue(x), family.strengths()), w.value());
      assertThat(Tensors.toDoubles(pull(family)))
          .containsExactly(Tensors.toDoubles(expected), within(closeness()));
    }
  }

  @Test
  default void addGradient_addsToWhatIsThere() {
    try (Family family = family(Precision.FLOAT64, List.of(5, 3), 2)) {
      Tensor fromZero = family.gradient().clone().zero_();
      penalty().addGradient(family.kernel(), fromZero, family.strengths());
      Tensor expected = family.gradient().add(fromZero);
      penalty().addGradient(family.kernel(), family.gradient(), family.strengths());
      assertThat(Tensors.toDoubles(family.gradient()))
          .containsExactly(Tensors.toDoubles(expected), within(1e-14));
    }
  }

  @Test
  default void strength0_changesNoBit() {
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        Map<String, PerMember> absent = withShares(Family.same(0, strengths(), 3), 3);
        try (Family before = Family.drawn(precision, shaped(shape), absent, 3);
            Family after = Family.drawn(precision, shaped(shape), absent, 3)) {
          act(penalty(), after);
          penalty().finish(after.kernel(), after.strengths());
          assertSame(after, before, precision + " " + shape);
        }
      }
    }
  }

  @Test
  default void strength0_ofOneMemberOnly_changesNoBitOfIt() {
    PerMember some = PerMember.of(0.1, 0, 0.3);
    Map<String, PerMember> mixed = Family.same(0, strengths(), 3);
    mixed.replaceAll((name, zeros) -> some);
    withShares(mixed, 3);
    try (Family before = Family.drawn(Precision.FLOAT32, shaped(List.of(17, 31)), mixed, 3);
        Family after = Family.drawn(Precision.FLOAT32, shaped(List.of(17, 31)), mixed, 3)) {
      act(penalty(), after);
      Bits.assertSame(after.row(1), before.row(1), "weights of member 1");
      Bits.assertSame(
          Bits.member(after.gradient(), 1), Bits.member(before.gradient(), 1), "gradient");
    }
  }

  @Test
  default void member_aloneOrTogether_isTheSameToTheBit() {
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        for (int members : Family.SIZES) {
          assertAloneIsTogether(precision, shape, members);
        }
      }
    }
  }

  @Test
  default void notANumber_inOneMember_leavesTheOthers() {
    try (Family healthy = family(Precision.FLOAT32, List.of(17, 31), 3);
        Family sick = family(Precision.FLOAT32, List.of(17, 31), 3)) {
      sick.poison(1);
      double[] values = Tensors.toDoubles(penalty().value(sick.kernel(), sick.strengths()));
      assertThat(values[1]).isNaN();
      double[] expected = Tensors.toDoubles(penalty().value(healthy.kernel(), healthy.strengths()));
      assertThat(values[0]).isEqualTo(expected[0]);
      assertThat(values[2]).isEqualTo(expected[2]);
      act(penalty(), sick);
      act(penalty(), healthy);
      for (int k : new int[] {0, 2}) {
        Bits.assertSame(sick.row(k), healthy.row(k), "weights of member " + k);
        Bits.assertSame(
            Bits.member(sick.gradient(), k), Bits.member(healthy.gradient(), k), "gradient " + k);
      }
    }
  }

  /** Members whose strengths are 0.1 and more. */
  private Family family(Precision precision, List<Integer> shape, int members) {
    return Family.drawn(precision, shaped(shape), numbers(0.1, members), members);
  }

  /** All numbers it takes, its strengths around {@code base}. */
  default Map<String, PerMember> numbers(double base, int members) {
    return withShares(Family.around(base, strengths(), members), members);
  }

  private Map<String, PerMember> withShares(Map<String, PerMember> numbers, int members) {
    shares().forEach((name, share) -> numbers.put(name, PerMember.same(share, members)));
    return numbers;
  }

  private double total(Weight weight, Strengths strengths) {
    return Tensors.toDoubles(penalty().value(weight, strengths).sum())[0];
  }

  /**
   * By how much the penalty pulls at each weight, whichever way it acts: its gradient, plus what a
   * short proximal step takes away for each unit of its length. No weight may reach 0 in it.
   */
  private Tensor pull(Family family) {
    double length = 1e-3;
    Tensor gradient = family.gradient().clone().zero_();
    penalty().addGradient(family.kernel(), gradient, family.strengths());
    Tensor before = family.kernel().value().clone();
    PerMember lengths = PerMember.same(length, family.members());
    if (penalty().shrinks()) {
      penalty().shrink(family.kernel(), lengths.tensor(Precision.FLOAT64, 3), family.strengths());
    }
    Tensor taken = before.sub(family.kernel().value()).div_(Tensors.constant(length));
    family.kernel().value().copy_(before);
    return gradient.add_(taken);
  }

  private void assertAloneIsTogether(Precision precision, List<Integer> shape, int members) {
    try (Family before = family(precision, shape, members);
        Family all = family(precision, shape, members)) {
      Tensor values = penalty().value(all.kernel(), all.strengths());
      act(penalty(), all);
      for (int k = 0; k < members; k++) {
        try (Family alone = before.alone(k)) {
          String what = precision + " " + shape + ", member " + k + " of " + members;
          Tensor value = penalty().value(alone.kernel(), alone.strengths());
          Bits.assertSame(Bits.member(values, k), value, "value, " + what);
          act(penalty(), alone);
          Bits.assertSame(all.row(k), alone.row(0), "weights, " + what);
          Bits.assertSame(Bits.member(all.gradient(), k), alone.gradient(), "gradient, " + what);
        }
      }
    }
  }

  /** What a step does: the gradient, then, for those that have one, the proximal step. */
  private static void act(Penalty penalty, Family family) {
    penalty.addGradient(family.kernel(), family.gradient(), family.strengths());
    if (penalty.shrinks()) {
      PerMember pulls = PerMember.same(0.05, family.members());
      Tensor pull = pulls.tensor(family.precision(), 3);
      penalty.shrink(family.kernel(), pull, family.strengths());
    }
  }

  private static void assertSame(Family after, Family before, String what) {
    Bits.assertSame(after.gradient(), before.gradient(), "gradient, " + what);
    for (int k = 0; k < before.members(); k++) {
      Bits.assertSame(after.row(k), before.row(k), "weights, " + what + ", member " + k);
    }
  }
}
