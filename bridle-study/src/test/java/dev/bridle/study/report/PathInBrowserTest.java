package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.path.RegularizationPath;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A path as a browser shows it. Pictures are kept in {@code target/report-pictures}. */
final class PathInBrowserTest {
  private static final Path PICTURES = Path.of("target", "report-pictures");

  @TempDir private static Path folder;

  @RegisterExtension private static final InBrowser WEB = new InBrowser(() -> folder);

  @Test
  void everyChart_isDrawn_withItsMarks() throws Exception {
    open("path-classification", SamplePaths.classification());
    assertThat(
            WEB.browser()
                .evaluate(
                    "[...document.querySelectorAll('.chart')]"
                        + ".filter(c => c.querySelectorAll('svg path').length > 3).length + ''"))
        .isEqualTo("4");
    assertThat(WEB.browser().evaluate("document.querySelector('#scores').textContent"))
        .contains("best", "one standard error", "accuracy, %", "lambda of l1");
    assertThat(
            WEB.browser()
                .evaluate(
                    "document.querySelectorAll('#scores path[stroke-dasharray]').length + ''"))
        .matches(lines -> Integer.parseInt(lines) >= 3); // training and two marks
    quiet();
  }

  @Test
  void mark_standsAtItsStrength() throws Exception {
    open("path-classification", SamplePaths.classification());
    assertThat(
            WEB.browser()
                .evaluate(
                    "(() => { const middle = e => { const r = e.getBoundingClientRect();"
                        + " return r.left + r.width / 2; };"
                        + " const at = middle([...document.querySelectorAll('#norms text')]"
                        + ".find(t => t.textContent === '0.001'));"
                        + " return [...document.querySelectorAll('#norms path[stroke-dasharray]')]"
                        + ".filter(p => Math.abs(middle(p) - at) < 3).length + ''; })()"))
        .isEqualTo("1");
  }

  @Test
  void pointer_isToldOfTheStrength() throws Exception {
    open("path-classification", SamplePaths.classification());
    WEB.browser()
        .evaluate(
            "(() => { const c = document.querySelector('#zeros');"
                + " const r = c.getBoundingClientRect(); c.firstElementChild.dispatchEvent("
                + "new MouseEvent('mousemove', {bubbles: true, clientX: r.left + r.width / 2,"
                + " clientY: r.top + r.height / 2})); return '1'; })()");
    WEB.browser().settle();
    assertThat(WEB.browser().evaluate("document.querySelector('#zeros .tip').textContent"))
        .contains("l1(", "dense1 ", "dense3 ");
    quiet();
  }

  @Test
  void everyPage_isQuiet_inLightAndDark_onDesksAndPhones() throws Exception {
    Map<String, RegularizationPath> pages =
        Map.of(
            "path-classification", SamplePaths.classification(),
            "path-limit", SamplePaths.limit(),
            "path-failed", SamplePaths.failed());
    for (String name : pages.keySet()) {
      open(name, pages.get(name));
      for (int width : new int[] {1280, 420}) {
        for (String scheme : new String[] {"light", "dark"}) {
          WEB.browser().show(width, 900, scheme);
          WEB.browser().photograph(PICTURES.resolve(name + "-" + width + "-" + scheme + ".png"));
          assertThat(
                  WEB.browser()
                      .evaluate(
                          "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                              + " + ''"))
              .as("nothing sticks out at " + width)
              .isEqualTo("0");
        }
      }
      quiet();
    }
  }

  private static void open(String name, RegularizationPath path) throws Exception {
    WEB.open(name, PathReport.render(path, name));
  }

  private static void quiet() {
    assertThat(WEB.browser().complaints()).isEmpty();
    assertThat(WEB.browser().requests())
        .allMatch(url -> url.startsWith("file:") || url.equals("data:,"));
  }
}
