package dev.bridle.study.run;

import dev.bridle.recipe.Numbers;
import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.StudyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The verdict of a study in plain sentences. */
final class Sentences {
  private final StudyReport.Data data;
  private final StudyReport.Protocol protocol;
  private final List<ArmReport> arms;

  Sentences(StudyReport.Data data, StudyReport.Protocol protocol, List<ArmReport> arms) {
    this.data = data;
    this.protocol = protocol;
    this.arms = arms;
  }

  String verdict(Optional<Advice.Recommended> recommended) {
    if (recommended.isEmpty()) {
      return "Every training failed, so nothing can be recommended.";
    }
    if (protocol.exploratory()) {
      return "Exploratory: one phase only, so nothing is claimed; the scores say where to look.";
    }
    List<String> sentences = new ArrayList<>();
    ArmReport arm = recommended.get().arm();
    sentences.add(arm.isBaseline() ? noneWins() : wins(arm));
    sentences.addAll(rest());
    return String.join(" ", sentences);
  }

  private String wins(ArmReport arm) {
    ArmReport.Versus versus = arm.versus().orElseThrow();
    return onDataLikeThese()
        + ", "
        + arm.chosen()
        + " beats no regularisation by "
        + amount(Math.abs(versus.difference()))
        + interval(versus)
        + ".";
  }

  private String noneWins() {
    return onDataLikeThese() + ", no recipe was shown to beat none.";
  }

  private List<String> rest() {
    List<String> sentences = new ArrayList<>();
    String undecided = names("undecided");
    if (!undecided.isEmpty()) {
      sentences.add("Undecided: " + undecided + ".");
      shortestOutlook().ifPresent(sentences::add);
    }
    String worse = names("worse");
    if (!worse.isEmpty()) {
      sentences.add("Worse than none: " + worse + ".");
    }
    return sentences;
  }

  /**
   * What it would take to decide the undecided comparison that needs least, or why nothing would.
   */
  private Optional<String> shortestOutlook() {
    return arms.stream()
        .filter(a -> a.verdict().equals("undecided") && !a.outlook().isEmpty())
        .max(java.util.Comparator.comparingDouble(this::gain))
        .map(
            a ->
                a.outlook().startsWith("about")
                    ? "To decide on " + a.chosen() + ", " + a.outlook() + "."
                    : "Of " + a.chosen() + ": " + a.outlook() + ".");
  }

  private double gain(ArmReport arm) {
    double difference = arm.versus().map(ArmReport.Versus::difference).orElse(0.0);
    return protocol.higherIsBetter() ? difference : -difference;
  }

  private String names(String verdict) {
    return arms.stream()
        .filter(a -> a.verdict().equals(verdict))
        .map(ArmReport::chosen)
        .collect(Collectors.joining(", "));
  }

  private String onDataLikeThese() {
    return switch (protocol.claim()) {
      case "fresh" -> "On fresh data like " + data.name();
      case "seeds" -> "On exactly these rows of " + data.name();
      default -> "On data like " + data.name();
    };
  }

  private String interval(ArmReport.Versus versus) {
    if (versus.low().isEmpty() || versus.high().isEmpty()) {
      return "";
    }
    double a = Math.abs(versus.low().get());
    double b = Math.abs(versus.high().get());
    boolean crosses = versus.low().get() * versus.high().get() < 0;
    String low = crosses ? "-" + figure(Math.min(a, b)) : figure(Math.min(a, b));
    String level = Numbers.print(100 * (1 - protocol.alpha())) + " %";
    String all = protocol.comparisons() > 1 ? " for all comparisons together" : "";
    return " (" + level + " interval" + all + " " + low + " to " + figure(Math.max(a, b)) + ")";
  }

  private String amount(double difference) {
    return isShare()
        ? figure(difference) + " points of " + protocol.metric()
        : figure(difference) + " of " + protocol.metric();
  }

  private String figure(double value) {
    return isShare()
        ? String.format(Locale.ROOT, "%.1f", 100 * value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  private boolean isShare() {
    return List.of("accuracy", "balanced-accuracy", "auc").contains(protocol.metric());
  }
}
