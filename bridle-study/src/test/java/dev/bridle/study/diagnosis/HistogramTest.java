package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HistogramTest {
  @Test
  void of_wholeNumbersOfAShortRange_haveABinEach() {
    assertThat(Histogram.of(3, 1, 1, Double.NaN, 4, 1))
        .isEqualTo(new Histogram(0.5, 4.5, List.of(3, 0, 1, 1)));
  }

  @Test
  void of_fractions_haveFiveBinsAtLeast_theLastWithItsEnd() {
    // width 2: 0 to 2, ..., 8 to 10
    assertThat(Histogram.of(0, 1.5, 2, 9.5, 10))
        .isEqualTo(new Histogram(0, 10, List.of(2, 1, 0, 0, 2)));
  }

  @Test
  void of_oneValue_isOneBin() {
    assertThat(Histogram.of(0.5, 0.5)).isEqualTo(new Histogram(0.5, 0.5, List.of(2)));
  }

  @Test
  void of_extremes_doNotOverflow() {
    Histogram histogram = Histogram.of(-1.7e308, 0.5, 1.7e308);
    assertThat(histogram.counts()).containsExactly(1, 0, 1, 0, 1);
  }

  @Test
  void of_many_hasRootOfTheirNumber_upTo24() {
    assertThat(Histogram.of(Tables.normals(100, 1)).counts()).hasSize(10);
    Histogram many = Histogram.of(Tables.normals(5000, 1));
    assertThat(many.counts()).hasSize(24);
    assertThat(many.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(5000);
  }

  @Test
  void of_nothing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Histogram.of(Double.NaN))
        .withMessage("values = []: expected at least one number");
  }
}
