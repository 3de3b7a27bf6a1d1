package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.diagnosis.Diagnoser;
import dev.bridle.study.diagnosis.Diagnosis;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A diagnosis as a browser shows it. Pictures are kept in {@code target/report-pictures}. */
final class DiagnosisInBrowserTest {
  private static final Path PICTURES = Path.of("target", "report-pictures");
  private static final String HOSTILE = " </script><img src=x onerror=alert(1)>";

  @TempDir private static Path folder;

  @RegisterExtension private static final InBrowser WEB = new InBrowser(() -> folder);

  @Test
  void everyChart_isDrawn() throws Exception {
    open("diagnosis-classification", SampleDiagnoses.classification(folder));
    assertThat(
            WEB.browser()
                .evaluate(
                    "[...document.querySelectorAll('.chart')]"
                        + ".filter(c => c.querySelectorAll('svg path').length > 0).length + ''"))
        .isEqualTo("6"); // classes, missing, four columns
    assertThat(WEB.browser().evaluate("document.querySelector('#classes').textContent"))
        .contains("kind 0", "73, 60");
    assertThat(WEB.browser().evaluate("document.querySelector('#missing').textContent"))
        .contains("age", "rows");
    quiet();
  }

  @Test
  void map_isPainted_andTellsOfTheCellThatIsPointedAt() throws Exception {
    open("diagnosis-regression", SampleDiagnoses.regression());
    assertThat(
            WEB.browser()
                .evaluate(
                    "(() => { const c = document.querySelector('#correlations canvas');"
                        + "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                        + "const seen = new Set(); for (let i = 0; i < d.length; i += 4)"
                        + " seen.add(d.slice(i, i + 3).join()); return seen.size + ''; })()"))
        .matches(colours -> Integer.parseInt(colours) > 50);
    WEB.browser()
        .evaluate(
            "(() => { const c = document.querySelector('#correlations canvas');"
                + "const at = c.getBoundingClientRect(); c.dispatchEvent(new MouseEvent('mousemove',"
                + " {clientX: at.right - 2, clientY: at.bottom - 2})); return '1'; })()");
    assertThat(WEB.browser().evaluate("document.querySelector('.map-tip').textContent"))
        .contains("r = 1.00");
    quiet();
  }

  @Test
  void everyPage_isQuiet_inLightAndDark_onDesksAndPhones() throws Exception {
    Map<String, Diagnosis> pages =
        Map.of(
            "diagnosis-classification", SampleDiagnoses.classification(folder),
            "diagnosis-regression", SampleDiagnoses.regression());
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

  @Test
  void hostileNames_doNothing() throws Exception {
    Diagnosis named = Diagnoser.of(SampleDiagnoses.customers(folder, name -> name + HOSTILE), 7);
    open("diagnosis-hostile", named);
    WEB.browser()
        .evaluate(
            "document.querySelectorAll('.chart').forEach(c => { const r = c.getBoundingClientRect();"
                + " (c.querySelector('canvas') ?? c.firstElementChild ?? c).dispatchEvent("
                + "new MouseEvent('mousemove', {bubbles: true, clientX: r.left + r.width / 2,"
                + " clientY: r.top + r.height / 2})); }); 1");
    WEB.browser().settle();
    assertThat(WEB.browser().evaluate("document.images.length + ''")).isEqualTo("0");
    quiet();
  }

  private static void open(String name, Diagnosis diagnosis) throws Exception {
    WEB.open(name, DiagnosisReport.render(diagnosis, name));
  }

  private static void quiet() {
    assertThat(WEB.browser().complaints()).isEmpty();
    assertThat(WEB.browser().requests())
        .allMatch(url -> url.startsWith("file:") || url.equals("data:,"));
  }
}
