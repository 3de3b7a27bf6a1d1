package dev.bridle.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.diagnostic.ConstraintCheck.Tightness;
import dev.bridle.diagnostic.Finding.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is found in numbers that are given; trainings that lead to them are in {@code train}. */
final class AuditsTest {
  private static final LayerNorms HALF_ZERO =
      new LayerNorms("dense1.kernel", List.of(0, 1), List.of(2.0, 1.5), 0.5);

  @Test
  void nothingWrong_findsNothing() {
    assertThat(findings(diagnostics(List.of(share(0.3)), List.of(check(0, 0.5, 0.9995)))))
        .isEmpty();
  }

  @Test
  void smallShare_doesNothing_withTheFactorThatHelps() {
    // s = 0.003: a factor f gives 0.1 where 0.003 f / (0.997 + 0.003 f) = 0.1, so f = 36.9
    Finding finding = only(diagnostics(List.of(share(0.003)), List.of()));
    assertThat(finding.toString())
        .isEqualTo(
            "l1(0.001): it is 0.3 % of the gradient and the data are the rest: it does nothing to"
                + " speak of. Around 40 times the strength would be a tenth of the gradient.");
    assertThat(finding.kind()).isEqualTo("does-nothing");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void shareOfAHundredth_isNotNothing_andNaNSaysNothing() {
    assertThat(findings(diagnostics(List.of(share(0.01)), List.of()))).isEmpty();
    assertThat(findings(diagnostics(List.of(share(Double.NaN)), List.of()))).isEmpty();
    assertThat(only(diagnostics(List.of(share(0)), List.of())).advice())
        .isEqualTo("Try a strength many times as large.");
  }

  @Test
  void smallShareOfOneWeight_isNoFinding() {
    GradientShare one = new GradientShare("l1(0.001)", "dense1.kernel", 0.001, false);
    assertThat(findings(diagnostics(List.of(share(0.3), one), List.of()))).isEmpty();
  }

  @Test
  void unitsAtTheirBound_limitMayBeTooTight() {
    Finding finding = only(diagnostics(List.of(), List.of(check(0, 0.94, 1))));
    assertThat(finding.toString())
        .startsWith(
            "max-norm(3) on dense1.kernel: 94 % of the units sit at their bound, so the limit may"
                + " be too tight");
    assertThat(findings(diagnostics(List.of(), List.of(check(0, 0.89, 1))))).isEmpty();
  }

  @Test
  void limitThatNoUnitReached_doesNothing_butInfinityIsMeant() {
    Finding finding = only(diagnostics(List.of(), List.of(check(0, 0, 0.63))));
    assertThat(finding.kind()).isEqualTo("limit-never-reached");
    assertThat(finding.text()).contains("no unit had reached its limit", "63 % of it");
    assertThat(findings(diagnostics(List.of(), List.of(check(0, 0, 0))))).isEmpty();
  }

  @Test
  void violation_isAnError_unlessALaterConstraintExplainsIt() {
    ConstraintCheck alone = check(0.5, 0.5, 1.5);
    assertThat(only(diagnostics(List.of(), List.of(alone))).severity()).isEqualTo(Severity.ERROR);
    ConstraintCheck followed =
        new ConstraintCheck(
            "max-norm(3)", "w", 7, 0.5, 4, 1e-5, List.of("unit-norm"), Optional.empty());
    Finding broken = only(diagnostics(List.of(), List.of(followed)));
    assertThat(broken.severity()).isEqualTo(Severity.WARNING);
    assertThat(broken.text())
        .isEqualTo(
            "after epoch 4 the weights were beyond the limit by 50 % of it, because unit-norm acts"
                + " behind it on the same weights.");
  }

  @Test
  void violationThatIsAllowed_isNone() {
    assertThat(findings(diagnostics(List.of(), List.of(check(1e-5, 0.5, 1))))).isEmpty();
    ConstraintCheck partly =
        new ConstraintCheck(
            "w", "w", 7, 9, 4, Double.POSITIVE_INFINITY, List.of(), Optional.empty());
    assertThat(findings(diagnostics(List.of(), List.of(partly)))).isEmpty();
  }

  @Test
  void errorsComeFirst_thenWarnings_thenNotes() {
    Diagnostics all =
        new Diagnostics(
            List.of(),
            List.of(share(0.001)),
            List.of(),
            List.of(new DeadUnits("dense1", 8, 2), new DeadUnits("dense2", 8, 1)),
            List.of(),
            false,
            Optional.empty(),
            List.of());
    assertThat(findings(all))
        .extracting(Finding::kind)
        .containsExactly("not-repeatable", "does-nothing", "dead-units");
    assertThat(findings(all).get(2).toString())
        .startsWith("dense1: 2 of 8 units say the same on every training row")
        .endsWith("a layer of 6 units would do.");
  }

  @Test
  void scoreThatFallsUnderSlightNoise_isSensitive_whicheverWayTheMetricGoes() {
    assertThat(sensitive(true, 0.9, 0.84)).isTrue(); // by 6.7 %
    assertThat(sensitive(true, 0.9, 0.86)).isFalse();
    assertThat(sensitive(false, 2, 2.2)).isTrue();
    assertThat(sensitive(false, 2, 1.5)).isFalse();
  }

  private static boolean sensitive(boolean higherIsBetter, double still, double noisy) {
    Robustness robustness =
        new Robustness(
            "test", "metric", higherIsBetter, List.of(0.0, 0.1), List.of(still, noisy), 1);
    return findings(
            new Diagnostics(
                List.of(HALF_ZERO),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                Optional.of(robustness),
                List.of()))
        .stream()
        .anyMatch(f -> f.kind().equals("sensitive"));
  }

  @Test
  void percent_hasTwoDigits() {
    assertThat(Audits.percent(0.003)).isEqualTo("0.3 %");
    assertThat(Audits.percent(0.9444)).isEqualTo("94 %");
    assertThat(Audits.percent(0.0123)).isEqualTo("1.2 %");
    assertThat(Audits.percent(1.234)).isEqualTo("123 %");
    assertThat(Audits.percent(0)).isEqualTo("0 %");
    assertThat(Audits.percent(1.5e-9)).isEqualTo("1.5E-7 %");
    assertThat(Audits.percent(Double.POSITIVE_INFINITY)).isEqualTo("Infinity %");
  }

  private static Finding only(Diagnostics diagnostics) {
    assertThat(findings(diagnostics)).hasSize(1);
    return findings(diagnostics).get(0);
  }

  private static List<Finding> findings(Diagnostics diagnostics) {
    return diagnostics.audited().findings();
  }

  private static GradientShare share(double share) {
    return new GradientShare("l1(0.001)", GradientShare.ALL, share, false);
  }

  private static ConstraintCheck check(double violation, double atBound, double peak) {
    return new ConstraintCheck(
        "max-norm(3)",
        "dense1.kernel",
        7,
        violation,
        1,
        1e-5,
        List.of(),
        Optional.of(new Tightness(peak, peak, peak / 2, atBound)));
  }

  private static Diagnostics diagnostics(List<GradientShare> shares, List<ConstraintCheck> checks) {
    return new Diagnostics(
        List.of(HALF_ZERO),
        shares,
        checks,
        List.of(new DeadUnits("dense1", 100, 24)),
        List.of(),
        true,
        Optional.empty(),
        List.of());
  }
}
