package dev.bridle.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What every report holds: the style, ECharts, and the scripts that draw with it.
 *
 * <p>The content security policy lists these by their hashes and nothing else, so a browser runs no
 * script that came in any other way. Charts set the style attribute of the lines and texts they
 * draw, which is allowed; style elements are not. Nothing may be loaded.
 *
 * @param style the style sheet
 * @param charts ECharts
 * @param script our own scripts, one after another
 */
record Assets(String style, String charts, String script) {
  private static final List<String> SCRIPTS =
      List.of(
          "page.js",
          "theme.js",
          "chart.js",
          "differences.js",
          "strengths.js",
          "learning.js",
          "gaps.js",
          "reliability.js",
          "inside.js",
          "start.js");

  /** What a diagnosis draws with. */
  private static final List<String> OF_DIAGNOSES =
      List.of(
          "page.js",
          "theme.js",
          "chart.js",
          "histograms.js",
          "bars.js",
          "correlations.js",
          "diagnosis.js");

  /** What a regularization path draws with. */
  private static final List<String> OF_PATHS =
      List.of("page.js", "theme.js", "chart.js", "path.js");

  /** Those of the report of a study, from the class path. */
  static Assets load() {
    return of(List.of("report.css"), SCRIPTS);
  }

  /** Those of a diagnosis. */
  static Assets ofDiagnoses() {
    return of(List.of("report.css", "diagnosis.css"), OF_DIAGNOSES);
  }

  /** Those of a regularization path. */
  static Assets ofPaths() {
    return of(List.of("report.css", "path.css"), OF_PATHS);
  }

  private static Assets of(List<String> styles, List<String> scripts) {
    return new Assets(joined(styles), read("echarts.common.min.js"), joined(scripts));
  }

  private static String joined(List<String> names) {
    return names.stream().map(Assets::read).collect(Collectors.joining("\n"));
  }

  /** The content security policy of a page with these. */
  String policy() {
    return "default-src 'none'; script-src "
        + hash(charts)
        + " "
        + hash(script)
        + "; style-src "
        + hash(style)
        + "; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  /** How a policy names an inline script or style. */
  static String hash(String content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  private static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": not on the class path; the build puts it there");
      }
      // browsers hash a page's lines as ending with \n, however they ended in the file
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read", e);
    }
  }
}
