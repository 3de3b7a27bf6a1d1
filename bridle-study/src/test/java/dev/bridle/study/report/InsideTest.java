package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.StudyReport;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InsideTest {
  private static final StudyReport STUDY = SampleStudies.classification();
  private static final Inside INSIDE = Inside.of(STUDY.with(SampleExamined.pair())).orElseThrow();

  @Test
  void studyThatNobodyLookedInto_hasNoSuchSection() {
    assertThat(Inside.of(STUDY)).isEmpty();
    assertThat(HtmlReport.render(STUDY)).doesNotContain("What the regularizers did");
  }

  @Test
  void findings_arePlainSentences_withTheirRecipe() {
    assertThat(INSIDE.notes())
        .contains(
            new Inside.Note(
                "warning",
                "l2(1e-06) + max-norm(3)",
                "l2(1e-06): it is 0.3\u00a0% of the gradient and the data are the rest: it does"
                    + " nothing to speak of. Around 40 times the strength would be a tenth of the"
                    + " gradient."))
        .anyMatch(note -> note.text().contains("94\u00a0% of the units sit at their bound"));
  }

  @Test
  void terms_haveSharesOfGradientAndLoss_andOfUnitsAtTheBound() {
    Appendix.Table terms = INSIDE.tables().get(0);
    assertThat(terms.rows()) // 0.03 of 0.06 + 0.03 + 0.01
        .contains(List.of("l2(1e-06) on dense1.kernel", "0.4\u00a0%", "30\u00a0%", "–", "–"))
        .contains(List.of("max-norm(3) on dense1.kernel", "–", "–", "94\u00a0%", "80\u00a0%"))
        .hasSize(4);
  }

  @Test
  void layers_haveNormsZerosAndDeadUnits() {
    Appendix.Table layers = INSIDE.tables().get(1);
    assertThat(layers.rows()).hasSize(4);
    assertThat(layers.rows().get(0))
        .containsExactly("none, dense1", "22.0", "59.3", "0\u00a0%", "3 of 128");
    assertThat(layers.rows().get(3))
        .containsExactly("l2(1e-06) + max-norm(3), dense2", "16.0", "17.0", "25\u00a0%", "–");
  }

  @Test
  void noise_hasARowForEachNetwork_andALine() {
    Appendix.Table noise = INSIDE.tables().get(2);
    assertThat(noise.caption()).isEqualTo("Under noise on the inputs: accuracy, %");
    assertThat(noise.heads())
        .containsExactly(
            "accuracy, %, under noise of",
            "0.0", "0.1", "0.2", "0.5", "1.0", "Gradient by the inputs");
    assertThat(noise.rows().get(0))
        .containsExactly("none", "92.1", "90.0", "84.0", "62.0", "41.0", "0.400");
    assertThat(INSIDE.noise().orElseThrow().lines().get(0).points().get(1))
        .containsExactly(0.1, 90.0);
    assertThat(INSIDE.noise().orElseThrow().summary())
        .contains("none 92.1, 90.0, 84.0, 62.0, 41.0");
  }

  @Test
  void norms_haveAPanelForEachWeight_withBothNetworks() {
    assertThat(INSIDE.norms())
        .extracting(Inside.Panel::label)
        .containsExactly("dense1.kernel", "dense2.kernel");
    Inside.Panel panel = INSIDE.norms().get(0);
    assertThat(panel.epochs()).isEqualTo(40);
    assertThat(panel.lines())
        .extracting(Inside.Line::label)
        .containsExactly("none", "l2(1e-06) + max-norm(3)");
    assertThat(panel.summary())
        .isEqualTo(
            "Norm of dense1.kernel: none from 22.0 to 59.3; l2(1e-06) + max-norm(3) from 22.0 to"
                + " 30.8.");
  }

  @Test
  void tablesAndFindings_canBeReadWithoutScripts() {
    Document page = Jsoup.parse(HtmlReport.render(STUDY.with(SampleExamined.pair())));
    Element section = page.selectFirst("section[aria-labelledby=inside-title]");
    assertThat(section).isNotNull();
    assertThat(section.select("table")).hasSize(3);
    assertThat(section.text()).contains("it does nothing to speak of", "3 of 128");
    assertThat(section.select("[style], [onclick]")).isEmpty();
  }

  static List<String> texts() {
    return Hostile.TEXTS;
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hostileText_addsNoElement(String text) {
    Document plain = page(SampleExamined.named("harmless"));
    Document page = page(SampleExamined.named(text));
    assertThat(page.getAllElements()).hasSameSizeAs(plain.getAllElements());
    assertThat(page.select("script")).hasSize(3);
    assertThat(page.selectFirst("#figures").data()).doesNotContain("NaN", "Infinity", "<", ">");
  }

  private static Document page(List<dev.bridle.study.result.Examined> examined) {
    return Jsoup.parse(HtmlReport.render(STUDY.with(examined)));
  }
}
