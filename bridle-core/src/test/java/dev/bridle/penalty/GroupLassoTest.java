package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.penalty.GroupLasso.By;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class GroupLassoTest {
  /** Rows (3, 4) and (0, 0), columns (3, 0) and (4, 0). */
  private final Weight weight = kernel(3, 4, 0, 0);

  @Nested
  final class OfUnits implements GroupShrinkLaws {
    @Override
    public Penalty penalty() {
      return new GroupLasso(By.UNIT);
    }

    @Override
    public double pull() {
      return 0.2;
    }

    @Override
    public int groupOf(int i) {
      return i / IN;
    }
  }

  @Nested
  final class OfInputs implements GroupShrinkLaws {
    @Override
    public Penalty penalty() {
      return new GroupLasso(By.INPUT);
    }

    @Override
    public double pull() {
      return 0.2;
    }

    @Override
    public int groupOf(int i) {
      return i % IN;
    }
  }

  @Nested
  final class OfLayers implements GroupShrinkLaws {
    @Override
    public Penalty penalty() {
      return new GroupLasso(By.LAYER);
    }

    @Override
    public double pull() {
      return 0.25;
    }

    @Override
    public int groupOf(int i) {
      return 0;
    }
  }

  /** Two proximal steps one after the other: the second sees what the first has left. */
  @Nested
  final class Sparse implements PenaltyLaws {
    @Override
    public Penalty penalty() {
      return new GroupLasso(By.UNIT);
    }

    @Override
    public Map<String, Double> shares() {
      return Map.of("sparse", 0.4);
    }

    @Override
    public double closeness() {
      return 1e-4;
    }
  }

  @Test
  void value_isTheSumOfTheNorms_timesTheRootOfTheirSize() {
    assertThat(value(By.UNIT, 2, 0)).isCloseTo(2 * Math.sqrt(2) * 5, within(1e-14));
    assertThat(value(By.INPUT, 2, 0)).isCloseTo(2 * Math.sqrt(2) * 7, within(1e-14));
    assertThat(value(By.LAYER, 2, 0)).isCloseTo(2 * Math.sqrt(4) * 5, within(1e-14));
  }

  @Test
  void value_sparse_mixesInTheSumOfSizes() {
    assertThat(value(By.LAYER, 2, 0.25)).isCloseTo(2 * (0.25 * 7 + 0.75 * 10), within(1e-14));
    assertThat(value(By.LAYER, 2, 1)).isEqualTo(14);
  }

  /** The threshold 0.5 * sqrt(2) * sqrt(2) = 1 takes a fifth from a length of 5. */
  @Test
  void shrink_ofUnits_shortensEachRow() {
    shrink(By.UNIT, weight, Math.sqrt(2), 0.5, 0);
    assertThat(numbers(weight)).containsExactly(new double[] {2.4, 3.2, 0, 0}, within(1e-15));
  }

  /**
   * The pulls 0.5 and 0.1 have a mean of 0.3, the pulls 0.5 and a million count as 0.5: Adam's pull
   * at a weight that has no gradients says nothing about its unit.
   */
  @Test
  void shrink_pullAThousandTimesTheLeast_isLeftOutOfTheMean() {
    Weight rows = kernel(3, 4, 6, 8);
    Tensor pulls = Given.tensor(new long[] {1, 2, 2}, 0.5, 0.1, 0.5, 1e6);
    new GroupLasso(By.UNIT).shrink(rows, pulls, strengths(1, 0));
    double first = 1 - 0.3 * Math.sqrt(2) / 5;
    double second = 1 - 0.5 * Math.sqrt(2) / 10;
    assertThat(numbers(rows))
        .containsExactly(
            new double[] {3 * first, 4 * first, 6 * second, 8 * second}, within(1e-14));
  }

  /** The threshold 3.5 is more than the first column has and less than the second. */
  @Test
  void shrink_ofInputs_makesTheShortColumn0() {
    shrink(By.INPUT, weight, 3.5 / Math.sqrt(2), 1, 0);
    assertThat(numbers(weight)).containsExactly(new double[] {0, 0.5, 0, 0}, within(1e-14));
  }

  /** Single weights first, by 1: (2, 3); then the unit, by 2 sqrt(2) of a length of sqrt(13). */
  @Test
  void shrink_sparse_takesSingleWeightsFirst() {
    shrink(By.UNIT, weight, 3, 1, 1 / 3.0);
    double factor = 1 - 2 * Math.sqrt(2) / Math.sqrt(13);
    assertThat(numbers(weight))
        .containsExactly(new double[] {2 * factor, 3 * factor, 0, 0}, within(1e-14));
  }

  @Test
  void shrink_zeroGroup_staysZero_positiveZero() {
    Weight negative = kernel(-1, -1, 0, -0.0);
    shrink(By.UNIT, negative, 10, 1, 0);
    Bits.assertSame(numbers(negative), new double[4], "weights");
  }

  /** A share of 1 is L1, whatever the groups. */
  @Test
  void sparse1_isL1_toTheBit() {
    for (By by : By.values()) {
      try (Family groups = family(Map.of("lambda", 0.7, "sparse", 1.0));
          Family singles = family(Map.of("lambda", 0.7))) {
        Tensor pull = PerMember.same(0.9, 2).tensor(Precision.FLOAT32, 3);
        new GroupLasso(by).shrink(groups.kernel(), pull, groups.strengths());
        new L1(Solver.PROXIMAL).shrink(singles.kernel(), pull, singles.strengths());
        Bits.assertSame(groups.kernel().value(), singles.kernel().value(), by.toString());
      }
    }
  }

  /** A bias has no inputs: one number for each unit, one group of all of them for each input. */
  @Test
  void shrink_ofABias_takesItsUnits_orAllOfIt() {
    try (Family family = family(Map.of("lambda", 1.0, "sparse", 0.0))) {
      Tensor b = family.bias().value();
      b.copy_(Given.tensor(new long[] {1, 5}, 3, 0, 0, 0, 4));
      Tensor pull = PerMember.same(0.5, 2).tensor(Precision.FLOAT32, 2);
      new GroupLasso(By.UNIT).shrink(family.bias(), pull, family.strengths());
      assertThat(Tensors.toDoubles(b.select(0, 0))).containsExactly(2.5, 0, 0, 0, 3.5);
      b.copy_(Given.tensor(new long[] {1, 5}, 3, 0, 0, 0, 4));
      Tensor half = PerMember.same(2.5 / Math.sqrt(5), 2).tensor(Precision.FLOAT32, 2);
      new GroupLasso(By.INPUT).shrink(family.bias(), half, family.strengths());
      assertThat(Tensors.toDoubles(b.select(0, 1)))
          .containsExactly(new double[] {1.5, 0, 0, 0, 2}, within(1e-6));
    }
  }

  @Test
  void gradient_isLeftAlone() {
    Tensor gradient = Given.tensor(new long[] {1, 2, 2}, 1, 2, 3, 4);
    new GroupLasso(By.UNIT).addGradient(weight, gradient, strengths(1, 0.5));
    assertThat(Tensors.toDoubles(gradient)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void byUnits_onlyWhereUnitsAreTheGroups() {
    assertThat(new GroupLasso(By.UNIT).byUnits()).isTrue();
    assertThat(new GroupLasso(By.INPUT).byUnits()).isFalse();
    assertThat(new GroupLasso(By.LAYER).byUnits()).isFalse();
    assertThat(new GroupLasso(By.UNIT).elementwise()).isFalse();
  }

  @Test
  void of_readsTheGroups_unitsByDefault() {
    assertThat(GroupLasso.of(Given.settings("group-lasso(0.1)")).byUnits()).isTrue();
    GroupLasso inputs = GroupLasso.of(Given.settings("group-lasso(0.1, sparse=0.5, by=input)"));
    assertThat(Tensors.toDoubles(inputs.value(weight, strengths(1, 0))))
        .containsExactly(new double[] {Math.sqrt(2) * 7}, within(1e-14));
  }

  private static Family family(Map<String, Double> numbers) {
    Map<String, PerMember> same = new HashMap<>();
    numbers.forEach((name, value) -> same.put(name, PerMember.same(value, 2)));
    return Family.drawn(Precision.FLOAT32, List.of(5, 3), same, 2);
  }

  private static Weight kernel(double... numbers) {
    return Weight.kernel(Given.tensor(new long[] {1, 2, 2}, numbers));
  }

  private static Strengths strengths(double lambda, double sparse) {
    return Given.strengths(Map.of("lambda", PerMember.of(lambda), "sparse", PerMember.of(sparse)));
  }

  private double value(By by, double lambda, double sparse) {
    return Tensors.toDoubles(new GroupLasso(by).value(weight, strengths(lambda, sparse)))[0];
  }

  private static void shrink(By by, Weight weight, double pull, double lambda, double sparse) {
    Tensor pulls = PerMember.of(pull).tensor(Precision.FLOAT64, 3);
    new GroupLasso(by).shrink(weight, pulls, strengths(lambda, sparse));
  }

  private static double[] numbers(Weight weight) {
    return Tensors.toDoubles(weight.value());
  }
}
