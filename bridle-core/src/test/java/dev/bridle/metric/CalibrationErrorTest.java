package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.metric.CalibrationError.Bin;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalibrationErrorTest {
  private static final Dataset TRUTH = Truth.classes(2, 0, 0, 0, 1);

  /** Confidence 0.75 of which half is right, 0.95 of which all is: 0.25 and 0.05, half each. */
  private static final double[] PREDICTED = {0.75, 0.25, 0.25, 0.75, 0.95, 0.05, 0.05, 0.95};

  @Test
  void of_isTheGapBetweenConfidenceAndAccuracy() {
    assertThat(of(TRUTH, PREDICTED)).isCloseTo(0.15, within(1e-15));
  }

  @Test
  void bins_holdWhereThereAreRows_byConfidence() {
    List<Bin> bins = CalibrationError.bins(new Predictions(TRUTH.task(), PREDICTED), TRUTH);
    assertThat(bins).hasSize(2);
    assertThat(bins.get(0)).isEqualTo(new Bin(0.75, 0.5, 2));
    assertThat(bins.get(1)).isEqualTo(new Bin(0.95, 1, 2));
  }

  @Test
  void of_sureAndRight_is0_sureAndWrong_is1() {
    assertThat(of(Truth.classes(2, 0), 1, 0)).isZero();
    assertThat(of(Truth.classes(2, 0), 0, 1)).isEqualTo(1);
  }

  @Test
  void name_andDirection() {
    assertThat(Metric.CALIBRATION_ERROR.name()).isEqualTo("calibration-error");
    assertThat(Metric.CALIBRATION_ERROR.higherIsBetter()).isFalse();
  }

  private static double of(Dataset truth, double... predicted) {
    return Metric.CALIBRATION_ERROR.of(new Predictions(truth.task(), predicted), truth);
  }
}
