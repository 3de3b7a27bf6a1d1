package dev.bridle.study.run;

import dev.bridle.recipe.Recipe;
import dev.bridle.study.result.ArmReport;
import dev.bridle.study.statistics.Comparison;
import dev.bridle.study.statistics.CorrectedT;
import dev.bridle.study.statistics.PairedDifferences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which recipe to use: of those that beat the baseline, the simplest of all that cannot be told
 * from the best; the baseline where none does.
 */
final class Advice {
  private final Comparison comparison;
  private final List<ArmReport> arms;

  /**
   * Advice.
   *
   * @param arm what to use
   * @param reason why, in a sentence
   */
  record Recommended(ArmReport arm, String reason) {}

  Advice(Comparison comparison, List<ArmReport> arms) {
    this.comparison = comparison;
    this.arms = arms;
  }

  Optional<Recommended> recommended() {
    List<ArmReport> better = arms.stream().filter(a -> a.verdict().equals("better")).toList();
    if (better.isEmpty()) {
      return arms.stream()
          .filter(a -> a.isBaseline() && a.score().isPresent())
          .map(a -> new Recommended(a, "no recipe was shown to beat none"))
          .findFirst();
    }
    ArmReport best = better.stream().max(Comparator.comparingDouble(this::goodness)).orElseThrow();
    List<ArmReport> tied = better.stream().filter(a -> ties(a, best)).toList();
    ArmReport simplest = tied.stream().min(Comparator.comparingInt(Advice::terms)).orElseThrow();
    // among equally simple ones the best, not the first
    ArmReport chosen =
        tied.stream()
            .filter(a -> terms(a) == terms(simplest))
            .max(Comparator.comparingDouble(this::goodness))
            .orElseThrow();
    return Optional.of(new Recommended(chosen, reason(chosen, best, tied)));
  }

  private static String reason(ArmReport chosen, ArmReport best, List<ArmReport> tied) {
    if (tied.size() == 1) {
      return "it has the best score of those that beat none";
    }
    String others =
        String.join(
            ", ", tied.stream().filter(a -> !a.equals(chosen)).map(ArmReport::chosen).toList());
    return chosen.equals(best)
        ? "it has the best score, and nothing simpler ties with it; it ties with " + others
        : "the simplest of those that tie with the best: " + others;
  }

  private double goodness(ArmReport arm) {
    double mean = arm.score().orElseThrow().mean();
    return comparison.higherIsBetter() ? mean : -mean;
  }

  private static int terms(ArmReport arm) {
    return Recipe.parse(arm.chosen()).terms().size();
  }

  /** Whether the 95 % interval of their difference holds 0. */
  private boolean ties(ArmReport arm, ArmReport best) {
    List<Double> of = new ArrayList<>();
    List<Double> against = new ArrayList<>();
    for (int r = 0; r < arm.scores().size(); r++) {
      if (arm.scores().get(r).isPresent() && best.scores().get(r).isPresent()) {
        of.add(arm.scores().get(r).get());
        against.add(best.scores().get(r).get());
      }
    }
    if (arm.equals(best) || of.size() < 2) {
      return true;
    }
    PairedDifferences differences = PairedDifferences.between(of, against);
    return CorrectedT.of(differences, comparison.sharing()).p() >= comparison.alpha();
  }
}
