package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinkTest {
  private static final Task COLOURS = new Task.Classification(List.of("red", "green", "blue"));
  private static final Scaling NONE =
      Scaling.ofTargets(
          Dataset.classification(
              new float[] {1, 2}, new int[] {1}, new int[] {0, 1}, List.of("a", "b")));

  /** Sigmoids 1/2, 3/4 and 1/4 add up to 3/2. */
  @Test
  void sigmoid_isEachOnItsOwn_dividedByTheirSum() {
    Predictions said = sigmoid(0, Math.log(3), -Math.log(3));
    assertThat(said.get(0, 0)).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(said.get(0, 1)).isCloseTo(1.0 / 2, within(1e-15));
    assertThat(said.get(0, 2)).isCloseTo(1.0 / 6, within(1e-15));
    assertThat(said.label(0)).isEqualTo(1);
  }

  /** Sigmoids 4/5, 1/10 and 1/10 add up to 1, as those of a network that is right. */
  @Test
  void sigmoid_ofADistribution_isTheDistribution() {
    Predictions said = sigmoid(Math.log(4), -Math.log(9), -Math.log(9));
    assertThat(said.get(0, 0)).isCloseTo(0.8, within(1e-15));
    assertThat(said.get(0, 1)).isCloseTo(0.1, within(1e-15));
  }

  /** All sigmoids round to 0, or to 1. */
  @Test
  void sigmoid_extreme_isANumber() {
    Predictions low = sigmoid(-1000, -1000, -2000);
    assertThat(low.get(0, 0)).isEqualTo(0.5);
    assertThat(low.get(0, 2)).isEqualTo(0);
    Predictions high = sigmoid(1e300, 800, 900);
    assertThat(high.get(0, 1)).isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void of_isThatOfTheUsualLoss() {
    assertThat(Link.of(COLOURS)).isEqualTo(Link.SOFTMAX);
    assertThat(Link.of(new Task.Regression(List.of("y")))).isEqualTo(Link.IDENTITY);
    double[] same = {5, 5, 5};
    assertThat(Link.SOFTMAX.predictions(COLOURS, same, NONE).get(0, 2))
        .isCloseTo(1.0 / 3, within(1e-15));
  }

  private static Predictions sigmoid(double... outputs) {
    return Link.SIGMOID.predictions(COLOURS, outputs, NONE);
  }
}
