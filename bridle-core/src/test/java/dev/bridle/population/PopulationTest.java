package dev.bridle.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.InScope;
import dev.bridle.testing.Natives;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class PopulationTest {
  private static final StateLayout LAYOUT =
      StateLayout.of(
          List.of(
              WeightSpec.kernel("dense1", List.of(5, 3), Initial.HE),
              WeightSpec.vector("dense1", Role.BIAS, 5, Initial.ZERO),
              WeightSpec.vector("norm", Role.SCALE, 5, Initial.ONE)),
          List.of(new StatisticSpec("norm.running-variance", 5, 1)));

  private static final List<Key> KEYS = List.of(Key.of(1), Key.of(2), Key.of(1));

  @Test
  void zeros_weightsAre0_statisticsHaveTheirFirstValue() {
    try (Population zeros = Population.zeros(LAYOUT, Precision.FLOAT32, 2)) {
      assertThat(zeros.members()).isEqualTo(2);
      assertThat(Tensors.toDoubles(zeros.trained())).containsOnly(0);
      assertThat(Tensors.toDoubles(zeros.statistic("norm.running-variance"))).containsOnly(1);
      assertThat(Tensors.shape(zeros.state())).containsExactly(2, 256);
      assertThat(Tensors.shape(zeros.trained())).containsExactly(2, 192);
    }
  }

  @Test
  void initial_isAFunctionOfTheReplicate() {
    try (Population population = Population.initial(LAYOUT, Precision.FLOAT32, KEYS);
        Population other = Population.initial(LAYOUT, Precision.FLOAT32, List.of(Key.of(2)))) {
      assertThat(population.row(0)).isEqualTo(population.row(2));
      assertThat(population.row(0)).isNotEqualTo(population.row(1));
      assertThat(other.row(0)).isEqualTo(population.row(1));
    }
  }

  @Test
  void initial_weightsAreThoseOfTheirSpecs() {
    try (Population population = Population.initial(LAYOUT, Precision.FLOAT32, KEYS)) {
      double[] kernel = Tensors.toDoubles(population.weight("dense1.kernel").value());
      assertThat(kernel).doesNotContain(0);
      assertThat(Tensors.toDoubles(population.weight("dense1.bias").value())).containsOnly(0);
      assertThat(Tensors.toDoubles(population.weight("norm.scale").value())).containsOnly(1);
    }
  }

  /** A layer's first values do not depend on what else is in the network. */
  @Test
  void initial_otherLayers_changeNothing() {
    StateLayout more =
        StateLayout.of(
            List.of(
                WeightSpec.kernel("dense0", List.of(2, 2), Initial.HE),
                WeightSpec.kernel("dense1", List.of(5, 3), Initial.HE)),
            List.of());
    try (Population plain = Population.initial(LAYOUT, Precision.FLOAT32, KEYS);
        Population deeper = Population.initial(more, Precision.FLOAT32, KEYS)) {
      assertThat(Tensors.toDoubles(deeper.weight("dense1.kernel").value()))
          .isEqualTo(Tensors.toDoubles(plain.weight("dense1.kernel").value()));
    }
  }

  @Test
  void initial_inDouble_isThatInSingle() {
    try (Population single = Population.initial(LAYOUT, Precision.FLOAT32, KEYS);
        Population wide = Population.initial(LAYOUT, Precision.FLOAT64, KEYS)) {
      assertThat(wide.row(1)).isEqualTo(single.row(1));
      assertThat(wide.precision()).isEqualTo(Precision.FLOAT64);
    }
  }

  @Test
  void select_copiesMembers_inTheOrderGiven() {
    try (Population all = Population.initial(LAYOUT, Precision.FLOAT32, KEYS);
        Population some = all.select(1, 0)) {
      assertThat(some.members()).isEqualTo(2);
      assertThat(some.row(0)).isEqualTo(all.row(1));
      assertThat(some.row(1)).isEqualTo(all.row(0)).isNotEqualTo(all.row(1));
      double[] before = all.row(1);
      some.state().zero_();
      assertThat(all.row(1)).isEqualTo(before);
    }
  }

  @Test
  void copyRow_copiesStatisticsToo() {
    try (Population from = Population.initial(LAYOUT, Precision.FLOAT32, KEYS);
        Population to = Population.zeros(LAYOUT, Precision.FLOAT32, 2)) {
      from.statistic("norm.running-variance").fill_(Tensors.constant(3));
      to.copyRow(1, from, 0);
      assertThat(to.row(1)).isEqualTo(from.row(0));
      assertThat(to.row(0)).doesNotContain(3);
    }
  }

  @Test
  void setRow_writesFromAPositionOn() {
    try (Population population = Population.zeros(LAYOUT, Precision.FLOAT64, 2)) {
      population.setRow(1, new double[] {8, 9}, 3);
      assertThat(Arrays.copyOf(population.row(1), 6)).containsExactly(0, 0, 0, 8, 9, 0);
      assertThat(Arrays.copyOf(population.row(0), 6)).containsOnly(0);
    }
  }

  @Test
  void unknownNames_areAnsweredWithThoseThereAre() {
    try (Population population = Population.zeros(LAYOUT, Precision.FLOAT32, 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> population.weight("dense2.kernel"))
          .withMessage(
              "weight \"dense2.kernel\": expected one of [dense1.kernel [1][5, 3],"
                  + " dense1.bias [1][5], norm.scale [1][5]]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> population.statistic("mean"))
          .withMessage("statistic \"mean\": expected one of [norm.running-variance]");
    }
  }

  @Test
  void close_leavesNothingBehind() {
    Natives.assertFlat(
        () -> {
          try (Scope scope = Scope.open();
              Population population = Population.initial(LAYOUT, Precision.FLOAT32, KEYS);
              Population some = population.select(1)) {
            assertThat(some.members()).isEqualTo(1);
          }
        });
  }
}
