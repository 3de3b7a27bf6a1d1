package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.ArmReport.Strength;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StrengthsTest {
  private static final ArmReport NONE = Tiny.arm("none", "baseline", 0.9);
  private static final ArmReport WIDE =
      Tiny.swept(
          "l2",
          "better",
          0.92,
          Tiny.strength(1e-6, 0.90, false),
          Tiny.strength(1e-4, 0.92, true),
          Tiny.strength(1e-2, 0.88, false));
  private static final ArmReport NARROW =
      Tiny.swept(
          "dropout",
          "better",
          0.91,
          Tiny.strength(0.1, 0.90, false),
          Tiny.strength(0.5, 0.91, true));

  @Test
  void panel_perFamily_thatTriedMoreThanOne() {
    ArmReport single = Tiny.swept("batch-norm", "worse", 0.8, Tiny.strength(1, 0.8, true));
    Strengths charts = charts(NONE, NARROW, single, WIDE);
    assertThat(charts.panels()).extracting(StrengthPanel::label).containsExactly("l2", "dropout");
    assertThat(Strengths.of(Ranking.of(Tiny.study(NONE, single)), Tiny.ACCURACY)).isEmpty();
  }

  @Test
  void scale_isLogarithmic_beyondAFactorOfTwenty() {
    Strengths charts = charts(NONE, WIDE, NARROW);
    assertThat(charts.panels()).extracting(StrengthPanel::scale).containsExactly("log", "value");
  }

  @Test
  void scale_withoutOneNumber_isCategories() {
    Strength two =
        new Strength(
            "elastic-net(l1=1, l2=2)",
            Optional.empty(),
            Optional.of(0.9),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    ArmReport zero =
        Tiny.swept("l1", "worse", 0.9, Tiny.strength(0, 0.9, true), Tiny.strength(1, 0.8, false));
    assertThat(
            charts(NONE, Tiny.swept("elastic-net", "worse", 0.9, two, two)).panels().get(0).scale())
        .isEqualTo("category");
    assertThat(charts(NONE, zero).panels().get(0).scale()).isEqualTo("value");
  }

  @Test
  void baseline_isThatOfTheSamePhase() {
    ArmReport both = Tiny.swept("none", "baseline", 0.9, Tiny.strength(0, 0.89, true));
    assertThat(charts(both, WIDE).baseline()).contains(89.0);
    assertThat(charts(NONE, WIDE).baseline()).contains(90.0);
  }

  @Test
  void axis_isShared_unlessTheChosenOneWouldNotBeSeen() {
    ArmReport ruined =
        Tiny.swept(
            "spectral-norm",
            "worse",
            0.3,
            Tiny.strength(1, 0.3, true),
            Tiny.strength(2, 0.2, false));
    Strengths charts = charts(NONE, WIDE, NARROW, NARROW, ruined);
    List<StrengthPanel> panels = charts.panels();
    assertThat(panels.get(0).axis()).isEqualTo(panels.get(1).axis());
    assertThat(panels.get(0).axis().min()).isGreaterThan(80);
    assertThat(panels)
        .extracting(StrengthPanel::ownRange)
        .containsExactly(false, false, false, true);
    assertThat(panels.get(3).axis().holds(30)).isTrue();
  }

  @Test
  void summary_tellsEveryPoint() {
    assertThat(charts(NONE, NARROW).panels().get(0).summary())
        .isEqualTo(
            "dropout: l2(0.1) score 90.0\u00a0%, train 92.0\u00a0%; l2(0.5) score 91.0\u00a0%, train 93.0\u00a0%"
                + " (chosen).");
    assertThat(charts(NONE, NARROW).summary()).isEqualTo("Chosen: l2(0.5).");
  }

  private static Strengths charts(ArmReport... arms) {
    return Strengths.of(Ranking.of(Tiny.study(arms)), Tiny.ACCURACY).orElseThrow();
  }
}
