package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The numbers printed in scikit-learn 1.0's example "Statistical comparison of models using grid
 * search"; its p-values are one-sided, half of ours.
 */
final class ModelScoresTest {
  private static final double TEN_OF_NINETY = 10.0 / 90;
  private static final double PRINTED = 0.00051;

  private final JsonNode scores = Golden.file("model_scores.json");

  @Test
  void corrected_rbfAndLinear_asPrinted() {
    CorrectedT t = CorrectedT.of(differences("rbf", "linear"), TEN_OF_NINETY);
    assertThat(t.statistic()).isCloseTo(0.750, within(PRINTED));
    assertThat(t.p() / 2).isCloseTo(0.227, within(PRINTED));
  }

  @Test
  void paired_rbfAndLinear_asPrinted() {
    CorrectedT t = CorrectedT.paired(differences("rbf", "linear"));
    assertThat(t.statistic()).isCloseTo(2.611, within(PRINTED));
    assertThat(t.p() / 2).isCloseTo(0.005, within(PRINTED));
  }

  @ParameterizedTest
  @CsvSource({"0.50, 0.000977, 0.019023", "0.75, -0.005422, 0.025422", "0.95, -0.016445, 0.036445"})
  void interval_rbfAndLinear_asPrinted(double level, double low, double high) {
    Interval interval = CorrectedT.of(differences("rbf", "linear"), TEN_OF_NINETY).interval(level);
    assertThat(interval.low()).isCloseTo(low, within(5.1e-7));
    assertThat(interval.high()).isCloseTo(high, within(5.1e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "rbf, linear, 0.750, 1.000",
    "rbf, 3_poly, 1.657, 0.302",
    "rbf, 2_poly, 4.565, 0.000",
    "linear, 3_poly, 1.111, 0.807",
    "linear, 2_poly, 4.276, 0.000",
    "3_poly, 2_poly, 3.851, 0.001"
  })
  void corrected_allPairs_asPrintedWithBonferroni(
      String first, String second, double statistic, double p) {
    CorrectedT t = CorrectedT.of(differences(first, second), TEN_OF_NINETY);
    assertThat(t.statistic()).isCloseTo(statistic, within(PRINTED));
    assertThat(Math.min(1, 6 * t.p() / 2)).isCloseTo(p, within(PRINTED));
  }

  private PairedDifferences differences(String first, String second) {
    List<Double> scored = Golden.numbers(scores.get(first));
    return PairedDifferences.between(scored, Golden.numbers(scores.get(second)));
  }
}
