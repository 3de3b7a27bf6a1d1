package dev.bridle.study.report;

import dev.bridle.study.diagnosis.Diagnosis;
import java.nio.file.Path;

/**
 * A diagnosis as one HTML file: what is seen, what it speaks for, and the pictures behind it.
 *
 * <p>Made as {@link HtmlReport} is, with the same promises: nothing is loaded, nothing of the data
 * is run, the same diagnosis makes the same bytes.
 */
public final class DiagnosisReport {
  /** What tells a file of this kind from others. */
  private static final String MARK = "<meta name=\"generator\" content=\"bridle diagnose\">";

  private static final Assets ASSETS = Assets.ofDiagnoses();

  private DiagnosisReport() {}

  /** The page of a diagnosis, a whole HTML document. */
  public static String render(Diagnosis diagnosis, String name) {
    return Templates.render("diagnosis.jte", DiagnosisPage.of(diagnosis, name, ASSETS));
  }

  /** Whether a file is such a page, so that another may take its place. */
  public static boolean isOne(Path file) {
    return Templates.isMarked(file, MARK);
  }
}
