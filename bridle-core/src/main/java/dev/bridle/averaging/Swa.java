package dev.bridle.averaging;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Parameter.Spacing;
import dev.bridle.declaration.Range;
import dev.bridle.population.Progress;
import dev.bridle.population.Strengths;
import java.util.List;

/**
 * Stochastic weight averaging: the plain mean of the weights at the ends of all epochs from a share
 * of the training on, \( \bar w = \frac1n \sum_i w_i \).
 *
 * <p>Before that, and with {@code swa(1)} for the whole training, the result is the weights
 * themselves. Normalisation statistics do not fit averaged weights: they are taken anew by a pass
 * over the training rows, nothing random live, whenever the average is judged or kept (PyTorch
 * leaves that to {@code update_bn}, which is easily forgotten). Taken after projection. The
 * learning rate is the plan's; the source's constant or cyclical one is a schedule there. A start
 * in [0, 1], {@code [K]}; 1 changes no bit. Izmailov et al., UAI 2018, algorithm 1.
 */
public final class Swa implements Averaging {
  private static final double USUAL_START = 0.75;

  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "swa",
          Kind.AVERAGING,
          "Averages the weights at the ends of the last epochs, towards the middle of a flat minimum.",
          "mean of the weights at the end of each epoch from a share start of the updates on; the"
              + " result is the mean",
          List.of(
              Parameter.number(
                      "start", "share of the training after which it starts", Range.closed(0, 1))
                  .withFallback(USUAL_START)
                  .absentAt(1)
                  .spaced(Spacing.LINEAR)),
          List.of(),
          "",
          Places.NONE,
          "Izmailov et al., UAI 2018, algorithm 1");

  @Override
  public double share(Progress progress, Strengths strengths, int k) {
    if (!progress.endsEpoch()) {
      return 0;
    }
    double from = strengths.get("start").get(k) * progress.updates();
    long first = Math.max(1, (long) Math.ceil(from / progress.updatesPerEpoch()));
    long last = (progress.updates() + progress.updatesPerEpoch() - 1L) / progress.updatesPerEpoch();
    long epoch = (progress.update() + progress.updatesPerEpoch() - 1) / progress.updatesPerEpoch();
    long averaged = epoch - Math.min(first, last) + 1;
    return 1.0 / Math.max(1, averaged);
  }

  @Override
  public boolean refreshesStatistics() {
    return true;
  }
}
