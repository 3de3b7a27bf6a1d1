package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** What every penalty with a proximal step on groups of weights keeps to. */
interface GroupShrinkLaws extends PenaltyLaws {
  /** Units and inputs of the kernels that the laws look at. */
  int OUT = 17;

  int IN = 31;

  /** A pull for which some groups of the drawn kernels vanish and others do not. */
  double pull();

  /** No weight by itself. */
  @Override
  default Map<String, Double> shares() {
    return Map.of("sparse", 0.0);
  }

  /** The group that number {@code i} of a kernel {@code [17, 31]} is in, counted from 0. */
  int groupOf(int i);

  @Test
  default void penalty_actsByShrinking() {
    assertThat(penalty().shrinks()).isTrue();
  }

  /** Groups that are not longer than their threshold become exactly 0, and only those. */
  @Test
  default void shrink_shortGroups_becomeExactly0() {
    for (Precision precision : Precision.values()) {
      try (Family family = family(precision)) {
        double[] before = Tensors.toDoubles(family.kernel().value());
        double[] after = shrunk(family, same(pull(), precision));
        int zeros = 0;
        for (int[] group : groups()) {
          boolean vanished = IntStream.of(group).allMatch(i -> after[i] == 0);
          assertThat(vanished).isEqualTo(norm(before, group) <= threshold(family, group, pull()));
          zeros += vanished ? 1 : 0;
        }
        assertThat(zeros).isBetween(1, groups().size() - 1);
      }
    }
  }

  /**
   * The proximal operator minimises \( \tau \|x\| + \|x - w\|^2 / 2 \) for each group, so that \( w
   * - x \) has length \( \tau \) and the direction of x, or, where x is 0, a length of at most \(
   * \tau \).
   */
  @Test
  default void shrink_resultIsOptimal() {
    try (Family family = family(Precision.FLOAT64)) {
      double[] before = Tensors.toDoubles(family.kernel().value());
      double[] after = shrunk(family, same(pull(), Precision.FLOAT64));
      for (int[] group : groups()) {
        double tau = threshold(family, group, pull());
        double length = norm(after, group);
        if (length == 0) {
          assertThat(norm(before, group)).isLessThanOrEqualTo(tau);
        } else {
          for (int i : group) {
            assertThat(before[i] - after[i]).isCloseTo(tau * after[i] / length, within(1e-14));
          }
        }
      }
    }
  }

  /** Adaptive rules have a pull for each weight: a group takes the mean of its own. */
  @Test
  default void shrink_pullOfEachWeight_countsByItsMean() {
    try (Family family = family(Precision.FLOAT64)) {
      double[] before = Tensors.toDoubles(family.kernel().value());
      double[] pulls = Draw.of(9).uniform(before.length, pull() / 100, pull());
      double[] after = shrunk(family, Tensors.of(Precision.FLOAT64, pulls, 3, OUT, IN));
      for (int[] group : groups()) {
        double mean = IntStream.of(group).mapToDouble(i -> pulls[i]).average().orElseThrow();
        double tau = threshold(family, group, mean);
        double length = Math.max(norm(before, group) - tau, 0);
        assertThat(norm(after, group)).isCloseTo(length, within(1e-13));
      }
    }
  }

  @Test
  default void shrink_pullOfEachWeight_aloneOrTogether_isTheSameToTheBit() {
    for (Precision precision : Precision.values()) {
      try (Family before = family(precision);
          Family all = family(precision)) {
        double[] pulls = Draw.of(9).uniform(3 * OUT * IN, 0, pull());
        Tensor each = Tensors.of(precision, pulls, 3, OUT, IN);
        shrunk(all, each);
        for (int k = 0; k < 3; k++) {
          try (Family alone = before.alone(k)) {
            shrunk(alone, each.narrow(0, k, 1));
            Bits.assertSame(all.row(k), alone.row(0), precision + ", member " + k);
          }
        }
      }
    }
  }

  @Test
  default void shrink_twiceHalfTheWay_isOnceAllTheWay() {
    try (Family once = family(Precision.FLOAT64);
        Family twice = family(Precision.FLOAT64)) {
      Tensor half = same(pull() / 2, Precision.FLOAT64);
      shrunk(twice, half);
      assertThat(shrunk(twice, half))
          .containsExactly(shrunk(once, same(pull(), Precision.FLOAT64)), within(1e-14));
    }
  }

  @Test
  default void shrink_pull0_changesNoBit() {
    try (Family family = family(Precision.FLOAT32)) {
      double[] before = Tensors.toDoubles(family.kernel().value());
      Bits.assertSame(shrunk(family, same(0, Precision.FLOAT32)), before, "weights");
    }
  }

  @Test
  default void shrink_infinitePull_makesAll0() {
    try (Family family = family(Precision.FLOAT32)) {
      Tensor infinite = same(Double.POSITIVE_INFINITY, Precision.FLOAT32);
      assertThat(shrunk(family, infinite)).containsOnly(0.0);
    }
  }

  /** Kernels whose inputs and units, by number, are the longer the later they come. */
  private Family family(Precision precision) {
    Family family = Family.drawn(precision, List.of(OUT, IN), numbers(1, 3), 3);
    Tensor w = family.kernel().value();
    double[] sizes = new double[OUT * IN];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (1 + i / IN) * (1 + i % IN) / (double) (OUT * IN);
    }
    w.mul_(Tensors.of(precision, sizes, 1, OUT, IN));
    return family;
  }

  private static Tensor same(double pull, Precision precision) {
    return PerMember.same(pull, 3).tensor(precision, 3);
  }

  private double[] shrunk(Family family, Tensor pull) {
    penalty().shrink(family.kernel(), pull, family.strengths());
    return Tensors.toDoubles(family.kernel().value());
  }

  /** The places of the numbers of each group, of all three members. */
  private List<int[]> groups() {
    List<int[]> groups = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      int first = k * OUT * IN;
      int last = IntStream.range(0, OUT * IN).map(this::groupOf).max().orElseThrow();
      for (int g = 0; g <= last; g++) {
        int group = g;
        groups.add(
            IntStream.range(0, OUT * IN)
                .filter(i -> groupOf(i) == group)
                .map(i -> first + i)
                .toArray());
      }
    }
    return groups;
  }

  private double threshold(Family family, int[] group, double pull) {
    PerMember lambda = family.strengths().get("lambda");
    return pull * lambda.get(group[0] / (OUT * IN)) * Math.sqrt(group.length);
  }

  private static double norm(double[] numbers, int[] group) {
    return Math.sqrt(IntStream.of(group).mapToDouble(i -> numbers[i] * numbers[i]).sum());
  }
}
