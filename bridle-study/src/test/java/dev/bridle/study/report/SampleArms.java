package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Strength;
import dev.bridle.study.result.ArmReport.Versus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Arms with numbers that fit together, drawn from generators with fixed seeds. */
record SampleArms(
    String family,
    String chosen,
    double mean,
    double train,
    double noise,
    double strongest,
    boolean higherIsBetter,
    int failed,
    Optional<Integer> step) {
  private static final int REPLICATES = 15;

  static SampleArms accuracy(String family, String chosen, double mean, double train, int failed) {
    return new SampleArms(
        family, chosen, mean, train, 0.0042, 0.04, true, failed, Optional.empty());
  }

  static SampleArms coarse(String family, String chosen, double mean) {
    return new SampleArms(family, chosen, mean, 1.0, 0.05, 0.12, true, 0, Optional.of(42));
  }

  static SampleArms rmse(String family, String chosen, double mean, double train) {
    return new SampleArms(family, chosen, mean, train, 0.03, -0.3, false, 0, Optional.empty());
  }

  /** The arm that all others are compared with. */
  ArmReport baseline() {
    return report("baseline", scores(), List.of(), Optional.empty(), "");
  }

  /** An arm with the verdict that its numbers ask for. */
  ArmReport against(ArmReport baseline) {
    double smallest = higherIsBetter ? 0.01 : 0.0139;
    return against(
        baseline,
        smallest,
        "about " + (9 + family.length() % 7) + " more replicates would be needed");
  }

  /** An arm on few rows. */
  ArmReport undecidedAgainst(ArmReport baseline) {
    String outlook =
        chosen.startsWith("early")
            ? "about 41 more replicates would be needed"
            : "the split design cannot decide this; larger data or --claim seeds";
    return against(baseline, 0.0476, outlook);
  }

  private ArmReport against(ArmReport baseline, double delta, String outlook) {
    List<Optional<Double>> scores = scores();
    List<Optional<Double>> differences =
        IntStream.range(0, REPLICATES)
            .mapToObj(i -> scores.get(i).map(s -> s - baseline.scores().get(i).orElseThrow()))
            .toList();
    double mean = mean(differences);
    double error =
        deviation(differences)
            * Math.sqrt(1.0 / REPLICATES + 0.25 * (step.isPresent() ? 1.3 : 0.3));
    double t = Math.abs(mean) / error;
    double p = Math.min(1, 2 * Math.exp(-0.5 * t * t - 0.6 * t));
    double adjusted = Math.min(1, 6 * p);
    Versus versus =
        new Versus(
            mean,
            Optional.of(mean - 3.35 * error),
            Optional.of(mean + 3.35 * error),
            p,
            adjusted,
            share(differences));
    String verdict = verdict(mean, error, adjusted, delta);
    return report(
        verdict,
        scores,
        differences,
        Optional.of(versus),
        verdict.equals("undecided") ? outlook : "");
  }

  private String verdict(double mean, double error, double adjusted, double delta) {
    boolean inside = Math.abs(mean) + 1.76 * error < delta;
    if (adjusted < 0.05 && inside) {
      return "negligible";
    }
    if (adjusted < 0.05 && Math.abs(mean) >= delta) {
      return mean > 0 == higherIsBetter ? "better" : "worse";
    }
    return inside ? "no-practical-difference" : "undecided";
  }

  private ArmReport report(
      String verdict,
      List<Optional<Double>> scores,
      List<Optional<Double>> differences,
      Optional<Versus> versus,
      String outlook) {
    double score = mean(scores);
    double reach = 2.14 * deviation(scores) * 0.4;
    boolean classification = higherIsBetter;
    return new ArmReport(
        family,
        family.replaceAll("\\([^)]*\\)", ""),
        chosen,
        verdict,
        Optional.of(SampleStudies.estimate(score, score - reach, score + reach)),
        Optional.of(train),
        Optional.of(score - 0.002),
        Optional.of(higherIsBetter ? train - score : score - train),
        classification ? Optional.of(0.19 + 1.4 * (train - score)) : Optional.empty(),
        classification ? Optional.of(Math.max(0.008, 0.55 * (train - score))) : Optional.empty(),
        versus,
        outlook,
        scores,
        differences,
        strengths(),
        Optional.of(SampleCurves.learning(this)),
        classification ? SampleCurves.bins(this) : List.of(),
        20 + 5 * strengths().size(),
        failed,
        Optional.of(family.startsWith("l1") ? 0.41 : 0.0),
        Optional.of(11.2 + 40 * (1 - mean)),
        6.2 + family.length() / 7.0);
  }

  private List<Optional<Double>> scores() {
    Random common = new Random(5);
    Random own = new Random(chosen.hashCode());
    List<Optional<Double>> scores = new ArrayList<>();
    for (int i = 0; i < REPLICATES; i++) {
      double score = mean + noise * common.nextGaussian() + 0.55 * noise * own.nextGaussian();
      double shown = step.map(n -> Math.rint(score * n) / n).orElse(score);
      scores.add(i < failed ? Optional.empty() : Optional.of(shown));
    }
    return scores;
  }

  /** A hill around the chosen strength: too weak does nothing, too strong does harm. */
  private List<Strength> strengths() {
    List<Double> tried = SampleStrengths.of(family);
    List<Strength> strengths = new ArrayList<>();
    int best = SampleStrengths.nearest(tried, chosen);
    Random random = new Random(family.hashCode());
    for (int i = 0; i < tried.size(); i++) {
      double away = i - best;
      double loss = away > 0 ? strongest * 0.35 * away * away : strongest * 0.06 * -away;
      double value = mean - loss + noise * 0.4 * random.nextGaussian();
      double error = noise * 0.45;
      strengths.add(
          new Strength(
              SampleStrengths.recipe(family, tried.get(i)),
              Optional.of(tried.get(i)),
              Optional.of(value),
              Optional.of(value - error),
              Optional.of(value + error),
              Optional.of(trained(away, loss)),
              i == best));
    }
    return strengths;
  }

  private double trained(double away, double loss) {
    double shift = 0.006 * away + Math.max(0, higherIsBetter ? loss : -loss) * 0.8;
    return higherIsBetter ? Math.min(1, train - shift) : train + shift;
  }

  private static double mean(List<Optional<Double>> values) {
    return values.stream().flatMap(Optional::stream).mapToDouble(v -> v).average().orElseThrow();
  }

  private static double deviation(List<Optional<Double>> values) {
    double mean = mean(values);
    double squares =
        values.stream().flatMap(Optional::stream).mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }

  private double share(List<Optional<Double>> differences) {
    double sign = higherIsBetter ? 1 : -1;
    return differences.stream().flatMap(Optional::stream).filter(d -> sign * d > 0).count()
        / (double) REPLICATES;
  }
}
