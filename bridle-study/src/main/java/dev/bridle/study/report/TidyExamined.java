package dev.bridle.study.report;

import dev.bridle.diagnostic.ConstraintCheck;
import dev.bridle.diagnostic.DeadUnits;
import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.diagnostic.Finding;
import dev.bridle.diagnostic.GradientShare;
import dev.bridle.diagnostic.LayerNorms;
import dev.bridle.diagnostic.Robustness;
import dev.bridle.study.result.Examined;
import dev.bridle.train.Ledger;

/**
 * A network that was looked into with tidy texts and with finite numbers only; see {@link Tidy}.
 */
final class TidyExamined {
  private TidyExamined() {}

  /** The tidy network; what has no number is left out. */
  static Examined of(Examined examined) {
    Diagnostics d = examined.diagnostics();
    return new Examined(
        Text.name(examined.recipe()),
        examined.baseline(),
        Tidy.orZero(examined.loss()),
        new Ledger(
            examined.ledger().lines().stream()
                .filter(line -> Tidy.isNumber(line.value()))
                .map(l -> new Ledger.Line(Text.name(l.penalty()), Text.name(l.weight()), l.value()))
                .toList()),
        new Diagnostics(
            d.norms().stream().filter(TidyExamined::isComplete).map(TidyExamined::of).toList(),
            d.gradients().stream()
                .filter(g -> Tidy.isNumber(g.share()))
                .map(TidyExamined::of)
                .toList(),
            d.constraints().stream().map(TidyExamined::of).toList(),
            d.units().stream()
                .map(u -> new DeadUnits(Text.name(u.layer()), u.units(), u.dead()))
                .toList(),
            d.gaps().stream().filter(Tidy::isNumber).toList(),
            d.repeatable(),
            d.robustness().filter(TidyExamined::isComplete).map(TidyExamined::of),
            d.findings().stream().map(TidyExamined::of).toList()));
  }

  private static boolean isComplete(LayerNorms norms) {
    return Tidy.isNumber(norms.zeroFraction())
        && !norms.norms().isEmpty()
        && norms.norms().stream().allMatch(Tidy::isNumber);
  }

  private static boolean isComplete(Robustness robustness) {
    return Tidy.isNumber(robustness.inputGradient())
        && !robustness.scores().isEmpty()
        && robustness.scores().stream().allMatch(Tidy::isNumber)
        && robustness.noise().stream().allMatch(Tidy::isNumber);
  }

  private static LayerNorms of(LayerNorms n) {
    return new LayerNorms(Text.name(n.weight()), n.epochs(), n.norms(), n.zeroFraction());
  }

  private static GradientShare of(GradientShare g) {
    return new GradientShare(Text.name(g.term()), Text.name(g.weight()), g.share(), g.scaleFree());
  }

  private static ConstraintCheck of(ConstraintCheck check) {
    return new ConstraintCheck(
        Text.name(check.term()),
        Text.name(check.weight()),
        check.epochs(),
        Tidy.orZero(check.violation()),
        check.epoch(),
        check.allowed(),
        check.later().stream().map(Text::name).toList(),
        check
            .tightness()
            .filter(
                t ->
                    Tidy.isNumber(t.peak())
                        && Tidy.isNumber(t.largest())
                        && Tidy.isNumber(t.median())
                        && Tidy.isNumber(t.atBound())));
  }

  private static Robustness of(Robustness r) {
    return new Robustness(
        Text.name(r.part()),
        Text.name(r.metric()),
        r.higherIsBetter(),
        r.noise(),
        r.scores(),
        r.inputGradient());
  }

  private static Finding of(Finding finding) {
    return new Finding(
        finding.severity(),
        Text.name(finding.kind()),
        Text.name(finding.term()),
        Text.name(finding.weight()),
        Text.prose(finding.text()),
        Text.prose(finding.advice()));
  }
}
