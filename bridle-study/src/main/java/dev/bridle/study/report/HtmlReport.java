package dev.bridle.study.report;

import dev.bridle.file.AtomicFile;
import dev.bridle.study.result.StudyReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A finished study as one HTML file: verdict, table, charts and method, with everything they need.
 *
 * <p>The file loads nothing, from the network or from beside it. Verdict and tables can be read
 * with scripts off. Texts of the study, such as names of columns, are shown and never run:
 * templates escape them, and a content security policy admits this package's own scripts alone. It
 * follows the reader's light or dark setting and can be printed. The same study makes the same
 * bytes.
 */
public final class HtmlReport {
  /** What tells a file of this kind from others. */
  private static final String MARK = "<meta name=\"generator\" content=\"bridle compare\">";

  private static final Assets ASSETS = Assets.load();

  private HtmlReport() {}

  /** The report of a study, a whole HTML document. */
  public static String render(StudyReport study) {
    return Templates.render("report.jte", Page.of(Tidy.of(study), ASSETS));
  }

  /**
   * Writes the report of a study, replacing a report that is there in one step.
   *
   * @throws IOException if the file cannot be written; the message names it and the reason
   */
  public static void write(StudyReport study, Path file) throws IOException {
    byte[] html = render(study).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, html.length, out -> out.write(html));
  }

  /** Whether a file is such a report, so that another may take its place. */
  public static boolean isOne(Path file) {
    return Templates.isMarked(file, MARK);
  }
}
