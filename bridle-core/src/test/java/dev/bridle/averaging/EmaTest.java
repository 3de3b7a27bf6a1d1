package dev.bridle.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Progress;
import dev.bridle.tensor.PerMember;
import dev.bridle.testing.Given;
import org.junit.jupiter.api.Test;

final class EmaTest implements AveragingLaws {
  @Override
  public Averaging averaging() {
    return new Ema();
  }

  @Override
  public String number() {
    return "d";
  }

  @Override
  public double absence() {
    return 0;
  }

  /** d = 1/2, weights 8, 4, 1: (8/4 + 4/2 + 1) / (1/4 + 1/2 + 1) = 5 / 1.75 after three. */
  @Test
  void threeUpdates_areTheClosedForm() {
    double[] weights = {8, 4, 1};
    double[] means = {8, (8 * 0.5 + 4) / 1.5, 5 / 1.75};
    double mean = 1000; // whatever was there
    for (int t = 0; t < 3; t++) {
      double share = share(t + 1, 0.5);
      mean = mean + share * (weights[t] - mean);
      assertThat(mean).isCloseTo(means[t], within(1e-12));
    }
  }

  /** In the long run it is the share that Keras and PyTorch use from the first update on. */
  @Test
  void share_falls_towardsOneMinusD() {
    assertThat(share(1, 0.9)).isEqualTo(1);
    assertThat(share(2, 0.9)).isCloseTo(1 / 1.9, within(1e-15));
    assertThat(share(1000, 0.9)).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void statistics_areAveragedAlike_notRenewed() {
    assertThat(averaging().refreshesStatistics()).isFalse();
  }

  private double share(long update, double d) {
    return averaging()
        .share(new Progress(update, 10_000, 7), Given.strength("d", PerMember.of(d)), 0);
  }
}
