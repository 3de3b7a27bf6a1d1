package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bridle.study.path.RegularizationPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A path as a browser shows it. Pictures are kept in {@code target/report-pictures}. */
final class PathInBrowserTest {
  private static final Path PICTURES = Path.of("target", "report-pictures");

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void startBrowser() throws Exception {
    Optional<Path> program = Browser.program();
    if (program.isPresent()) {
      browser = Browser.start(program.get(), folder);
    }
  }

  @BeforeEach
  void requireBrowser() {
    assumeTrue(browser != null, "no Chromium on the path, so no page is opened in one");
  }

  @AfterAll
  static void stopBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyChart_isDrawn_withItsMarks() throws Exception {
    open("path-classification", SamplePaths.classification());
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('.chart')]"
                    + ".filter(c => c.querySelectorAll('svg path').length > 3).length + ''"))
        .isEqualTo("4");
    assertThat(browser.evaluate("document.querySelector('#scores').textContent"))
        .contains("best", "one standard error", "accuracy, %", "lambda of l1");
    assertThat(
            browser.evaluate(
                "document.querySelectorAll('#scores path[stroke-dasharray]').length + ''"))
        .matches(lines -> Integer.parseInt(lines) >= 3); // training and two marks
    quiet();
  }

  @Test
  void mark_standsAtItsStrength() throws Exception {
    open("path-classification", SamplePaths.classification());
    assertThat(
            browser.evaluate(
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
    browser.evaluate(
        "(() => { const c = document.querySelector('#zeros');"
            + " const r = c.getBoundingClientRect(); c.firstElementChild.dispatchEvent("
            + "new MouseEvent('mousemove', {bubbles: true, clientX: r.left + r.width / 2,"
            + " clientY: r.top + r.height / 2})); return '1'; })()");
    browser.settle();
    assertThat(browser.evaluate("document.querySelector('#zeros .tip').textContent"))
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
          browser.show(width, 900, scheme);
          browser.photograph(PICTURES.resolve(name + "-" + width + "-" + scheme + ".png"));
          assertThat(
                  browser.evaluate(
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
    Path file = folder.resolve(name + ".html");
    Files.writeString(file, PathReport.render(path, name));
    browser.show(1280, 900, "light");
    browser.open(file);
  }

  private static void quiet() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).allMatch(url -> url.startsWith("file:") || url.equals("data:,"));
  }
}
