package dev.bridle.study.report;

import dev.bridle.diagnostic.ConstraintCheck;
import dev.bridle.diagnostic.ConstraintCheck.Tightness;
import dev.bridle.diagnostic.DeadUnits;
import dev.bridle.diagnostic.GradientShare;
import dev.bridle.diagnostic.LayerNorms;
import dev.bridle.diagnostic.Robustness;
import dev.bridle.study.result.Examined;
import dev.bridle.train.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of a look into networks; they can be read without scripts. */
final class InsideTables {
  private static final String NONE = "–";

  private InsideTables() {}

  /** Those with at least one row. */
  static List<Appendix.Table> of(List<Examined> all) {
    return List.of(terms(all), layers(all), noise(all)).stream()
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private static Appendix.Table terms(List<Examined> all) {
    List<List<String>> rows = new ArrayList<>();
    for (Examined one : all) {
      for (GradientShare gradient : one.diagnostics().gradients()) {
        if (!gradient.isTotal()) {
          rows.add(
              List.of(
                  gradient.term() + " on " + gradient.weight(),
                  percent(gradient.share()),
                  ledger(one, gradient),
                  NONE,
                  NONE));
        }
      }
      for (ConstraintCheck check : one.diagnostics().constraints()) {
        Optional<Tightness> tightness = check.tightness();
        rows.add(
            List.of(
                check.term() + " on " + check.weight(),
                NONE,
                NONE,
                tightness.map(t -> percent(t.atBound())).orElse(NONE),
                tightness.map(t -> percent(t.median())).orElse(NONE)));
      }
    }
    return new Appendix.Table(
        "What each regularizer has to say",
        List.of(
            "Regularizer and weight",
            "Share of the gradient",
            "Added to the loss",
            "Units at the bound",
            "Median unit, of its limit"),
        rows);
  }

  /** What a penalty adds to the loss, as a share of data loss and penalties together. */
  private static String ledger(Examined one, GradientShare gradient) {
    String name = gradient.term().split("[(@]", 2)[0];
    double whole = one.loss() + one.ledger().total();
    List<Ledger.Line> lines =
        one.ledger().lines().stream()
            .filter(l -> l.penalty().equals(name) && l.weight().equals(gradient.weight()))
            .toList();
    return lines.isEmpty() || !(whole > 0) ? NONE : percent(lines.get(0).value() / whole);
  }

  private static Appendix.Table layers(List<Examined> all) {
    List<List<String>> rows = new ArrayList<>();
    for (Examined one : all) {
      for (LayerNorms norms : one.diagnostics().norms()) {
        String layer = norms.weight().split("\\.", 2)[0];
        Optional<DeadUnits> dead =
            one.diagnostics().units().stream().filter(u -> u.layer().equals(layer)).findFirst();
        rows.add(
            List.of(
                one.recipe() + ", " + layer,
                Numbers.fixed(norms.norms().get(0), 1),
                Numbers.fixed(norms.norms().get(norms.norms().size() - 1), 1),
                percent(norms.zeroFraction()),
                dead.map(u -> Numbers.count(u.dead()) + " of " + Numbers.count(u.units()))
                    .orElse(NONE)));
      }
    }
    return new Appendix.Table(
        "The layers",
        List.of(
            "Recipe and layer",
            "Norm at the start",
            "Norm in the end",
            "Weights that are 0",
            "Dead units"),
        rows);
  }

  private static Appendix.Table noise(List<Examined> all) {
    List<String> heads = new ArrayList<>(List.of("Recipe"));
    List<List<String>> rows = new ArrayList<>();
    String caption = "Under noise on the inputs";
    for (Examined one : all) {
      if (one.diagnostics().robustness().isPresent()) {
        Robustness robustness = one.diagnostics().robustness().get();
        List<String> row = new ArrayList<>(List.of(one.recipe()));
        for (int i = 0; i < robustness.scores().size(); i++) {
          if (rows.isEmpty()) {
            heads.add(Numbers.fixed(robustness.noise().get(i), 1));
            caption = "Under noise on the inputs: " + unit(robustness);
            heads.set(0, unit(robustness) + ", under noise of");
          }
          row.add(Numbers.fixed(shown(robustness, i), isShare(robustness) ? 1 : 3));
        }
        row.add(Numbers.fixed(robustness.inputGradient(), 3));
        rows.add(row);
      }
    }
    heads.add("Gradient by the inputs");
    return new Appendix.Table(caption, heads, rows);
  }

  /** The name of the axis of scores: {@code accuracy, %}. */
  static String unit(Robustness robustness) {
    return robustness.metric() + (isShare(robustness) ? ", %" : "");
  }

  /** A score as it is shown. */
  static double shown(Robustness robustness, int place) {
    double score = robustness.scores().get(place);
    return isShare(robustness) ? 100 * score : score;
  }

  private static boolean isShare(Robustness robustness) {
    return robustness.metric().equals("accuracy");
  }

  /** Small shares keep a digit. */
  private static String percent(double share) {
    double percent = 100 * share;
    boolean small = percent != 0 && Math.abs(percent) < 10;
    return Numbers.fixed(percent, small ? (Math.abs(percent) < 0.1 ? 3 : 1) : 0) + Numbers.PERCENT;
  }
}
