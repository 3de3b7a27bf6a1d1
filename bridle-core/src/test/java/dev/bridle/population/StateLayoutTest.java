package dev.bridle.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StateLayoutTest {
  private static final WeightSpec KERNEL_1 = kernel("dense1", 5, 3);
  private static final WeightSpec BIAS_1 = vector("dense1", Role.BIAS, 5);
  private static final WeightSpec SCALE = vector("dense1/batch-norm", Role.SCALE, 5);
  private static final WeightSpec KERNEL_2 = kernel("dense2", 2, 5);
  private static final WeightSpec BIAS_2 = vector("dense2", Role.BIAS, 2);
  private static final StatisticSpec MEAN = new StatisticSpec("mean", 5, 0);
  private static final StatisticSpec VARIANCE = new StatisticSpec("variance", 5, 1);

  private static final StateLayout LAYOUT =
      StateLayout.of(List.of(KERNEL_1, BIAS_1, SCALE, KERNEL_2, BIAS_2), List.of(MEAN, VARIANCE));

  @Test
  void weights_kernelsFirst_thenTheOthers_inTheOrderGiven() {
    assertThat(LAYOUT.weights()).containsExactly(KERNEL_1, KERNEL_2, BIAS_1, SCALE, BIAS_2);
  }

  @Test
  void offset_weightsStartAtMultiplesOf64() {
    assertThat(List.of(0, 1, 2, 3, 4))
        .extracting(LAYOUT::offset)
        .containsExactly(0, 64, 128, 192, 256);
    assertThat(LAYOUT.parameters()).isEqualTo(37);
  }

  @Test
  void trained_isPaddedToMultiplesOf64() {
    assertThat(LAYOUT.trained()).isEqualTo(320);
    assertThat(trainedOf(64)).isEqualTo(64);
    assertThat(trainedOf(65)).isEqualTo(128);
    assertThat(StateLayout.of(List.of(), List.of()).trained()).isZero();
  }

  @Test
  void statistics_lieBehindThePadding() {
    assertThat(LAYOUT.statistics()).containsExactly(MEAN, VARIANCE);
    assertThat(LAYOUT.statisticOffset(0)).isEqualTo(320);
    assertThat(LAYOUT.statisticOffset(1)).isEqualTo(325);
    assertThat(LAYOUT.total()).isEqualTo(384);
  }

  @Test
  void of_moreThanCanBeCounted_isRefused() {
    WeightSpec huge = kernel("huge", 40_000, 50_000);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> StateLayout.of(List.of(huge, huge), List.of()));
  }

  private static int trainedOf(int units) {
    return StateLayout.of(List.of(vector("layer", Role.BIAS, units)), List.of()).trained();
  }

  private static WeightSpec kernel(String layer, int units, int inputs) {
    return WeightSpec.kernel(layer, List.of(units, inputs), Initial.HE);
  }

  private static WeightSpec vector(String layer, Role role, int units) {
    return WeightSpec.vector(layer, role, units, Initial.ZERO);
  }
}
