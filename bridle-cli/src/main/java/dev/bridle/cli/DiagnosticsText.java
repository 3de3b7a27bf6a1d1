package dev.bridle.cli;

import dev.bridle.diagnostic.ConstraintCheck.Tightness;
import dev.bridle.diagnostic.DeadUnits;
import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.diagnostic.Finding;
import dev.bridle.diagnostic.GradientShare;
import dev.bridle.diagnostic.Robustness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a recipe did to the networks, for people: a few numbers beside those of none, findings. */
final class DiagnosticsText {
  private static final int MOST_FINDINGS = 6;
  private static final List<Double> NOISE = List.of(0.1, 0.5);

  private final ArmResult arm;
  private final List<ArmResult> columns;
  private final ScoreFormat format;

  /**
   * The text of one recipe.
   *
   * @param columns none and the recipe, or none alone
   */
  DiagnosticsText(ArmResult arm, List<ArmResult> columns, ScoreFormat format) {
    this.arm = arm;
    this.columns = columns;
    this.format = format;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(table().toString());
    List<String> sentences = sentences();
    if (!sentences.isEmpty()) {
      text.append('\n');
    }
    sentences.stream().limit(MOST_FINDINGS).forEach(text::append);
    if (sentences.size() > MOST_FINDINGS) {
      int more = sentences.size() - MOST_FINDINGS;
      text.append("and ").append(more).append(" more: --json has all\n");
    }
    return text.toString();
  }

  /** What was found, told once where it is so on several weights. */
  private List<String> sentences() {
    Map<List<String>, List<Map.Entry<Finding, Integer>>> alike =
        arm.findings().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    f -> List.of(f.getKey().kind(), f.getKey().term()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return alike.values().stream().map(this::sentence).toList();
  }

  private String sentence(List<Map.Entry<Finding, Integer>> alike) {
    Finding finding = alike.get(0).getKey();
    int all = arm.finished().size();
    String seen = all > 1 ? " (" + alike.get(0).getValue() + " of " + all + " networks)" : "";
    String likewise =
        alike.stream().skip(1).map(f -> f.getKey().weight()).collect(Collectors.joining(", "));
    String told = finding + seen + (likewise.isEmpty() ? "" : " Likewise on " + likewise + ".");
    String first = finding.severity().word() + "  ";
    String text = Figures.wrapped(told, " ".repeat(first.length()));
    return first + text.substring(first.length());
  }

  private Table table() {
    List<String> heads = new ArrayList<>(List.of("inside the networks"));
    columns.forEach(column -> heads.add(column.arm().recipe().toString()));
    Table table = new Table(heads);
    rows()
        .forEach(
            (name, number) -> {
              List<String> cells = new ArrayList<>(List.of(name));
              columns.forEach(column -> cells.add(number.of(column)));
              table.add(cells);
            });
    return table;
  }

  /** One number of a recipe as text; empty where it has none. */
  private interface Cell {
    String of(ArmResult arm);
  }

  private Map<String, Cell> rows() {
    Map<String, Cell> rows = new LinkedHashMap<>();
    Diagnostics own = arm.finished().get(0).diagnostics();
    for (GradientShare gradient : own.gradients()) {
      if (gradient.isTotal()) {
        String term = gradient.term();
        rows.put("share of " + term + " in the gradient", a -> percent(a, d -> share(d, term)));
      }
    }
    own.constraints().stream()
        .filter(check -> check.tightness().isPresent())
        .map(check -> check.term())
        .distinct()
        .forEach(
            term ->
                rows.put("units at the bound of " + term, a -> percent(a, d -> atBound(d, term))));
    if (!own.units().isEmpty()) {
      rows.put("dead units", a -> percent(a, DiagnosticsText::dead));
    }
    rows.put("norm after the last epoch", a -> plain(a, DiagnosticsText::norm));
    own.robustness().ifPresent(r -> robustness(r, rows));
    return rows;
  }

  private void robustness(Robustness own, Map<String, Cell> rows) {
    for (double noise : NOISE) {
      int place = own.noise().indexOf(noise);
      rows.put(
          own.part() + " under noise " + noise,
          a -> format.score(a.over(t -> score(t.diagnostics(), place))));
    }
    rows.put(
        "gradient by the inputs",
        a -> plain(a, d -> d.robustness().map(Robustness::inputGradient).orElse(Double.NaN)));
  }

  private static double score(Diagnostics diagnostics, int place) {
    return diagnostics.robustness().map(r -> r.scores().get(place)).orElse(Double.NaN);
  }

  private static double share(Diagnostics diagnostics, String term) {
    return diagnostics.share(term, GradientShare.ALL).orElse(Double.NaN);
  }

  /** The mean over the weights of the term. */
  private static double atBound(Diagnostics diagnostics, String term) {
    return diagnostics.constraints().stream()
        .filter(check -> check.term().equals(term))
        .flatMap(check -> check.tightness().stream())
        .mapToDouble(Tightness::atBound)
        .average()
        .orElse(Double.NaN);
  }

  private static double dead(Diagnostics diagnostics) {
    double all = diagnostics.units().stream().mapToInt(DeadUnits::units).sum();
    return diagnostics.units().stream().mapToInt(DeadUnits::dead).sum() / all;
  }

  private static double norm(Diagnostics diagnostics) {
    return Math.sqrt(
        diagnostics.norms().stream()
            .mapToDouble(n -> Math.pow(n.norms().get(n.norms().size() - 1), 2))
            .sum());
  }

  private static String percent(ArmResult arm, ToDoubleFunction<Diagnostics> number) {
    return known(arm, number)
        ? Figures.percent(arm.over(t -> number.applyAsDouble(t.diagnostics())))
        : "";
  }

  private static String plain(ArmResult arm, ToDoubleFunction<Diagnostics> number) {
    return known(arm, number)
        ? Figures.plain(arm.over(t -> number.applyAsDouble(t.diagnostics())))
        : "";
  }

  /** Whether all networks have this number: none has no penalties, a linear network no units. */
  private static boolean known(ArmResult arm, ToDoubleFunction<Diagnostics> number) {
    return !arm.finished().isEmpty()
        && arm.finished().stream()
            .allMatch(t -> Double.isFinite(number.applyAsDouble(t.diagnostics())));
  }
}
