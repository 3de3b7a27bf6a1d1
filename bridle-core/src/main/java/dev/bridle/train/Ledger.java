package dev.bridle.train;

import java.util.List;

/**
 * What each penalty of a recipe amounts to on the final weights, apart from the data loss.
 *
 * @param lines one for each penalty and weight
 */
public record Ledger(List<Line> lines) {
  /** Copies the lines. */
  public Ledger {
    lines = List.copyOf(lines);
  }

  /**
   * One penalty on one weight.
   *
   * @param penalty its name: {@code l2}
   * @param weight the weight's name: {@code dense1.kernel}
   * @param value what it adds to the loss
   */
  public record Line(String penalty, String weight, double value) {}

  /** All penalties together. */
  public double total() {
    return lines.stream().mapToDouble(Line::value).sum();
  }

  /** All of one penalty. */
  public double of(String penalty) {
    return lines.stream().filter(l -> l.penalty().equals(penalty)).mapToDouble(Line::value).sum();
  }
}
