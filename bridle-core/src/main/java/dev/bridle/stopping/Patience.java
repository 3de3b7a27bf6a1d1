package dev.bridle.stopping;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the patience of early stopping is counted in: epochs, or one of the three measures of
 * Prechelt, <em>Automatic early stopping using cross validation</em>, Neural Networks 11, 1998.
 *
 * <p>With \( E(t) \) the validation loss after epoch \( t \), counted from 1, \( E_{opt} \) that of
 * the best epoch so far, \( E_{tr} \) the training loss, and strips of \( k \) epochs that end at
 * multiples of \( k \):
 *
 * <ul>
 *   <li>generalization loss in percent, \( GL(t) = 100\, (E(t) / E_{opt} - 1) \);
 *   <li>progress of training in parts of a thousand over the last strip, \( P_k(t) = 1000\,
 *       (\mathrm{mean}\, E_{tr} / \min E_{tr} - 1) \).
 * </ul>
 *
 * <p>A loss that is not a number counts as infinite.
 */
public enum Patience {
  /** Stops after so many epochs without a better one: {@code early-stopping(10)}. */
  EPOCHS,
  /** Stops after the first epoch with \( GL(t) > \alpha \): {@code early-stopping(gl(5))}. */
  GENERALIZATION_LOSS,
  /**
   * Stops at the first end of a strip with \( GL(t) / P_k(t) > \alpha \), without any progress at
   * the first loss of generalization: {@code early-stopping(pq(0.75), strip=5)}.
   */
  PROGRESS_QUOTIENT,
  /**
   * Stops when the loss at the end of a strip was above that at the end of the strip before, \(
   * E(t) > E(t - k) \), for so many strips one after the other: {@code early-stopping(up(3),
   * strip=5)}.
   */
  RISING_STRIPS;

  /** As written around the number: {@code gl}, {@code pq}, {@code up}, or nothing. */
  static Patience of(String scale) {
    return switch (scale) {
      case "" -> EPOCHS;
      case "gl" -> GENERALIZATION_LOSS;
      case "pq" -> PROGRESS_QUOTIENT;
      case "up" -> RISING_STRIPS;
      default ->
          throw new IllegalArgumentException(
              "patience \"" + scale + "\": expected a number, gl, pq or up");
    };
  }

  /**
   * Whether it is over after the last epoch.
   *
   * @param losses of all epochs so far, none of them NaN
   * @param best the best epoch, counted from 0
   * @param limit how much is borne
   * @param strip how many epochs a strip has; infinity for a strip without end
   */
  boolean isOver(Losses losses, int best, double limit, double strip) {
    return switch (this) {
      case EPOCHS -> losses.epochs() - 1 - best >= limit;
      case GENERALIZATION_LOSS -> generalizationLoss(losses.validation(), best) > limit;
      case PROGRESS_QUOTIENT ->
          endsStrip(losses.epochs(), strip)
              && generalizationLoss(losses.validation(), best)
                  > limit * progress(losses.training(), (int) strip);
      case RISING_STRIPS ->
          endsStrip(losses.epochs(), strip) && risesFor(losses.validation(), limit, (int) strip);
    };
  }

  private static boolean endsStrip(int epochs, double strip) {
    return epochs % strip == 0;
  }

  private static double generalizationLoss(List<Double> validation, int best) {
    double last = validation.get(validation.size() - 1);
    double lowest = validation.get(best);
    // the same for positive losses, defined where both are 0 or infinite
    return last == lowest ? 0 : 100 * (last - lowest) / Math.abs(lowest);
  }

  private static double progress(List<Double> training, int strip) {
    List<Double> last = training.subList(training.size() - strip, training.size());
    double mean = last.stream().mapToDouble(Double::doubleValue).sum() / strip;
    double lowest = last.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    return mean == lowest ? 0 : 1000 * (mean / lowest - 1);
  }

  private static boolean risesFor(List<Double> validation, double strips, int strip) {
    int last = validation.size() - 1;
    return (strips + 1) * strip <= validation.size()
        && IntStream.range(0, (int) strips)
            .map(i -> last - i * strip)
            .allMatch(t -> validation.get(t) > validation.get(t - strip));
  }
}
