package dev.bridle.diagnostic;

import dev.bridle.diagnostic.Finding.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the numbers of a training say in words: each audit looks at one thing. */
final class Audits {
  /** A penalty of less than this share of the gradient does nothing to speak of. */
  static final double NOTHING = 0.01;

  /** More units than this share at their bound leave little room. */
  static final double CROWDED = 0.9;

  /** From this share on dead units are worth a word. */
  static final double MANY_DEAD = 0.25;

  /** A score that falls by more than this share under {@link #SLIGHT} noise is sensitive. */
  static final double SENSITIVE = 0.05;

  /** Noise, in standard deviations, that a person would hardly notice. */
  static final double SLIGHT = 0.1;

  private Audits() {}

  /** All findings, the worst first. */
  static List<Finding> of(Diagnostics d) {
    List<Finding> found = new ArrayList<>();
    repeatable(d, found);
    d.constraints().forEach(check -> constraint(check, found));
    d.gradients().forEach(share -> gradient(share, found));
    d.norms().forEach(norms -> zeros(norms, found));
    d.units().forEach(units -> dead(units, found));
    d.robustness().ifPresent(r -> robustness(r, found));
    found.sort(Comparator.comparing(Finding::severity).reversed());
    return found;
  }

  private static void repeatable(Diagnostics d, List<Finding> found) {
    if (!d.repeatable()) {
      found.add(
          new Finding(
              Severity.ERROR,
              "not-repeatable",
              "",
              "",
              "two evaluations of the trained network gave different outputs, so something random"
                  + " is at work in it and its scores are one draw of many.",
              "Look for a layer of your own that draws noise outside of training."));
    }
  }

  private static void constraint(ConstraintCheck check, List<Finding> found) {
    if (!check.held()) {
      found.add(check.later().isEmpty() ? violated(check) : broken(check));
    }
    check.tightness().ifPresent(tightness -> tightness(check, tightness, found));
  }

  private static Finding violated(ConstraintCheck check) {
    return new Finding(
        Severity.ERROR,
        "constraint-violated",
        check.term(),
        check.weight(),
        "after epoch "
            + check.epoch()
            + " the weights were beyond the limit by "
            + percent(check.violation())
            + " of it, so the constraint does not hold.",
        "Nothing in the recipe explains this: please report it, with the recipe.");
  }

  private static Finding broken(ConstraintCheck check) {
    String later = String.join(", ", check.later());
    return new Finding(
        Severity.WARNING,
        "constraint-broken-by-later",
        check.term(),
        check.weight(),
        "after epoch "
            + check.epoch()
            + " the weights were beyond the limit by "
            + percent(check.violation())
            + " of it, because "
            + later
            + " acts behind it on the same weights.",
        "Write it last, or give the two constraints different places.");
  }

  private static void tightness(
      ConstraintCheck check, ConstraintCheck.Tightness tightness, List<Finding> found) {
    if (tightness.atBound() >= CROWDED) {
      found.add(
          new Finding(
              Severity.WARNING,
              "limit-too-tight",
              check.term(),
              check.weight(),
              percent(tightness.atBound())
                  + " of the units sit at their bound, so the limit may be too tight for what they"
                  + " have to learn.",
              "Try a limit of twice this one, and see whether the validation score rises."));
    }
    boolean asked = tightness.peak() > 0; // 0 under a limit of infinity
    if (asked && tightness.peak() < ConstraintCheck.AT_BOUND) {
      found.add(
          new Finding(
              Severity.WARNING,
              "limit-never-reached",
              check.term(),
              check.weight(),
              "whenever it was looked at, no unit had reached its limit; the closest was at "
                  + percent(tightness.peak())
                  + " of it: the limit does nothing here.",
              "A limit that binds is below "
                  + percent(tightness.peak())
                  + " of this one; the median unit now stands at "
                  + percent(tightness.median())
                  + "."));
    }
  }

  private static void gradient(GradientShare share, List<Finding> found) {
    if (share.scaleFree()) {
      found.add(
          new Finding(
              Severity.WARNING,
              "feeds-normalization",
              share.term(),
              share.weight(),
              "this weight feeds a normalisation: with the weights doubled the outputs stay the"
                  + " same, so making them smaller changes no prediction, only the effective"
                  + " learning rate.",
              "Place it on layers that no normalisation follows, such as @output, or choose the"
                  + " learning rate instead."));
    }
    if (share.isTotal() && share.share() < NOTHING) { // false if NaN
      found.add(
          new Finding(
              Severity.WARNING,
              "does-nothing",
              share.term(),
              "",
              "it is "
                  + percent(share.share())
                  + " of the gradient and the data are the rest: it does nothing to speak of.",
              share.share() > 0
                  ? "Around "
                      + times(share.share())
                      + " times the strength would be a tenth of the gradient."
                  : "Try a strength many times as large."));
    }
  }

  private static void zeros(LayerNorms norms, List<Finding> found) {
    if (norms.zeroFraction() == 1) {
      found.add(
          new Finding(
              Severity.WARNING,
              "all-zero",
              "",
              norms.weight(),
              "all its numbers are exactly 0, so nothing of its inputs passes this layer.",
              "Try a smaller strength of what makes weights zero."));
    }
  }

  private static void dead(DeadUnits units, List<Finding> found) {
    if (units.share() >= MANY_DEAD) {
      found.add(
          new Finding(
              units.dead() == units.units() ? Severity.WARNING : Severity.NOTE,
              "dead-units",
              "",
              units.layer(),
              units.dead()
                  + " of "
                  + units.units()
                  + " units say the same on every training row: they carry nothing, and the network"
                  + " is smaller than it looks.",
              "A smaller learning rate keeps more of them alive; if the score is good, a layer of "
                  + Math.max(1, units.units() - units.dead())
                  + " units would do."));
    }
  }

  private static void robustness(Robustness r, List<Finding> found) {
    int slight = r.noise().indexOf(SLIGHT);
    double whole = Math.abs(r.scores().get(0));
    if (slight >= 0 && r.loss(slight) > SENSITIVE * whole) {
      found.add(
          new Finding(
              Severity.NOTE,
              "sensitive",
              "",
              "",
              String.format(
                  Locale.ROOT,
                  "sensitive to small changes: under noise of %s standard deviations on the inputs"
                      + " %s on the %s rows goes from %.4g to %.4g.",
                  SLIGHT,
                  r.metric(),
                  r.part(),
                  r.scores().get(0),
                  r.scores().get(slight)),
              "If new inputs are measured less exactly than these, train with input-noise."));
    }
  }

  /** The factor on a share s after which it is a tenth: s f / (1 - s + s f) = 1 / 10. */
  private static String times(double share) {
    double factor = (1 - share) / (9 * share);
    double power = Math.pow(10, Math.floor(Math.log10(factor)));
    double rounded = Math.round(factor / power) * power;
    return String.format(Locale.ROOT, rounded < 1e4 ? "%.0f" : "%.0e", rounded);
  }

  /** With two significant digits: 0.3 %, 94 %; whole percents from 100 on. */
  static String percent(double share) {
    double percent = 100 * share;
    if (!Double.isFinite(percent) || percent >= 100) {
      return String.format(Locale.ROOT, "%.0f %%", percent);
    }
    BigDecimal digits = new BigDecimal(percent).round(new MathContext(2)).stripTrailingZeros();
    return (percent < 1e-3 ? digits.toString() : digits.toPlainString()) + " %";
  }
}
