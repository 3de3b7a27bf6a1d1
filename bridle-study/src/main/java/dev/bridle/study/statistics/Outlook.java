package dev.bridle.study.statistics;

import java.util.OptionalInt;

/**
 * What it would take to decide an undecided comparison.
 *
 * @param more about how many more replicates; empty if the comparison is decided, or if no number
 *     of replicates would do
 * @param text a sentence for the reader; empty if the comparison is decided
 */
public record Outlook(OptionalInt more, String text) {
  /** There is nothing left to decide. */
  static Outlook decided() {
    return because("");
  }

  /** More replicates are not the answer, or nobody can say how many. */
  static Outlook because(String reason) {
    return new Outlook(OptionalInt.empty(), reason);
  }

  /**
   * The outlook if the true mean and deviation are those observed.
   *
   * <p>A difference that reaches delta needs power to become significant at alpha/m, Holm's first
   * step; a smaller one needs its 90 % interval to fit into delta.
   */
  static Outlook of(Comparison comparison, PairedDifferences differences) {
    if (differences.size() < 2) {
      return because("one replicate cannot tell; at least two are needed");
    }
    double mean = differences.mean();
    if (mean == 0 && comparison.delta() == 0) {
      return because("the mean difference is 0, and with delta = 0 every difference matters");
    }
    OptionalInt needed =
        comparison.matters(mean)
            ? toDetect(comparison, differences)
            : toEquate(comparison, differences);
    return needed.isPresent()
        ? about(Math.max(1, needed.getAsInt() - differences.size()))
        : because(never(comparison));
  }

  private static OptionalInt toDetect(Comparison comparison, PairedDifferences differences) {
    double alpha = Bonferroni.share(comparison.alpha(), comparison.comparisons());
    int least = SignFlip.leastReplicates(comparison.alpha(), comparison.comparisons());
    if (differences.deviation() == 0) {
      return OptionalInt.of(least);
    }
    OptionalInt needed =
        Power.replicatesToDetect(differences.effect(), alpha, comparison.sharing());
    return needed.isPresent() && comparison.claim() == Claim.SEEDS
        ? OptionalInt.of(Math.max(least, needed.getAsInt()))
        : needed;
  }

  private static OptionalInt toEquate(Comparison comparison, PairedDifferences differences) {
    if (differences.deviation() == 0) {
      // a one-sided sign test halves the p-value, which is worth one replicate
      return OptionalInt.of(SignFlip.leastReplicates(comparison.alpha(), 1) - 1);
    }
    return Power.replicatesToEquate(
        differences.mean(),
        differences.deviation(),
        comparison.delta(),
        comparison.alpha(),
        comparison.sharing());
  }

  private static Outlook about(int more) {
    String noun = more == 1 ? " more replicate" : " more replicates";
    return new Outlook(OptionalInt.of(more), "about " + more + noun + " would be needed");
  }

  private static String never(Comparison comparison) {
    return comparison.claim() == Claim.SAMPLES
        ? "the split design cannot decide this; larger data or --claim seeds"
        : "more than " + Power.LIMIT + " replicates would be needed";
  }
}
