package dev.bridle.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WeightSpecTest {
  /** 5 units, each of which receives 3 numbers. */
  private static final WeightSpec DENSE = WeightSpec.kernel("dense1", List.of(5, 3), Initial.HE);

  /** 8 filters over 3 channels of 2 x 2 taps. */
  private static final WeightSpec FILTERS =
      WeightSpec.kernel("conv1", List.of(8, 3, 2, 2), Initial.HE);

  private static final WeightSpec BIAS = WeightSpec.vector("dense1", Role.BIAS, 5, Initial.ZERO);

  @Test
  void name_isLayerAndRole() {
    assertThat(DENSE.name()).isEqualTo("dense1.kernel");
    assertThat(BIAS.name()).isEqualTo("dense1.bias");
    assertThat(WeightSpec.vector("n", Role.SCALE, 1, Initial.ONE).name()).isEqualTo("n.scale");
    assertThat(WeightSpec.vector("n", Role.SHIFT, 1, Initial.ONE).name()).isEqualTo("n.shift");
  }

  @Test
  void size_isTheProductOfTheAxes() {
    assertThat(DENSE.size()).isEqualTo(15);
    assertThat(FILTERS.size()).isEqualTo(96);
    assertThat(BIAS.size()).isEqualTo(5);
  }

  @Test
  void fanIn_isWhatOneUnitReceives() {
    assertThat(DENSE.fanIn()).isEqualTo(3);
    assertThat(FILTERS.fanIn()).isEqualTo(12);
    assertThat(BIAS.fanIn()).isEqualTo(1);
  }

  @Test
  void fanOut_isWhatOneInputFeeds_timesTheTaps() {
    assertThat(DENSE.fanOut()).isEqualTo(5);
    assertThat(FILTERS.fanOut()).isEqualTo(32);
    assertThat(BIAS.fanOut()).isEqualTo(1);
  }

  @Test
  void shape_isACopy() {
    List<Integer> shape = new ArrayList<>(List.of(5, 3));
    WeightSpec spec = WeightSpec.kernel("dense1", shape, Initial.HE);
    shape.set(0, 9);
    assertThat(spec).isEqualTo(DENSE);
  }

  @Test
  void size_moreThanCanBeCounted_isRefused() {
    WeightSpec huge = WeightSpec.kernel("huge", List.of(1 << 20, 1 << 20), Initial.HE);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(huge::size);
  }
}
