package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.path.RegularizationPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PathReportTest {
  @TempDir Path folder;

  static List<String> texts() {
    return Hostile.TEXTS;
  }

  @Test
  void page_saysWhichStrengthIsWhich() {
    Document page = parse(SamplePaths.classification(), "sonar.csv");
    assertThat(page.title()).isEqualTo("Bridle path of sonar.csv");
    assertThat(page.selectFirst("h1").text())
        .isEqualTo("Accuracy is best at l1(0.001): 86.0 %; without it 80.0 %");
    assertThat(page.select(".facts li").eachText()).contains("21 strengths", "3 replicates");
    assertThat(page.select(".method dt").eachText())
        .containsExactly("Best", "One standard error", "A study's choice");
    assertThat(page.select(".method dd").get(1).text())
        .startsWith("l1(0.00562)")
        .contains("The strongest whose difference to the best is within one standard error")
        .contains("inputs alive");
    assertThat(page.select(".exploratory")).isEmpty();
  }

  @Test
  void table_hasARowForEachStrength() {
    Document page = parse(SamplePaths.classification(), "sonar.csv");
    assertThat(page.select("thead th").eachText())
        .containsExactly(
            "Recipe",
            "Validation, %",
            "Training, %",
            "Zeros in dense1, %",
            "Zeros in dense2, %",
            "Zeros in dense3, %",
            "Norm of dense1",
            "Norm of dense2",
            "Norm of dense3",
            "Inputs alive",
            "Parameters left");
    assertThat(page.select("tbody tr")).hasSize(22);
    assertThat(page.select("tbody tr").get(0).children().eachText())
        .startsWith("none reference", "80.0 ± 1.3", "100.0 ± 1.0", "0.0");
    assertThat(page.select("tbody tr").get(13).children().eachText())
        .containsExactly(
            "l1(0.001) best",
            "86.0 ± 1.4",
            "100.0 ± 1.0",
            "60.0",
            "36.0",
            "21.6",
            "3.600",
            "2.400",
            "1.800",
            "4",
            "72");
  }

  @Test
  void divergedStrength_isSaid_andInNoChart() {
    Document page = parse(SamplePaths.limit(), "diabetes.csv");
    assertThat(page.select(".exploratory").eachText())
        .containsExactly(
            "3 of 15 trainings diverged and count in no mean.",
            "The best strength is the first or the last: a longer path may find a better.");
    assertThat(page.select("tbody tr").get(2).children().eachText())
        .containsExactly("max-norm(4)", "–", "–", "–", "–", "–", "–", "–", "–", "–", "–");
    JsonNode figures = figures(page);
    assertThat(figures.at("/turned").asBoolean()).isTrue();
    assertThat(figures.at("/scale").asString()).isEqualTo("value");
    assertThat(figures.at("/scores").size()).isEqualTo(3);
  }

  @Test
  void nothingLeft_isSaid_withoutCharts() {
    Document page = parse(SamplePaths.failed(), "x");
    assertThat(page.selectFirst("h1").text()).isEqualTo("Every training diverged");
    assertThat(page.select(".chart")).isEmpty();
    assertThat(page.select("tbody tr")).hasSize(3);
  }

  @Test
  void figures_areTheNumbers() {
    JsonNode figures = figures(parse(SamplePaths.classification(), "sonar.csv"));
    assertThat(figures.at("/scale").asString()).isEqualTo("log");
    assertThat(figures.at("/strength").asString()).isEqualTo("lambda of l1");
    assertThat(figures.at("/scores/12/mean").asDouble()).isEqualTo(86);
    assertThat(figures.at("/scores/12/x").asDouble()).isEqualTo(1e-3);
    assertThat(figures.at("/zeros/0/points/12/1").asDouble()).isEqualTo(60);
    assertThat(figures.at("/norms/2/name").asString()).isEqualTo("dense3");
    assertThat(figures.at("/inputs/points/12/1").asDouble()).isEqualTo(40);
    assertThat(figures.at("/marks/0/text").asString()).isEqualTo("best");
    assertThat(figures.at("/marks/1/text").asString()).isEqualTo("one standard error");
  }

  @Test
  void page_isSelfContained_underAPolicyOfHashes() {
    Document page = parse(SamplePaths.classification(), "sonar.csv");
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    List<Element> scripts = page.select("script");
    assertThat(scripts).hasSize(3);
    assertThat(policy)
        .startsWith("default-src 'none'; script-src 'sha256-")
        .contains(Assets.hash(scripts.get(1).data()), Assets.hash(scripts.get(2).data()))
        .contains(Assets.hash(page.selectFirst("style").data()))
        .doesNotContain("unsafe-eval", "http:", "https:", "*");
    assertThat(page.select("[src], [srcset], [action], object, iframe, base, [style]")).isEmpty();
    assertThat(page.select("[href]").eachAttr("href")).containsExactly("data:,");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void name_addsNoElement(String text) {
    Document plain = parse(SamplePaths.classification(), "harmless");
    Document page = parse(SamplePaths.classification(), text);
    assertThat(page.getAllElements()).hasSameSizeAs(plain.getAllElements());
  }

  @Test
  void sameBytes_inAnyLocale() {
    String page = PathReport.render(SamplePaths.classification(), "x");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(PathReport.render(SamplePaths.classification(), "x")).isEqualTo(page);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isOne_isTrueOfPaths_only() throws IOException {
    Path file = folder.resolve("path.html");
    Files.writeString(file, PathReport.render(SamplePaths.limit(), "x"));
    assertThat(PathReport.isOne(file)).isTrue();
    Files.writeString(file, DiagnosisReport.render(SampleDiagnoses.regression(), "x"));
    assertThat(PathReport.isOne(file)).isFalse();
    assertThat(PathReport.isOne(folder)).isFalse();
  }

  private static JsonNode figures(Document page) {
    return JsonMapper.builder().build().readTree(page.selectFirst("#figures").data());
  }

  private static Document parse(RegularizationPath path, String name) {
    return Jsoup.parse(PathReport.render(path, name));
  }
}
