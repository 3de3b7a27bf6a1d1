package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.diagnosis.Diagnoser;
import dev.bridle.study.diagnosis.Diagnosis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DiagnosisReportTest {
  @TempDir Path folder;

  @Test
  void page_saysWhatWasSeen_andWhatItSpeaksFor() {
    Document page = parse(SampleDiagnoses.regression(), "correlated");
    assertThat(page.title()).isEqualTo("Bridle diagnosis of correlated");
    assertThat(page.selectFirst("h1").text()).isEqualTo("Most speaks for elastic-net");
    assertThat(page.select(".facts li").eachText())
        .containsExactly("120 rows", "40 columns", "40 inputs", "regression", "target y");
    assertThat(page.selectFirst(".suggestions code").text())
        .isEqualTo("elastic-net(1e-5..1e-1, alpha=0.5)");
    assertThat(page.selectFirst(".together").text()).startsWith("none; elastic-net(");
    assertThat(page.select(".method dt").eachText()).contains("Blocks", "Relevance", "Noise");
    assertThat(page.select("table.sortable tbody tr")).hasSize(40);
    assertThat(page.select("#classes, #missing")).isEmpty();
    assertThat(page.select(".histogram")).hasSize(36);
    assertThat(page.text()).contains("4 more are in the table below");
  }

  @Test
  void page_ofClasses_hasBars_andWhatIsOdd() {
    Document page = parse(SampleDiagnoses.classification(folder), "customers.csv");
    assertThat(page.select("#classes")).hasSize(1);
    assertThat(page.select("#missing").attr("aria-label"))
        .isEqualTo("1 column of 3 have missing values.");
    assertThat(page.select("table.sortable tbody th").eachText())
        .contains("country left out: is \"DE\" in every row");
    assertThat(page.select(".exploratory").eachText())
        .anyMatch(text -> text.startsWith("1 of 121 rows repeats another in every column"));
    assertThat(page.select(".notes li").eachText())
        .contains("Column \"country\" is \"DE\" in every row and is left out.");
  }

  @Test
  void figures_areTheNumbers() {
    JsonNode figures = figures(parse(SampleDiagnoses.classification(folder), "customers.csv"));
    assertThat(figures.at("/classes/labels/0").asString()).isEqualTo("kind 0");
    assertThat(figures.at("/classes/values/0").asInt()).isEqualTo(73);
    assertThat(figures.at("/map/columns").size()).isEqualTo(2);
    assertThat(figures.at("/map/r/0/0").asInt()).isEqualTo(100);
    assertThat(figures.at("/map/r/0/1")).isEqualTo(figures.at("/map/r/1/0"));
    assertThat(figures.at("/histograms").size()).isEqualTo(4);
    assertThat(figures.at("/histograms/0/name").asString()).isEqualTo("plan");
  }

  @Test
  void page_isSelfContained_underAPolicyOfHashes() {
    Document page = parse(SampleDiagnoses.regression(), "correlated");
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
    assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import", "//");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><img src=x onerror=alert(1)>",
        "'><svg onload=alert(1)>",
        "${7*7} !{x} @if(true)",
        "\u202Eexe.csv",
        "line\u2028end",
        "\u0645\u0631\u062D\u0628\u0627 \uD83D\uDC0E"
      })
  void names_areShown_andAddNothing(String hostile) {
    Document plain = parse(SampleDiagnoses.classification(folder), "customers.csv");
    Diagnosis named =
        Diagnoser.of(SampleDiagnoses.customers(folder, name -> name + " " + hostile), 7);
    String html = DiagnosisReport.render(named, hostile);
    Document page = Jsoup.parse(html);
    assertThat(shape(page)).isEqualTo(shape(plain));
    assertThat(page.getAllElements()).hasSameSizeAs(plain.getAllElements());
    assertThat(page.select("table.sortable tbody code").eachText().get(0))
        .isEqualTo(
            Jsoup.parse("<p></p>").selectFirst("p").text(Text.name("age " + hostile)).text());
    String data = page.selectFirst("#figures").data();
    assertThat(data).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(figures(page).at("/histograms/0/name").asString())
        .isEqualTo(Text.name("plan " + hostile));
  }

  @Test
  void isOne_tellsItFromOtherFiles() throws IOException {
    Path file = folder.resolve("page.html");
    assertThat(DiagnosisReport.isOne(file)).isFalse();
    Files.writeString(file, "<html>mine</html>");
    assertThat(DiagnosisReport.isOne(file)).isFalse();
    Files.writeString(file, DiagnosisReport.render(SampleDiagnoses.regression(), "c"));
    assertThat(DiagnosisReport.isOne(file)).isTrue();
    assertThat(DiagnosisReport.isOne(folder)).isFalse();
  }

  @Test
  void locale_changesNothing_andSizeIsBounded() {
    Diagnosis diagnosis = SampleDiagnoses.regression();
    String html = DiagnosisReport.render(diagnosis, "correlated");
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1 << 20);
    Locale before = Locale.getDefault();
    try {
      for (String locale : List.of("tr-TR", "ar-EG", "hi-IN-u-nu-deva", "de-DE", "fr-FR")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(DiagnosisReport.render(diagnosis, "correlated")).as(locale).isEqualTo(html);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Document parse(Diagnosis diagnosis, String name) {
    return Jsoup.parse(DiagnosisReport.render(diagnosis, name));
  }

  private static JsonNode figures(Document page) {
    return JsonMapper.builder().build().readTree(page.selectFirst("#figures").data());
  }

  /** Names of elements with their classes, and names of attributes. */
  private static Set<String> shape(Document page) {
    Set<String> shape = new TreeSet<>();
    for (Element element : page.getAllElements()) {
      shape.add(element.tagName() + element.classNames());
      for (Attribute attribute : element.attributes()) {
        shape.add(element.tagName() + " " + attribute.getKey());
      }
    }
    return shape;
  }
}
