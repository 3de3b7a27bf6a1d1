package dev.bridle.averaging;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.population.Progress;
import dev.bridle.population.Strengths;
import java.util.List;

/**
 * Exponential moving average of the weights, without the pull of the start: after update t it is \(
 * \bar w_t = \sum_{i=1}^t d^{t-i} w_i \,/\, \sum_{i=1}^t d^{t-i} \), by \( \bar w_t = \bar w_{t-1}
 * + \frac{1-d}{1-d^t} (w_t - \bar w_{t-1}) \).
 *
 * <p>Taken after projection, and put back into the constraint's set where that is not convex;
 * Keras's {@code use_ema} averages before, so that what it returns may violate the constraint.
 * Normalisation statistics are averaged alike. Keras and PyTorch's {@code get_ema_multi_avg_fn}
 * start from the initial weights, which with d = 0.999 still make up a third of the average after a
 * thousand updates; here they have no share. Metrics, early stopping and the result are those of
 * the average. d in [0, 1), {@code [K]}; 0 changes no bit. Polyak and Juditsky, SIAM J. Control and
 * Optimization 30, 1992; the correction as in Adam (Kingma and Ba, ICLR 2015, section 3).
 */
public final class Ema implements Averaging {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "ema",
          Kind.AVERAGING,
          "Keeps a moving average of the weights, which wanders less than the weights themselves.",
          "mean <- mean + (1 - d) / (1 - d^t) (w - mean) after update t; the result is the mean",
          List.of(Parameter.rate("d", "share of the mean that is kept in an update")),
          List.of(),
          "",
          Places.NONE,
          "Polyak and Juditsky, SIAM J. Control and Optimization 30, 1992");

  @Override
  public double share(Progress progress, Strengths strengths, int k) {
    double d = strengths.get("d").get(k);
    return (1 - d) / (1 - Math.pow(d, (double) progress.update()));
  }
}
