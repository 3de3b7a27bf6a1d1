package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.result.StudyReport;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The report as a browser shows it. Pictures are kept in {@code target/report-pictures}. */
final class ReportInBrowserTest {
  private static final Path PICTURES = Path.of("target", "report-pictures");
  private static final String TITLES =
      "[...document.querySelectorAll('.sortable tbody code')].map(c => c.textContent).join('|')";

  @TempDir private static Path folder;

  @RegisterExtension private static final InBrowser WEB = new InBrowser(() -> folder);

  @Test
  void everyChart_isDrawn() throws Exception {
    open("classification", SampleStudies.classification());
    assertThat(WEB.browser().evaluate("document.querySelectorAll('.chart').length + ''"))
        .isEqualTo("15");
    assertThat(
            WEB.browser()
                .evaluate(
                    "[...document.querySelectorAll('.chart')]"
                        + ".filter(c => c.querySelectorAll('svg path').length > 5).length + ''"))
        .isEqualTo("15");
    assertThat(WEB.browser().evaluate("document.querySelector('#differences').textContent"))
        .contains("dropout(0.5) + max-norm(3)", "better", "−18.2");
    quiet();
  }

  @Test
  void lookIntoTheNetworks_isDrawn() throws Exception {
    open("inside", SampleStudies.classification().with(SampleExamined.pair()));
    assertThat(
            WEB.browser()
                .evaluate(
                    "[...document.querySelectorAll('.norms, .norms-noise')]"
                        + ".filter(c => c.querySelectorAll('svg path').length > 5).length + ''"))
        .isEqualTo("3");
    photograph("inside", 1280, "light");
    photograph("inside", 420, "dark");
    quiet();
  }

  @Test
  void everyStudy_isQuiet_inLightAndDark_onDesksAndPhones() throws Exception {
    Map<String, StudyReport> studies =
        Map.of(
            "classification", SampleStudies.classification(),
            "regression", SampleStudies.regression(),
            "undecided", SampleStudies.undecided(),
            "exploratory", SampleStudies.exploratory(),
            "failed", SampleStudies.failed());
    for (String name : studies.keySet()) {
      open(name, studies.get(name));
      photograph(name, 1280, "light");
      photograph(name, 1280, "dark");
      photograph(name, 420, "light");
      quiet();
    }
  }

  @Test
  void hostileNames_doNothing() throws Exception {
    open("hostile", SampleStudies.hostile());
    hoverOverCharts();
    photograph("hostile", 1280, "light");
    assertThat(WEB.browser().evaluate("document.title"))
        .startsWith("Bridle study of </script><img");
    assertThat(WEB.browser().evaluate("document.images.length + ''")).isEqualTo("0");
    assertThat(
            WEB.browser().evaluate("document.querySelectorAll('[onerror],[onload]').length + ''"))
        .isEqualTo("0");
    quiet();
  }

  @Test
  void head_sortsTheTable_andBack() throws Exception {
    open("classification", SampleStudies.classification());
    String byScore = WEB.browser().evaluate(TITLES);
    press("Trials");
    assertThat(WEB.browser().evaluate(TITLES)).startsWith("early-stopping").isNotEqualTo(byScore);
    press("Accuracy");
    assertThat(WEB.browser().evaluate(TITLES)).isEqualTo(byScore);
    press("Accuracy");
    assertThat(WEB.browser().evaluate(TITLES)).startsWith("spectral-norm");
    press("Difference");
    press("Difference");
    assertThat(WEB.browser().evaluate(TITLES))
        .as("numbers that are missing stay last")
        .endsWith("none");
    quiet();
  }

  @Test
  void choice_changesTheCurvesBesideTheBaseline() throws Exception {
    open("classification", SampleStudies.classification());
    String other = "document.querySelectorAll('.pair .panel')[1]";
    String before = WEB.browser().evaluate(other + ".querySelector('svg').outerHTML");
    WEB.browser()
        .evaluate("rival.selectedIndex = 6; rival.dispatchEvent(new Event('change')); rival.value");
    WEB.browser().settle();
    assertThat(WEB.browser().evaluate(other + ".querySelector('code').textContent"))
        .isEqualTo("label-smoothing(0.1)");
    assertThat(WEB.browser().evaluate(other + ".querySelector('svg').outerHTML"))
        .isNotEqualTo(before);
    quiet();
  }

  @Test
  void pointing_tellsTheNumbers() throws Exception {
    open("classification", SampleStudies.classification());
    WEB.browser().show(1280, 900, "light");
    hoverOverCharts();
    assertThat(
            WEB.browser()
                .evaluate(
                    "[...document.querySelectorAll('.tip')].map(t => t.textContent).join('\\n')"))
        .contains("adjusted p < 0.001", "of the replicates", "train 9", "epoch ");
    quiet();
  }

  @Test
  void paper_isWhite_whateverTheReaderPrefers() throws Exception {
    open("classification", SampleStudies.classification());
    WEB.browser().show(1280, 900, "dark");
    String color = "getComputedStyle(document.body).backgroundColor";
    String dark = WEB.browser().evaluate(color);
    WEB.browser().evaluate("window.dispatchEvent(new Event('beforeprint')); 1");
    assertThat(WEB.browser().evaluate(color)).isEqualTo("rgb(252, 252, 251)").isNotEqualTo(dark);
    WEB.browser().evaluate("window.dispatchEvent(new Event('afterprint')); 1");
    assertThat(WEB.browser().evaluate(color)).isEqualTo(dark);
    quiet();
  }

  private void open(String name, StudyReport study) throws Exception {
    Path file = folder.resolve(name + ".html");
    HtmlReport.write(study, file);
    WEB.browser().show(1280, 900, "light");
    WEB.browser().open(file);
  }

  private void photograph(String name, int width, String scheme) throws Exception {
    WEB.browser().show(width, 900, scheme);
    WEB.browser().photograph(PICTURES.resolve(name + "-" + width + "-" + scheme + ".png"));
  }

  private void press(String head) throws Exception {
    WEB.browser()
        .evaluate(
            "[...document.querySelectorAll('th button')].find(b => b.textContent.startsWith('"
                + head
                + "')).click(); 1");
  }

  /** Moves the pointer over the middle of every chart, as a reader would. */
  private void hoverOverCharts() throws Exception {
    int charts =
        Integer.parseInt(WEB.browser().evaluate("document.querySelectorAll('.chart').length + ''"));
    for (int i = 0; i < charts; i++) {
      String[] at =
          WEB.browser()
              .evaluate(
                  "(() => { const c = document.querySelectorAll('.chart')["
                      + i
                      + "]; c.scrollIntoView({block: 'center'}); const r = c.getBoundingClientRect();"
                      + " return (r.x + r.width / 2) + ' ' + (r.y + r.height / 2); })()")
              .split(" ");
      for (int step = 0; step < 2; step++) {
        WEB.browser()
            .call(
                "Input.dispatchMouseEvent",
                Map.of(
                    "type",
                    "mouseMoved",
                    "x",
                    Double.parseDouble(at[0]) + step,
                    "y",
                    Double.parseDouble(at[1])));
      }
      WEB.browser().settle();
    }
  }

  /** Nothing was complained of, and nothing but the file itself was asked for. */
  private void quiet() {
    assertThat(WEB.browser().complaints()).isEmpty();
    assertThat(WEB.browser().requests())
        .hasSize(1)
        .allMatch(address -> address.startsWith("file:"));
  }
}
