package dev.bridle.study.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The templates of this package's pages, and how a page of a kind is known again. */
final class Templates {
  /** In how much of a file its mark stands. */
  private static final int HEAD = 2000;

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          Templates.class.getPackageName());

  private Templates() {}

  /** A whole HTML document. */
  static String render(String template, Object page) {
    StringOutput html = new StringOutput(1 << 20);
    ENGINE.render(template, page, html);
    return html.toString();
  }

  /** Whether a file begins as pages with this mark do. */
  static boolean isMarked(Path file, String mark) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(mark);
    } catch (IOException e) {
      return false;
    }
  }
}
