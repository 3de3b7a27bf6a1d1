package dev.bridle.study.statistics;

import dev.bridle.tensor.Key;
import java.util.Arrays;

/** The question a study answers: what its replicates vary, and so what its verdicts are about. */
public enum Claim {
  /** Splits and seeds vary together: {@link CorrectedT}, since splits share rows. */
  SAMPLES("samples", "for new samples of this size from the same source"),
  /** Seeds alone vary: {@link SignFlip}, with {@link BcaBootstrap} intervals. */
  SEEDS("seeds", "on this data and this split, over the randomness of training"),
  /** Each replicate draws its own rows, so replicates are independent: the plain paired t-test. */
  FRESH("fresh", "on fresh data from this generator");

  private final String word;
  private final String scope;

  Claim(String word, String scope) {
    this.word = word;
    this.scope = scope;
  }

  /**
   * The claim with this word.
   *
   * @throws IllegalArgumentException if there is none, with the words there are
   */
  public static Claim of(String word) {
    return Arrays.stream(values())
        .filter(claim -> claim.word.equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  private static IllegalArgumentException unknown(String word) {
    return Words.unknown("claim", word, Arrays.stream(values()).map(Claim::word).toList());
  }

  /** The word on the command line: {@code samples}, {@code seeds} or {@code fresh}. */
  public String word() {
    return word;
  }

  /** Where a verdict holds, as the end of a sentence: "l2 is better ...". */
  public String scope() {
    return scope;
  }

  /** The p-value of {@code differences} under this claim. */
  double p(PairedDifferences differences, double scorePerTrain, Key key) {
    return this == SEEDS
        ? SignFlip.of(differences, key.at("sign-flip")).p()
        : CorrectedT.of(differences, scorePerTrain).p();
  }

  /** The mean of {@code differences} with its interval under this claim. */
  MeanInterval interval(
      PairedDifferences differences, double level, double scorePerTrain, Key key) {
    Interval interval =
        this == SEEDS
            ? BcaBootstrap.of(differences, key.at("bootstrap")).interval(level)
            : CorrectedT.of(differences, scorePerTrain).interval(level);
    return new MeanInterval(differences.mean(), interval);
  }
}
