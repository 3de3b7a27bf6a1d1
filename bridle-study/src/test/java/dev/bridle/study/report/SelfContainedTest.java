package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.ArmReport;
import dev.bridle.study.result.StudyReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** One file that needs nothing else, is not too large, and is the same everywhere. */
final class SelfContainedTest {
  private static final int MEGABYTE = 1 << 20;

  @Test
  void policy_namesTheTwoScripts_byTheirHashes() {
    Document page = parse(SampleStudies.classification());
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    List<Element> scripts = page.select("script");
    assertThat(scripts).hasSize(3);
    assertThat(scripts.get(0).attr("type")).isEqualTo("application/json");
    assertThat(policy)
        .startsWith("default-src 'none'; script-src 'sha256-")
        .contains(Assets.hash(scripts.get(1).data()), Assets.hash(scripts.get(2).data()))
        .contains(Assets.hash(page.selectFirst("style").data()))
        .doesNotContain("unsafe-eval", "http:", "https:", "*");
    assertThat(policy.split("script-src ")[1].split(";")[0]).doesNotContain("unsafe");
  }

  @Test
  void nothing_isLoaded() {
    Document page = parse(SampleStudies.classification());
    assertThat(page.select("[src], [srcset], [action], [background], object, iframe, embed, base"))
        .isEmpty();
    assertThat(page.select("[href]").eachAttr("href")).containsExactly("data:,");
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import", "//");
    assertThat(page.select("[style]")).isEmpty();
  }

  @Test
  void size_isBelowThreeMegabytes_for200Recipes() {
    StudyReport study = SampleStudies.classification();
    List<ArmReport> arms = new ArrayList<>(study.arms());
    while (arms.size() < 200) {
      int number = arms.size();
      arms.add(Renamed.of(arms.get(1 + number % 12), name -> name + " variant " + number));
    }
    String html = HtmlReport.render(SampleStudies.with(study, arms));
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3 * MEGABYTE);
    assertThat(Jsoup.parse(html).select("table.sortable tbody tr")).hasSize(200);
    assertThat(HtmlReport.render(study)).hasSizeLessThan(MEGABYTE);
  }

  @Test
  void locale_changesNothing() {
    Locale before = Locale.getDefault();
    String html = HtmlReport.render(SampleStudies.classification());
    try {
      for (String locale : List.of("tr-TR", "ar-EG", "hi-IN-u-nu-deva", "de-DE", "fr-FR")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(HtmlReport.render(SampleStudies.classification())).as(locale).isEqualTo(html);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Document parse(StudyReport study) {
    return Jsoup.parse(HtmlReport.render(study));
  }
}
