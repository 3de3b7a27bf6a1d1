package dev.bridle.diagnostic;

import java.util.List;

/**
 * How a network takes small changes of its inputs.
 *
 * @param part whose rows: {@code test}, or {@code validation} where there are none
 * @param metric the headline metric of the task, by name
 * @param higherIsBetter its direction
 * @param noise standard deviations of the normal noise that is added to each input, in units of
 *     that feature's own on the training rows; the first is 0
 * @param scores the metric at each of them
 * @param inputGradient mean norm of the gradient of a row's loss by its inputs, in the same units:
 *     how fast the loss grows in the worst direction
 */
public record Robustness(
    String part,
    String metric,
    boolean higherIsBetter,
    List<Double> noise,
    List<Double> scores,
    double inputGradient) {
  /** Copies the lists. */
  public Robustness {
    noise = List.copyOf(noise);
    scores = List.copyOf(scores);
    if (noise.size() != scores.size()) {
      throw new IllegalArgumentException(
          "scores: " + scores.size() + " numbers, expected " + noise.size());
    }
  }

  /** By how much the score is worse under noise of the given place than without. */
  public double loss(int place) {
    double difference = scores.get(0) - scores.get(place);
    return higherIsBetter ? difference : 0.0 - difference;
  }
}
