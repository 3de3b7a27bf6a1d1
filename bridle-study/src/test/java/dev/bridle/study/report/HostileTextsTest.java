package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.StudyReport;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** No text of a study becomes markup, script or style, wherever it stands. */
final class HostileTextsTest {
  private static final StudyReport STUDY = SampleStudies.undecided();
  private static final Document PLAIN = Jsoup.parse(HtmlReport.render(named("harmless")));

  static Stream<String> texts() {
    return Hostile.TEXTS.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text_addsNoElement_andNoAttribute(String text) {
    Document page = Jsoup.parse(HtmlReport.render(named(text)));
    assertThat(shape(page)).isSubsetOf(shape(PLAIN));
    assertThat(page.getAllElements().size()).isLessThanOrEqualTo(PLAIN.getAllElements().size());
    assertThat(page.select("script")).hasSize(3);
    assertThat(page.select("script").get(1).data()).isEqualTo(PLAIN.select("script").get(1).data());
    assertThat(page.select("script").get(2).data()).isEqualTo(PLAIN.select("script").get(2).data());
    assertThat(page.select("meta[http-equiv]").outerHtml())
        .isEqualTo(PLAIN.select("meta[http-equiv]").outerHtml());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text_isShownTidy_inTableAndData(String text) {
    Document page = Jsoup.parse(HtmlReport.render(named(text)));
    String tidy = Text.name(text);
    assertThat(page.selectFirst("table.sortable tbody code").wholeText()).isEqualTo(tidy);
    String data = page.selectFirst("#figures").data();
    assertThat(data).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(
            JsonMapper.builder().build().readTree(data).at("/differences/rows/0/label").asString())
        .isEqualTo(tidy);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void page_hasOnlyCharactersThatCanBeSeen(String text) {
    String html = HtmlReport.render(named(text));
    assertThat(html.length()).isLessThan(1_000_000);
    int from = html.lastIndexOf("</style>");
    int to = html.indexOf("<script", from);
    assertThat(html.substring(from, to).codePoints())
        .allMatch(c -> c == '\n' || !Set.of(15, 16, 19, 13, 14).contains(Character.getType(c)));
  }

  private static StudyReport named(String text) {
    return Renamed.of(STUDY, name -> text);
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
