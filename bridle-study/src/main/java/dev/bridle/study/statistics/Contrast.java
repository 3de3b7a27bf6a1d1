package dev.bridle.study.statistics;

/**
 * One arm against the baseline, in numbers.
 *
 * <p>The difference is metric(arm) - metric(baseline), so a positive one is a gain where higher is
 * better and a loss otherwise; {@link Verdict} takes the direction into account.
 *
 * @param difference the mean difference with the interval of level 1 - alpha/m
 * @param p the two-sided p-value of the claim's test
 * @param adjustedP Holm's adjusted p-value
 * @param effect the standardised effect d_z, see {@link PairedDifferences#effect}
 * @param probabilityBetter the share of replicates in which the arm is better, with its 95 %
 *     interval
 * @param equivalence the test of "the arms differ by less than delta"
 * @param signFlipP the p-value of {@link SignFlip}, a check; exact if replicates are independent
 * @param signedRankP the p-value of {@link SignedRank}, a check
 */
public record Contrast(
    MeanInterval difference,
    double p,
    double adjustedP,
    double effect,
    MeanInterval probabilityBetter,
    Tost equivalence,
    double signFlipP,
    double signedRankP) {

  /** Computes everything but the two p-values that are given. */
  static Contrast of(
      Comparison comparison,
      String arm,
      PairedDifferences differences,
      double p,
      double adjustedP) {
    CorrectedT t = CorrectedT.of(differences, comparison.sharing());
    return new Contrast(
        comparison.difference(differences, arm),
        p,
        adjustedP,
        differences.effect(),
        differences.probabilityBetter(comparison.higherIsBetter(), MeanInterval.LEVEL),
        Tost.of(t, comparison.delta(), comparison.alpha()),
        SignFlip.of(differences, comparison.key(arm).at("sign-flip")).p(),
        SignedRank.of(differences).p());
  }

  /** The verdict; that the difference is negligible is looked at first. */
  Verdict verdict(Comparison comparison) {
    boolean significant = adjustedP < comparison.alpha();
    if (significant && equivalence.isEquivalent()) {
      return Verdict.NEGLIGIBLE;
    }
    if (significant && comparison.matters(difference.mean())) {
      return comparison.isGain(difference.mean()) ? Verdict.BETTER : Verdict.WORSE;
    }
    return equivalence.isEquivalent() ? Verdict.NO_PRACTICAL_DIFFERENCE : Verdict.UNDECIDED;
  }
}
