package dev.bridle.study.report;

import dev.bridle.study.path.RegularizationPath;
import java.nio.file.Path;

/**
 * A regularization path as one HTML file: scores, zeros, norms and inputs over strengths.
 *
 * <p>Made as {@link HtmlReport} is, with the same promises: nothing is loaded, nothing of the data
 * is run, the same path makes the same bytes.
 */
public final class PathReport {
  /** What tells a file of this kind from others. */
  private static final String MARK = "<meta name=\"generator\" content=\"bridle path\">";

  private static final Assets ASSETS = Assets.ofPaths();

  private PathReport() {}

  /** The page of a path, a whole HTML document. */
  public static String render(RegularizationPath path, String name) {
    return Templates.render("path.jte", PathPage.of(path, name, ASSETS));
  }

  /** Whether a file is such a page, so that another may take its place. */
  public static boolean isOne(Path file) {
    return Templates.isMarked(file, MARK);
  }
}
