package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.StatisticSpec;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Family;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every constraint keeps to. */
@ExtendWith(InScope.class)
public interface ConstraintLaws {
  /** The constraint under test. */
  Constraint constraint();

  /** Its numbers for that many members: some of the drawn weights must be outside, some inside. */
  Map<String, PerMember> strengths(int members);

  /** By how much weights are outside at most after a projection. */
  default double rounding(Precision precision) {
    return precision == Precision.FLOAT32 ? 1e-6 : 1e-15;
  }

  /** Moves projected weights to where no rounding puts them outside: halves them. */
  default void moveInside(Family family) {
    family.kernel().value().mul_(Tensors.constant(0.5));
    family.bias().value().mul_(Tensors.constant(0.5));
  }

  @Test
  default void project_drawnWeights_changesSome() {
    try (Family family = family(Precision.FLOAT64, List.of(17, 31), 4)) {
      double[] before = Tensors.toDoubles(family.kernel().value());
      assertThat(DoubleStream.of(violations(family))).allMatch(v -> v > 0.01);
      project(family);
      assertThat(Tensors.toDoubles(family.kernel().value())).isNotEqualTo(before);
    }
  }

  @Test
  default void project_landsInside_butForARounding() {
    for (Precision precision : Precision.values()) {
      double rounding = rounding(precision);
      for (List<Integer> shape : Family.SHAPES) {
        try (Family family = family(precision, shape, 4)) {
          project(family);
          assertThat(DoubleStream.of(violations(family)))
              .as(precision + " " + shape)
              .allMatch(v -> v <= rounding);
        }
      }
    }
  }

  @Test
  default void project_whatIsInside_keepsEveryBit() {
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        try (Family family = family(precision, shape, 4)) {
          project(family);
          moveInside(family);
          assertThat(DoubleStream.of(violations(family))).allMatch(v -> v == 0);
          List<double[]> before = weights(family);
          for (int i = 0; i < 10; i++) {
            project(family);
          }
          assertRows(family, before, precision + " " + shape);
        }
      }
    }
  }

  @Test
  default void project_twice_isOnceButForARounding() {
    try (Family family = family(Precision.FLOAT64, List.of(17, 31), 4)) {
      double twice = 10 * rounding(Precision.FLOAT64);
      project(family);
      double[] once = Tensors.toDoubles(family.kernel().value());
      double[] bias = Tensors.toDoubles(family.bias().value());
      project(family);
      assertThat(Tensors.toDoubles(family.kernel().value())).containsExactly(once, within(twice));
      assertThat(Tensors.toDoubles(family.bias().value())).containsExactly(bias, within(twice));
    }
  }

  @Test
  default void project_zeroWeights_stayZero() {
    for (Precision precision : Precision.values()) {
      try (Family family = family(precision, List.of(5, 3), 3)) {
        family.kernel().value().zero_();
        family.bias().value().zero_();
        List<double[]> before = weights(family);
        project(family);
        assertRows(family, before, precision.toString());
        assertThat(DoubleStream.of(violations(family))).allMatch(v -> v == 0);
      }
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
      List<double[]> expected = List.of(violations(healthy), violations(sick));
      project(healthy);
      project(sick);
      for (int k : new int[] {0, 2}) {
        assertThat(expected.get(1)[k]).isEqualTo(expected.get(0)[k]);
        Bits.assertSame(sick.row(k), healthy.row(k), "member " + k);
      }
      assertThat(Tensors.toDoubles(Bits.member(sick.kernel().value(), 1))).containsOnly(Double.NaN);
    }
  }

  /** Members whose constraint remembers their weights as they are. */
  default Family family(Precision precision, List<Integer> shape, int members) {
    return family(precision, shape, strengths(members), members);
  }

  /** Members with these numbers. */
  default Family family(
      Precision precision, List<Integer> shape, Map<String, PerMember> numbers, int members) {
    List<StatisticSpec> statistics =
        constraint().remembers(Family.kernelSpec(shape)).stream().toList();
    Family family = Family.drawn(precision, shape, numbers, members, statistics);
    constraint().remember(family.kernel());
    return family;
  }

  /** Projects the kernels of all members. */
  default void project(Family family) {
    constraint().project(family.kernel(), family.strengths());
  }

  private double[] violations(Family family) {
    Tensor violation = constraint().violation(family.kernel(), family.strengths());
    assertThat(Tensors.shape(violation)).containsExactly(family.members());
    return Tensors.toDoubles(violation);
  }

  private void assertAloneIsTogether(Precision precision, List<Integer> shape, int members) {
    try (Family before = family(precision, shape, members);
        Family all = family(precision, shape, members)) {
      double[] violations = violations(all);
      project(all);
      for (int k = 0; k < members; k++) {
        try (Family alone = before.alone(k)) {
          String what = precision + " " + shape + ", member " + k + " of " + members;
          assertThat(violations(alone)[0]).as(what).isEqualTo(violations[k]);
          project(alone);
          Bits.assertSame(all.row(k), alone.row(0), what);
        }
      }
    }
  }

  private static List<double[]> weights(Family family) {
    return IntStream.range(0, family.members()).mapToObj(family::weights).toList();
  }

  private static void assertRows(Family family, List<double[]> expected, String what) {
    for (int k = 0; k < family.members(); k++) {
      Bits.assertSame(family.weights(k), expected.get(k), what + ", member " + k);
    }
  }
}
