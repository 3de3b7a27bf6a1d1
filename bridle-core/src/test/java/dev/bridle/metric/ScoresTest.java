package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.data.Dataset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScoresTest {
  private static final Dataset TRUTH = Truth.classes(2, 0, 1);
  private static final Scores SCORES =
      Scores.of(new Predictions(TRUTH.task(), new double[] {0.5, 0.5, 0.75, 0.25}), TRUTH);

  @Test
  void of_hasAllMetricsOfTheTask_theHeadlineFirst() {
    assertThat(SCORES.byName().keySet())
        .containsExactlyElementsOf(Metric.of(TRUTH.task()).stream().map(Metric::name).toList());
    assertThat(SCORES.byName().keySet()).first().isEqualTo("accuracy");
    assertThat(SCORES.get(Metric.ACCURACY)).isEqualTo(0.5);
  }

  @Test
  void of_noRows_hasNone() {
    Dataset empty = Truth.classes(2);
    assertThat(Scores.of(new Predictions(empty.task(), new double[0]), empty).byName()).isEmpty();
  }

  @Test
  void get_metricOfAnotherTask_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCORES.get(Metric.RMSE))
        .withMessageStartingWith("metric \"rmse\": expected one of [accuracy, log-loss, ");
  }

  @Test
  void byName_cannotBeChanged() {
    Map<String, Double> byName = SCORES.byName();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> byName.put("accuracy", 1.0));
  }
}
