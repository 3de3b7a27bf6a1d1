package dev.bridle.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class WeightTest {
  private final Population population =
      Population.zeros(
          StateLayout.of(
              List.of(
                  WeightSpec.kernel("dense1", List.of(2, 3), Initial.HE),
                  WeightSpec.vector("dense1", Role.BIAS, 2, Initial.ZERO),
                  WeightSpec.kernel("conv1", List.of(4, 3, 2, 2), Initial.HE)),
              List.of(new StatisticSpec("dense1.kernel.initial-norm", 2, 0))),
          Precision.FLOAT64,
          2);

  @AfterEach
  void close() {
    population.close();
  }

  @Test
  void value_isAView_changingItChangesTheMember() {
    Weight kernel = population.weight("dense1.kernel");
    assertThat(Tensors.shape(kernel.value())).containsExactly(2, 2, 3);
    assertThat(kernel.members()).isEqualTo(2);
    kernel.value().select(0, 1).fill_(Tensors.constant(4));
    assertThat(population.row(1)).startsWith(4, 4, 4, 4, 4, 4, 0);
    assertThat(population.row(0)).containsOnly(0);
  }

  @Test
  void joined_weightsSideBySide_areOneVectorWithTheirPadding() {
    List<Weight> weights = population.weights(); // kernels first: dense1, conv1, then the bias
    try (Arena arena = new Arena()) {
      List<Weight> all = Weight.joined(weights, population.state(), arena);
      assertThat(all).extracting(w -> w.spec().size()).containsExactly(192);
      List<Weight> ends =
          Weight.joined(List.of(weights.get(2), weights.get(0)), population.state(), arena);
      assertThat(ends).extracting(w -> w.spec().size()).containsExactly(64, 64);
      ends.get(1).value().fill_(Tensors.constant(4));
      assertThat(Tensors.toDoubles(weights.get(2).value())).containsOnly(4);
      assertThat(Tensors.toDoubles(weights.get(0).value())).containsOnly(0);
    }
  }

  @Test
  void units_areAView_withTheirBiasesAndFirstNorms() {
    try (Arena arena = new Arena()) {
      Weight kernel = population.weight("dense1.kernel");
      Weight second = kernel.units(1, 2, population.state(), arena);
      assertThat(Tensors.shape(second.value())).containsExactly(2, 1, 3);
      assertThat(second.spec().name()).isEqualTo("dense1.kernel");
      second.value().fill_(Tensors.constant(5));
      second.bias().orElseThrow().value().fill_(Tensors.constant(6));
      second.initialNorm().orElseThrow().fill_(Tensors.constant(7));
      assertThat(Tensors.toDoubles(kernel.value().select(0, 1))).containsExactly(0, 0, 0, 5, 5, 5);
      assertThat(Tensors.toDoubles(kernel.bias().orElseThrow().value()))
          .containsExactly(0, 6, 0, 6);
      assertThat(Tensors.toDoubles(kernel.initialNorm().orElseThrow())).containsExactly(0, 7, 0, 7);
    }
  }

  @Test
  void axes_ofADenseKernel_areColumnsAndRows() {
    Weight kernel = population.weight("dense1.kernel");
    assertThat(kernel.incomingAxes()).containsExactly(2);
    assertThat(kernel.outgoingAxes()).containsExactly(1);
    assertThat(kernel.allAxes()).containsExactly(1, 2);
  }

  @Test
  void axes_ofFilters_areChannelsAndTaps() {
    Weight filters = population.weight("conv1.kernel");
    assertThat(filters.incomingAxes()).containsExactly(2, 3, 4);
    assertThat(filters.outgoingAxes()).containsExactly(1, 3, 4);
    assertThat(filters.allAxes()).containsExactly(1, 2, 3, 4);
  }

  /** One number is a unit's whole vector; there is no input axis, so one input is all of them. */
  @Test
  void axes_ofABias_areNoneAndAll() {
    Weight bias = population.weight("dense1.bias");
    assertThat(bias.incomingAxes()).isEmpty();
    assertThat(bias.outgoingAxes()).containsExactly(1);
    assertThat(bias.allAxes()).containsExactly(1);
  }

  @Test
  void partners_areKnownWhereThereAreSome() {
    Weight kernel = population.weight("dense1.kernel");
    assertThat(kernel.bias()).map(b -> b.spec().name()).contains("dense1.bias");
    assertThat(kernel.initialNorm()).map(n -> n.size(1)).contains(2L);
    assertThat(population.weight("conv1.kernel").bias()).isEmpty();
    assertThat(population.weight("conv1.kernel").initialNorm()).isEmpty();
    assertThat(population.weight("dense1.bias").bias()).isEmpty();
  }

  @Test
  void remembered_ofAnyWeight_isTheStatisticOfThatName() {
    WeightSpec bias = WeightSpec.vector("dense1", Role.BIAS, 2, Initial.ZERO);
    List<StatisticSpec> statistics = List.of(new StatisticSpec("dense1.bias.initial-norm", 2, 7));
    try (Population other =
        Population.zeros(StateLayout.of(List.of(bias), statistics), Precision.FLOAT64, 1)) {
      Weight weight = other.weight("dense1.bias");
      assertThat(weight.initialNorm()).isPresent();
      assertThat(Tensors.toDoubles(weight.remembered("initial-norm").orElseThrow()))
          .containsExactly(7, 7);
      assertThat(weight.remembered("singular-vector")).isEmpty();
    }
  }

  @Test
  void partOf_otherRows_isThePlaceOfThisWeight() {
    double[] numbers = new double[2 * 192];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    Tensor rows = Given.tensor(new long[] {2, 192}, numbers);
    // two kernels lie before, 64 numbers each with their padding
    assertThat(Tensors.toDoubles(population.weight("dense1.bias").partOf(rows)))
        .containsExactly(128, 129, 320, 321);
    assertThat(Tensors.toDoubles(population.weight("dense1.kernel").partOf(rows)))
        .containsExactly(0, 1, 2, 3, 4, 5, 192, 193, 194, 195, 196, 197);
  }

  @Test
  void partOf_rowsThatStartElsewhere_countsFromTheirStart() {
    Tensor wider = Given.tensor(new long[] {1, 130}, new double[130]);
    wider.narrow(1, 66, 64).fill_(Tensors.constant(1));
    Tensor rows = wider.narrow(1, 66, 64);
    assertThat(Tensors.toDoubles(population.weight("dense1.kernel").partOf(rows))).containsOnly(1);
  }

  @Test
  void withValue_keepsTheDeclaration() {
    Weight kernel = population.weight("dense1.kernel");
    Tensor other = Given.tensor(new long[] {1, 2, 3}, 1, 2, 3, 4, 5, 6);
    Weight changed = kernel.withValue(other);
    assertThat(changed.value()).isSameAs(other);
    assertThat(changed.spec()).isEqualTo(kernel.spec());
    assertThat(changed.bias()).isEqualTo(kernel.bias());
  }

  @Test
  void kernel_byItself_takesItsShapeFromTheTensor() {
    Weight kernel = Weight.kernel(Given.tensor(new long[] {1, 2, 3}, 1, 2, 3, 4, 5, 6));
    assertThat(kernel.spec().shape()).containsExactly(2, 3);
    assertThat(kernel.incomingAxes()).containsExactly(2);
  }

  @Test
  void toString_isNameAndShape() {
    assertThat(population.weight("dense1.kernel")).hasToString("dense1.kernel [2][2, 3]");
  }
}
