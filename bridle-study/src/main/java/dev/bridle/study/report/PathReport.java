package dev.bridle.study.report;

import dev.bridle.study.path.RegularizationPath;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

  private static final int HEAD = 2000;
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          PathReport.class.getClassLoader(),
          PathReport.class.getPackageName());
  private static final Assets ASSETS = Assets.ofPaths();

  private PathReport() {}

  /** The page of a path, a whole HTML document. */
  public static String render(RegularizationPath path, String name) {
    StringOutput html = new StringOutput(1 << 20);
    TEMPLATES.render("path.jte", PathPage.of(path, name, ASSETS), html);
    return html.toString();
  }

  /** Whether a file is such a page, so that another may take its place. */
  public static boolean isOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(MARK);
    } catch (IOException e) {
      return false;
    }
  }
}
