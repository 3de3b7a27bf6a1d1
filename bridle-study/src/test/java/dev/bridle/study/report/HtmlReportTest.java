package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.study.result.StudyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HtmlReportTest {
  @Test
  void verdict_comesFirst_andRecommendationNext() {
    Document page = parse(SampleStudies.classification());
    assertThat(page.select("h1").text())
        .isEqualTo(
            "dropout(0.5) + max-norm(3) is better than none, for new samples of this size from the"
                + " same source: accuracy 94.0 % instead of 92.1 %.");
    assertThat(page.select("h2").eachText())
        .containsExactly(
            "Recommended",
            "All recipes",
            "Differences, replicate by replicate",
            "How strong?",
            "Learning curves",
            "Training rows and new rows",
            "Calibration",
            "How this was found",
            "The numbers behind the charts");
    assertThat(page.select(".advice").text())
        .contains(
            "dropout(0.5) + max-norm(3)",
            "It has the best score of all recipes that are better than none",
            "Model: best.onnx",
            "93.9 % 95 % interval 92.7 to 95.2",
            "none on the same rows: 92.2 % (90.8 to 93.6)",
            "The 1,409 held-out rows were looked at once, for this.");
  }

  @Test
  void verdict_ofSeveralSentences_putsTheFirstInLargeType() {
    StudyReport study =
        Renamed.of(
            SampleStudies.failed(), name -> "On d.csv, l2 beats none by 6.1. Undecided: l1. More.");
    Document page = parse(study);
    assertThat(page.select("h1").text()).isEqualTo("On d.csv, l2 beats none by 6.1.");
    assertThat(page.select(".more").text()).isEqualTo("Undecided: l1. More.");
    assertThat(parse(SampleStudies.classification()).select(".more")).isEmpty();
  }

  @Test
  void isOne_tellsItFromOtherFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("page.html");
    assertThat(HtmlReport.isOne(file)).isFalse();
    Files.writeString(file, "<html>mine</html>");
    assertThat(HtmlReport.isOne(file)).isFalse();
    HtmlReport.write(SampleStudies.classification(), file);
    assertThat(HtmlReport.isOne(file)).isTrue();
    assertThat(PathReport.isOne(file)).isFalse();
  }

  @Test
  void leaderboard_withoutScripts_hasAllNumbers() {
    Document page = parse(SampleStudies.classification());
    page.select("script").remove();
    Element table = page.selectFirst("table.sortable");
    assertThat(table.select("caption").text()).isEqualTo("All recipes, the best score first");
    assertThat(table.select("thead th").eachText())
        .containsExactly(
            "Recipe",
            "Verdict",
            "Accuracy %",
            "Difference to none points",
            "Adjusted p",
            "Train %",
            "Gap points",
            "Log loss",
            "Calibration error",
            "Trials",
            "Failed",
            "Seconds");
    assertThat(table.select("tbody tr")).hasSize(13);
    assertThat(table.select("tbody tr").get(0).children().eachText())
        .containsExactly(
            "dropout(0.5) + max-norm(3) recommended of dropout(0.1, 0.3, 0.5) + max-norm(3)",
            "▲ better",
            "93.9 93.3 to 94.4",
            "+1.9 +1.4 to +2.5",
            "< 0.001",
            "96.6",
            "2.7",
            "0.228",
            "0.015",
            "35",
            "0",
            "11.3");
    assertThat(table.select("th[scope=row]")).hasSize(13);
  }

  @Test
  void regression_hasNoCalibration_andLowerIsBetter() {
    Document page = parse(SampleStudies.regression());
    assertThat(page.select("table.sortable thead th").eachText())
        .contains("RMSE", "Difference to none")
        .doesNotContain("Log loss", "Calibration error");
    assertThat(page.select("#reliability")).isEmpty();
    assertThat(page.select(".method").text())
        .contains("Which recipe has the lower RMSE, on fresh data from this generator?");
    assertThat(page.select("table.sortable tbody tr").first().text())
        .startsWith("early-stopping(patience=10) recommended ▲ better 1.202");
    assertThat(page.select(".advice").text()).contains("have now been looked at 3 times");
  }

  @Test
  void undecided_isSaidKindly_withOutlook() {
    Element open = parse(SampleStudies.undecided()).selectFirst(".open");
    assertThat(open.text())
        .contains(
            "It does not mean that a recipe does nothing.",
            "early-stopping(patience=10): about 41 more replicates would be needed",
            "weight-decay(1e-1), dropout(0.3), l2(1e-3), max-norm(1.7), batch-norm: the split design"
                + " cannot decide this; larger data or --claim seeds");
    assertThat(parse(SampleStudies.classification()).select(".open")).isEmpty();
  }

  @Test
  void exploratory_claimsNothing() {
    Document page = parse(SampleStudies.exploratory());
    assertThat(page.select(".exploratory").text()).contains("flatters every choice");
    assertThat(page.select(".legend").text())
        .contains("mean over 5 replicates, which also chose the strengths")
        .doesNotContain("interval", "adjusted");
    assertThat(page.select(".open, #differences")).isEmpty();
    assertThat(page.select(".method dt").eachText())
        .contains("Question", "Limits")
        .doesNotContain("Verdicts", "Many comparisons");
    assertThat(parse(SampleStudies.classification()).select(".exploratory")).isEmpty();
  }

  @Test
  void studyOfFailures_isShown() {
    Document page = parse(SampleStudies.failed());
    assertThat(page.select(".chart")).isEmpty();
    assertThat(page.select(".advice").text()).contains("No recipe can be recommended");
    assertThat(page.select("table.sortable tbody tr").get(1).text())
        .startsWith("l2(1e30) ✕ failed – – –");
  }

  @Test
  void everyChart_hasTextBesideIt() {
    Document page = parse(SampleStudies.classification());
    assertThat(page.select(".chart")).hasSize(15);
    assertThat(page.select(".chart"))
        .allSatisfy(
            chart -> {
              assertThat(chart.attr("role")).isEqualTo("img");
              assertThat(chart.attr("aria-label")).hasSizeGreaterThan(30);
            });
    assertThat(page.select("#differences").attr("aria-label"))
        .isEqualTo(
            "Of 12 recipes beside none: 4 better, 4 real but negligible, 3 no practical difference,"
                + " 1 worse. The most favourable mean difference: dropout(0.5) + max-norm(3), +1.9"
                + " points (+1.4 to +2.5).");
    assertThat(page.select("table caption")).hasSameSizeAs(page.select("table"));
  }

  @Test
  void data_isWhatTheChartsDraw() {
    JsonNode figures = figures(parse(SampleStudies.classification()));
    JsonNode first = figures.at("/differences/rows/0");
    assertThat(first.at("/label").asString()).isEqualTo("dropout(0.5) + max-norm(3)");
    assertThat(first.at("/dots")).hasSize(15);
    assertThat(figures.at("/differences/delta").asDouble()).isEqualTo(1.0);
    assertThat(figures.at("/reliability/arms")).hasSize(2);
    assertThat(figures(parse(SampleStudies.regression())).at("/reliability").isNull()).isTrue();
  }

  @Test
  void anyStudy_canBeRendered_andIsOnePage() {
    RandomStudies studies = new RandomStudies(20260101);
    for (int i = 0; i < 120; i++) {
      StudyReport study = studies.next();
      Document page = parse(study);
      assertThat(page.select("script")).as("study %s", i).hasSize(3);
      assertThat(page.select("table.sortable tbody tr")).hasSameSizeAs(study.arms());
      assertThat(figures(page).isObject()).isTrue();
      page.select("script, style, .marks").remove();
      assertThat(page.text()).doesNotContain("Optional", "null");
      assertThat(numbers(page)).noneMatch(n -> n.contains("NaN") || n.contains("Infinity"));
      assertThat(HtmlReport.render(study)).isEqualTo(HtmlReport.render(study));
    }
  }

  @Test
  void write_replacesTheFile_andNamesItIfItCannot(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), "old");
    HtmlReport.write(SampleStudies.classification(), file);
    assertThat(file).hasContent(HtmlReport.render(SampleStudies.classification()));
    assertThat(folder.toFile().list()).containsExactly("report.html");
    Path nowhere = folder.resolve("none").resolve("report.html");
    assertThatThrownBy(() -> HtmlReport.write(SampleStudies.classification(), nowhere))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(nowhere.toString());
  }

  private static List<String> numbers(Document page) {
    return page.select("td, .figure-number").eachText();
  }

  private static Document parse(StudyReport study) {
    return Jsoup.parse(HtmlReport.render(study));
  }

  private static JsonNode figures(Document page) {
    return JsonMapper.builder().build().readTree(page.selectFirst("#figures").data());
  }
}
