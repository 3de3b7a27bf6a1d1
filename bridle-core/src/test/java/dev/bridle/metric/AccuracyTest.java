package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccuracyTest {
  @Test
  void of_isTheShareOfRightRows() {
    Dataset truth = Truth.classes(3, 0, 1, 2, 2);
    // labels 0, 1, 0, 2
    double[] probabilities = {0.5, 0.3, 0.2, 0, 1, 0, 0.4, 0.3, 0.3, 0.1, 0.1, 0.8};
    assertThat(Metric.ACCURACY.of(new Predictions(truth.task(), probabilities), truth))
        .isEqualTo(0.75);
  }

  @Test
  void of_tie_countsForTheFirstClass() {
    double[] tie = {0.5, 0.5};
    Dataset first = Truth.classes(2, 0);
    Dataset second = Truth.classes(2, 1);
    assertThat(Metric.ACCURACY.of(new Predictions(first.task(), tie), first)).isEqualTo(1);
    assertThat(Metric.ACCURACY.of(new Predictions(second.task(), tie), second)).isZero();
  }

  @Test
  void name_andDirection() {
    assertThat(Metric.ACCURACY.name()).isEqualTo("accuracy");
    assertThat(Metric.ACCURACY.higherIsBetter()).isTrue();
  }

  /** Wrong answers, unexplained variance; log-loss falls by itself. */
  @Test
  void cost_fallsWhereTheMetricGetsBetter() {
    Dataset truth = Truth.classes(2, 0, 1, 1, 1);
    Predictions said =
        new Predictions(truth.task(), new double[] {0.75, 0.25, 0.75, 0.25, 0.25, 0.75, 0.5, 0.5});
    assertThat(Metric.cost(Metric.ACCURACY, said, truth)).isEqualTo(0.5);
    assertThat(Metric.cost(Metric.LOG_LOSS, said, truth))
        .isEqualTo(Metric.LOG_LOSS.of(said, truth));
    Dataset numbers = Truth.numbers(1, 1, 2, 3);
    Predictions mean = new Predictions(numbers.task(), new double[] {2, 2, 2});
    assertThat(Metric.cost(Metric.R2, mean, numbers)).isEqualTo(1);
    assertThat(Metric.cost(Metric.MAE, mean, numbers)).isEqualTo(Metric.MAE.of(mean, numbers));
  }

  @Test
  void of_aTask_headlineFirst_areaOnlyForTwoClasses() {
    List<Metric> ofClasses =
        List.of(
            Metric.ACCURACY,
            Metric.LOG_LOSS,
            Metric.BALANCED_ACCURACY,
            Metric.BRIER,
            Metric.CALIBRATION_ERROR);
    assertThat(Metric.of(Truth.classes(3, 0).task())).isEqualTo(ofClasses);
    assertThat(Metric.of(Truth.classes(2, 0).task()))
        .startsWith(Metric.ACCURACY)
        .containsAll(ofClasses)
        .contains(Metric.AUC);
    assertThat(Metric.of(Truth.numbers(1, 0).task()))
        .isEqualTo(List.of(Metric.RMSE, Metric.MAE, Metric.R2));
  }
}
