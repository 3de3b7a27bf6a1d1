package dev.bridle.stopping;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import java.util.List;
import java.util.Map;

/**
 * Early stopping: training ends when the validation loss has not fallen by more than {@code
 * min-delta} below its best for {@code patience} epochs, and the best weights are the result at
 * <em>any</em> end, running statistics included.
 *
 * <p>Keras restores them only if asked to and only if it stopped; Deeplearning4j and DJL have
 * stopped on rising accuracy. The loss is that of the validation part, without penalties, at the
 * end of each epoch, and needs no direction. An infinite patience never stops, and still restores
 * the best. Each member has its own verdict. Prechelt 1998; Morgan and Bourlard, NeurIPS 1989.
 */
public final class EarlyStopping implements StoppingRule {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "early-stopping",
          Kind.STOPPING,
          "Stops when the validation loss no longer falls, and goes back to the best weights.",
          "stop after patience epochs without validation loss < best - min-delta; result: best weights",
          List.of(
              Parameter.number(
                      "patience",
                      "epochs without improvement that are borne",
                      new Range(1, true, Double.POSITIVE_INFINITY, true))
                  .wholeNumbers(),
              Parameter.number(
                      "min-delta", "smallest fall of the loss that counts", Range.atLeast(0))
                  .withFallback(0)),
          List.of(),
          "",
          Places.NONE,
          "Morgan and Bourlard, NeurIPS 1989; Prechelt, Neural Networks 11, 1998");

  @Override
  public Verdict judge(List<Double> losses, Map<String, Double> numbers) {
    double minDelta = numbers.getOrDefault("min-delta", 0.0);
    int best = 0;
    for (int epoch = 1; epoch < losses.size(); epoch++) {
      if (improves(losses.get(epoch), losses.get(best), minDelta)) {
        best = epoch;
      }
    }
    int waited = losses.size() - 1 - best;
    return new Verdict(waited >= numbers.getOrDefault("patience", Double.POSITIVE_INFINITY), best);
  }

  /** Any number is better than none. */
  private static boolean improves(double loss, double best, double minDelta) {
    return loss < best - minDelta || (Double.isNaN(best) && !Double.isNaN(loss));
  }
}
