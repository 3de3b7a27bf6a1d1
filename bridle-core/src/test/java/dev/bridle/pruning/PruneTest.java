package dev.bridle.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.constraint.Constraint;
import dev.bridle.constraint.ConstraintLaws;
import dev.bridle.population.Progress;
import dev.bridle.population.StatisticSpec;
import dev.bridle.pruning.Prune.Schedule;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PruneTest implements ConstraintLaws {
  static final Progress END = new Progress(1000, 1000, 10);

  @Override
  public Constraint constraint() {
    return new Prune(Schedule.CUBIC, false);
  }

  @Override
  public Map<String, PerMember> strengths(int members) {
    double[] sparsity = new double[members];
    Arrays.setAll(sparsity, k -> 0.2 + 0.1 * (k % 7));
    return numbers(PerMember.of(sparsity));
  }

  /** Masks as at the end of a training, and weights as if an update had moved all of them. */
  @Override
  public Family family(
      Precision precision, List<Integer> shape, Map<String, PerMember> numbers, int members) {
    return masked(constraint(), precision, shape, numbers, members);
  }

  private static Family masked(
      Constraint constraint,
      Precision precision,
      List<Integer> shape,
      Map<String, PerMember> numbers,
      int members) {
    Family family = unmasked(constraint, precision, shape, numbers, members);
    Tensor before = family.kernel().value().clone();
    constraint.project(family.kernel(), family.strengths(), END);
    family.kernel().value().copy_(before);
    return family;
  }

  static Family unmasked(
      Constraint constraint,
      Precision precision,
      List<Integer> shape,
      Map<String, PerMember> numbers,
      int members) {
    List<StatisticSpec> statistics =
        constraint.remembers(Family.kernelSpec(shape)).stream().toList();
    return Family.drawn(precision, shape, numbers, members, statistics);
  }

  @Nested
  final class ByUnits implements ConstraintLaws {
    @Override
    public Constraint constraint() {
      return new Prune(Schedule.LINEAR, true);
    }

    @Override
    public Map<String, PerMember> strengths(int members) {
      return PruneTest.this.strengths(members);
    }

    @Override
    public Family family(
        Precision precision, List<Integer> shape, Map<String, PerMember> numbers, int members) {
      return masked(constraint(), precision, shape, numbers, members);
    }
  }

  /** Four of ten: those of sizes 0.1 to 0.4, whatever their signs. */
  @Test
  void project_smallestGo_theRestKeepsItsBits() {
    double[] weights = {0.5, -0.1, 0.9, 0.3, -0.7, 0.2, -1, 0.6, -0.4, 0.8};
    assertThat(pruned(0.4, weights)).containsExactly(0.5, 0, 0.9, 0, -0.7, 0, -1, 0.6, 0, 0.8);
  }

  @Test
  void project_equalSizes_exactlyAsManyGo_theFirstOnes() {
    assertThat(pruned(0.5, 1, -1, 1, 1)).containsExactly(0, 0, 1, 1);
    assertThat(pruned(0.5, 2, 1, 1, 1)).containsExactly(2, 0, 0, 1);
    assertThat(pruned(0.25, 0, 0, 0, 0)).containsExactly(0, 0, 0, 0);
  }

  /** 0.29 times 100 is 28.999999999999996 in binary; 29 go. 0.999 of 10 are 9. */
  @Test
  void project_goesDownToWholeNumbers_asInDecimals() {
    double[] weights = Draw.of(3).normals(100);
    for (int percent = 1; percent < 100; percent++) {
      assertThat(zeros(pruned(percent / 100.0, weights))).isEqualTo(percent);
    }
    assertThat(zeros(pruned(0.999, Arrays.copyOf(weights, 10)))).isEqualTo(9);
    assertThat(zeros(pruned(0.09, Arrays.copyOf(weights, 10)))).isZero();
  }

  /** A bias of zeros at the start is not lost by one step of the schedule. */
  @Test
  void project_zerosThatAreNotPruned_mayGrow() {
    try (Family family = of(numbers(PerMember.of(0.25)), 1, 4)) {
      family.kernel().value().zero_();
      constraint().project(family.kernel(), family.strengths(), END);
      family.kernel().value().fill_(Tensors.constant(1));
      constraint().project(family.kernel(), family.strengths(), END);
      assertThat(Tensors.toDoubles(family.kernel().value())).containsExactly(0, 1, 1, 1);
    }
  }

  /** Three units of norms 5, 1 and 3: the second goes as a whole; of 3 times 0.5 that is one. */
  @Test
  void project_byUnits_wholeUnitsGo_biasesStay() {
    Prune byUnits = new Prune(Schedule.CUBIC, true);
    try (Family family =
        unmasked(byUnits, Precision.FLOAT64, List.of(3, 2), numbers(PerMember.of(0.5)), 1)) {
      Tensors.write(family.kernel().value().view(6), new double[] {3, 4, 0.6, 0.8, 0, 3});
      double[] bias = Tensors.toDoubles(family.bias().value());
      byUnits.project(family.kernel(), family.strengths(), END);
      assertThat(Tensors.toDoubles(family.kernel().value())).containsExactly(3, 4, 0, 0, 0, 3);
      assertThat(Tensors.toDoubles(family.bias().value())).containsExactly(bias);
    }
  }

  @Test
  void sparsity0_changesNoBit() {
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        Map<String, PerMember> mixed = numbers(PerMember.of(0.5, 0, 0.9));
        try (Family before = unmasked(constraint(), precision, shape, mixed, 3);
            Family after = unmasked(constraint(), precision, shape, mixed, 3)) {
          constraint().project(after.kernel(), after.strengths(), END);
          Bits.assertSame(after.row(1), before.row(1), precision + " " + shape);
        }
      }
    }
  }

  @Test
  void violation_isTheLargestThatShouldBeZero_inSharesOfTheLargest() {
    try (Family family = of(numbers(PerMember.of(0.5)), 1, 4)) {
      Tensors.write(family.kernel().value().view(4), new double[] {1, 2, 3, 4});
      constraint().project(family.kernel(), family.strengths(), END);
      Tensors.write(family.kernel().value().view(4), new double[] {1, -2, 3, 8});
      assertThat(Tensors.toDoubles(constraint().violation(family.kernel(), family.strengths())))
          .containsExactly(0.25);
    }
  }

  private double[] pruned(double sparsity, double... weights) {
    try (Family family = of(numbers(PerMember.of(sparsity)), 1, weights.length)) {
      Tensors.write(family.kernel().value().view(weights.length), weights);
      constraint().project(family.kernel(), family.strengths(), END);
      double[] after = Tensors.toDoubles(family.kernel().value());
      Arrays.setAll(after, i -> after[i] + 0.0); // whether a 0 has a sign does not matter
      return after;
    }
  }

  private Family of(Map<String, PerMember> numbers, int out, int in) {
    return unmasked(constraint(), Precision.FLOAT64, List.of(out, in), numbers, 1);
  }

  static double[] mask(Family family) {
    return Tensors.toDoubles(family.kernel().remembered("mask").orElseThrow().clone());
  }

  static int zeros(double... numbers) {
    return (int) Arrays.stream(numbers).filter(v -> v == 0).count();
  }

  static Map<String, PerMember> numbers(PerMember sparsity) {
    return numbers(sparsity, 0.1, 0.6);
  }

  static Map<String, PerMember> numbers(PerMember sparsity, double from, double until) {
    return Map.of(
        "sparsity",
        sparsity,
        "from",
        PerMember.same(from, sparsity.size()),
        "until",
        PerMember.same(until, sparsity.size()));
  }
}
