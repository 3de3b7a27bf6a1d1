package dev.bridle.dropout;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Regularizer;
import java.util.List;

/**
 * Monte-Carlo dropout: the trained network predicts with its masks and noise live, n times, and
 * says the mean of the probabilities, or of the numbers; how far the n are apart says how sure it
 * is.
 *
 * <p>For recipes with dropout, drop-connect excepted, or noise on activations; without any of them
 * all n are alike. Training is as without it. The masks of a prediction are a function of the row's
 * place among those that are predicted together, so that two evaluations of the same rows agree to
 * the bit ({@link dev.bridle.model.Sampling} has masks of one's own). n whole, at least 1, for each
 * member. Keras and PyTorch users call the model in training mode, which also changes its batch
 * normalisation; here that stays as it is. Gal and Ghahramani, ICML 2016, section 4.
 */
public record MonteCarlo() implements Regularizer {
  /** The name of its number. */
  public static final String PASSES = "n";

  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "monte-carlo",
          Kind.DROPOUT,
          "Predicts with dropout live, several times, and takes the mean.",
          "p = mean over n masks of the network's probabilities, or of its numbers",
          List.of(
              Parameter.number(
                      PASSES, "masks for each prediction", new Range(1, true, 10_000, true))
                  .wholeNumbers()
                  .spaced(Parameter.Spacing.LINEAR)),
          List.of(),
          "",
          Places.NONE,
          "Gal and Ghahramani, ICML 2016, section 4");
}
