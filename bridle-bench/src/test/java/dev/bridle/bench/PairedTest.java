package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PairedTest {
  @Test
  void of_noiseThatHitsBoth_leavesTheRatio() {
    double[] plain = {10, 30, 20};
    double[] other = {15, 45, 30};
    assertThat(Paired.of(plain, other).ratio()).isEqualTo(new Spread(1.5, 1.5, 1.5));
  }

  @Test
  void of_isTheMedianOfRatios_notTheRatioOfMedians() {
    double[] plain = {1, 2, 3};
    double[] other = {6, 4, 3}; // ratios 6, 2, 1; medians 4 and 2
    Paired paired = Paired.of(plain, other);
    assertThat(paired.ratio().median()).isEqualTo(2);
    assertThat(paired.first()).isEqualTo(new Spread(2, 1, 3));
  }

  @Test
  void of_unequalCounts_isRefused() {
    assertThatThrownBy(() -> Paired.of(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 measurements: expected 2, one for each of the first");
  }

  @Test
  void measure_realTrainings_givesARatio() {
    Workload tiny = Workload.named("tiny");
    Subject plain = new Subject(tiny, "momentum(0.01)", Samples.none(1), 1);
    Subject other = new Subject(tiny, "momentum(0.01)", Samples.of("l2", 1), 1);
    Spread ratio = new PairTimer(plain, other, 1e-3).measure().ratio();
    assertThat(ratio.low()).isPositive();
    assertThat(ratio.median()).isBetween(ratio.low(), ratio.high());
  }
}
