package dev.bridle.metric;

import dev.bridle.data.Dataset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The metrics of one part of the data, by name, the headline first.
 *
 * @param byName {@code accuracy -> 0.91}
 */
public record Scores(Map<String, Double> byName) {
  /** Keeps the order. */
  public Scores {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** All metrics of the task for predictions of the rows of {@code truth}; none for no rows. */
  public static Scores of(Predictions predictions, Dataset truth) {
    Map<String, Double> scores = new LinkedHashMap<>();
    if (truth.size() > 0) {
      for (Metric metric : Metric.of(truth.task())) {
        scores.put(metric.name(), metric.of(predictions, truth));
      }
    }
    return new Scores(scores);
  }

  /** The number of a metric. */
  public double get(Metric metric) {
    Double value = byName.get(metric.name());
    if (value == null) {
      throw new IllegalArgumentException(
          "metric \"" + metric.name() + "\": expected one of " + byName.keySet());
    }
    return value;
  }
}
