package dev.bridle.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.train.History;
import dev.bridle.train.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UnitResultTest {
  private static final UnitKey KEY = new UnitKey("select", "none", 0);

  @Test
  void metrics_areCopiedAndSorted() {
    Map<String, Map<String, Double>> metrics = new HashMap<>();
    metrics.put("train", Map.of("log-loss", 1.0, "accuracy", 0.5));
    metrics.put("score", Map.of("accuracy", 0.25));
    metrics.put("empty", Map.of());
    UnitResult result = result(metrics, 0, 0, 0);
    metrics.clear();
    assertThat(result.metrics()).containsOnlyKeys("score", "train");
    assertThat(result.metrics().get("train").keySet()).containsExactly("accuracy", "log-loss");
  }

  @Test
  void zeros_loseTheirSign() {
    UnitResult minus = result(Map.of("score", Map.of("r2", -0.0)), -0.0, -0.0, -0.0);
    assertThat(minus).isEqualTo(result(Map.of("score", Map.of("r2", 0.0)), 0, 0, 0));
  }

  @Test
  void ranges_areChecked() {
    refused(1.5, 0, 0, "zeroFraction = 1.5: expected NaN or a number in [0.0, 1.0]");
    refused(0, -1, 0, "weightNorm = -1.0: expected NaN or a number in [0.0, Infinity]");
    refused(0, 0, -1, "seconds = -1.0: expected a finite number >= 0");
    refused(0, 0, Double.NaN, "seconds = NaN: expected a finite number >= 0");
  }

  @Test
  void sameApartFromTime_looksAtAllButSeconds() {
    UnitResult one = result(Map.of("score", Map.of("accuracy", Double.NaN)), 0, 0, 1);
    assertThat(one.sameApartFromTime(one.withSeconds(2))).isTrue();
    assertThat(one.sameApartFromTime(result(Map.of(), 0, 0, 1))).isFalse();
  }

  private static void refused(double zeros, double norm, double seconds, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> result(Map.of(), zeros, norm, seconds))
        .withMessage(message);
  }

  private static UnitResult result(
      Map<String, Map<String, Double>> metrics, double zeros, double norm, double seconds) {
    return new UnitResult(
        KEY,
        new Outcome.Completed(10),
        metrics,
        new History(List.of(), List.of()),
        List.of(),
        zeros,
        norm,
        seconds,
        Optional.empty(),
        Optional.empty());
  }
}
