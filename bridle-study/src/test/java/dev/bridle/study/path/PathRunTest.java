package dev.bridle.study.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.population.Initial;
import dev.bridle.population.WeightSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PathRunTest {
  @Test
  void alive_areInputsWithAnyWeight() {
    WeightSpec dense = WeightSpec.kernel("dense1", List.of(2, 3), Initial.HE);
    assertThat(PathRun.alive(dense, new double[] {0, 1, 0, 0, 0, -2})).isEqualTo(2);
    assertThat(PathRun.alive(dense, new double[6])).isZero();
  }

  @Test
  void alive_ofAConvolution_areChannels() {
    WeightSpec kernel = WeightSpec.kernel("conv1", List.of(2, 3, 1, 2), Initial.HE);
    double[] values = new double[12]; // unit, channel, row, column
    values[5] = 1; // unit 0, channel 2
    values[10] = 1; // unit 1, channel 2
    assertThat(PathRun.alive(kernel, values)).isEqualTo(1);
    values[6] = -0.0;
    values[7] = 3; // unit 1, channel 0
    assertThat(PathRun.alive(kernel, values)).isEqualTo(2);
  }
}
