package dev.bridle.study.result;

import dev.bridle.study.result.StudyReport.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * One arm of a study: the baseline, or a family with the strength that was chosen for it.
 *
 * @param family the family as written, strengths to try included: {@code dropout(0.1, 0.3, 0.5)}
 * @param name its names without strengths: {@code dropout + max-norm}
 * @param chosen the recipe that went to the second phase
 * @param verdict {@code better}, {@code worse}, {@code no-practical-difference}, {@code
 *     negligible}, {@code undecided}, {@code baseline} or {@code failed}
 * @param score the headline metric on the scoring rows; empty if every run failed
 * @param trainScore the headline metric on the training rows, mean
 * @param validationScore the headline metric on the stopping rows, mean
 * @param gap train minus score, in the direction in which a positive gap is overfitting
 * @param logLoss of the scoring rows, mean; empty for a regression
 * @param calibrationError expected calibration error on the scoring rows, mean; empty for a
 *     regression
 * @param versus the comparison with the baseline; empty for the baseline and where all runs failed
 * @param outlook what would decide an undecided comparison, a sentence; else empty text
 * @param scores the headline metric of each confirming replicate, in order; empty for failed runs
 * @param differences score minus the baseline's, by replicate
 * @param strengths what the first phase saw of each strength
 * @param curves losses over the epochs of the confirming runs
 * @param reliability predicted probability against share of right answers; empty for a regression
 * @param trials how many members were trained for it, both phases together
 * @param failed how many of them failed
 * @param zeroFraction share of weights that are exactly 0, mean
 * @param weightNorm Euclidean norm of all weights, mean
 * @param seconds spent on it
 */
public record ArmReport(
    String family,
    String name,
    String chosen,
    String verdict,
    Optional<Estimate> score,
    Optional<Double> trainScore,
    Optional<Double> validationScore,
    Optional<Double> gap,
    Optional<Double> logLoss,
    Optional<Double> calibrationError,
    Optional<Versus> versus,
    String outlook,
    List<Optional<Double>> scores,
    List<Optional<Double>> differences,
    List<Strength> strengths,
    Optional<Curves> curves,
    List<Bin> reliability,
    int trials,
    int failed,
    Optional<Double> zeroFraction,
    Optional<Double> weightNorm,
    double seconds) {

  /** Copies the lists. */
  public ArmReport {
    scores = List.copyOf(scores);
    differences = List.copyOf(differences);
    strengths = List.copyOf(strengths);
    reliability = List.copyOf(reliability);
  }

  /** Whether it is what all others are compared with. */
  public boolean isBaseline() {
    return verdict.equals("baseline");
  }

  /**
   * The comparison with the baseline.
   *
   * @param difference mean of score minus the baseline's score
   * @param low lower end of the interval of level 1 - alpha / m
   * @param high upper end
   * @param p of the claim's test, two-sided
   * @param adjustedP after Holm
   * @param probabilityBetter share of replicates in which it was better
   */
  public record Versus(
      double difference,
      Optional<Double> low,
      Optional<Double> high,
      double p,
      double adjustedP,
      double probabilityBetter) {}

  /**
   * One strength in the first phase.
   *
   * @param recipe with this strength
   * @param strength the swept number, if just one is swept
   * @param mean the headline metric on the scoring rows over the replicates; empty if all failed
   * @param low the mean minus its standard error
   * @param high the mean plus its standard error
   * @param train the headline metric on the training rows, mean
   * @param chosen whether it went to the second phase
   */
  public record Strength(
      String recipe,
      Optional<Double> strength,
      Optional<Double> mean,
      Optional<Double> low,
      Optional<Double> high,
      Optional<Double> train,
      boolean chosen) {}

  /**
   * Losses over epochs, over the replicates: median and quartiles.
   *
   * @param train of the training batches, as they were trained on
   * @param validation of the stopping rows
   */
  public record Curves(Band train, Band validation) {}

  /**
   * Median and quartiles by epoch.
   *
   * @param low first quartile
   * @param median the median
   * @param high third quartile
   */
  public record Band(List<Double> low, List<Double> median, List<Double> high) {
    /** Copies the lists. */
    public Band {
      low = List.copyOf(low);
      median = List.copyOf(median);
      high = List.copyOf(high);
    }
  }

  /**
   * Predictions of like confidence.
   *
   * @param confidence mean probability of the predicted class
   * @param accuracy share of them that were right
   * @param count how many there were
   */
  public record Bin(double confidence, double accuracy, int count) {}
}
