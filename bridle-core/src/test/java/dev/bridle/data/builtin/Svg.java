package dev.bridle.data.builtin;

import java.util.Locale;

/**
 * A small vector picture being written: a light card with dark ink, so that it reads on light and
 * on dark pages. Lengths are in pixels from the top left.
 */
final class Svg {
  /** The colours of two classes, told apart also by those who do not see red and green. */
  static final String BLUE = "#0072b2";

  static final String ORANGE = "#d55e00";

  private static final String STYLE =
      """
      <style>
      text { font: 12px Helvetica, Arial, sans-serif; fill: #24292f }
      .title { font-size: 16px; font-weight: bold }
      .note { fill: #57606a }
      .axis { stroke: #57606a; fill: none }
      .grid { stroke: #e4e1da; fill: none }
      .curve { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
      .first { fill: #0072b2; stroke: #fdfcf9; stroke-width: 0.8 }
      .second { fill: #d55e00; stroke: #fdfcf9; stroke-width: 0.8 }
      .pale { fill-opacity: 0.3 }
      .faint { fill-opacity: 0.5 }
      .zone { fill: #efece4 }
      </style>
      """;

  private final StringBuilder out = new StringBuilder();

  /** A card of this size with its title written at the top left. */
  Svg(int width, int height, String title) {
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\""
            .formatted(width, height));
    out.append(" viewBox=\"0 0 %s %s\" role=\"img\">\n".formatted(width, height));
    out.append("<title>").append(escape(title)).append("</title>\n").append(STYLE);
    out.append(
        "<rect x=\"0.5\" y=\"0.5\" width=\"%s\" height=\"%s\" rx=\"8\""
            .formatted(width - 1, height - 1));
    out.append(" fill=\"#fdfcf9\" stroke=\"#d0cdc6\"/>\n");
    text(20, 28, "title", "start", title);
  }

  /** Adds an element, or the beginning or the end of one, as it is. */
  Svg raw(String element) {
    out.append(element).append('\n');
    return this;
  }

  /** Text whose start, middle or end (the anchor) is at (x, y). */
  Svg text(double x, double y, String style, String anchor, String text) {
    return raw(
        "<text x=\"%s\" y=\"%s\" class=\"%s\" text-anchor=\"%s\">%s</text>"
            .formatted(number(x), number(y), style, anchor, escape(text)));
  }

  /** Text that runs upward, its middle at (x, y). */
  Svg upright(double x, double y, String text) {
    return raw(
        "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\">%s</text>"
            .formatted(number(x), number(y), escape(text)));
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    return path("M%s %sL%s %s".formatted(number(x1), number(y1), number(x2), number(y2)), style);
  }

  Svg path(String commands, String style) {
    return raw("<path class=\"%s\" d=\"%s\"/>".formatted(style, commands));
  }

  /** The mark of one row: a disc for the first class, a diamond for the second. */
  Svg mark(int label, double x, double y, double size, String style) {
    if (label == 0) {
      return raw(
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"first%s\"/>"
              .formatted(number(x), number(y), number(size), style));
    }
    String step = number(1.25 * size);
    String top = number(y - 1.25 * size);
    return path(
        "M%s %sl%s %sl-%s %sl-%s -%sz"
            .formatted(number(x), top, step, step, step, step, step, step),
        "second" + style);
  }

  /** The finished picture. */
  String end() {
    return out + "</svg>\n";
  }

  /** A number with at most one decimal. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    String shorter = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return shorter.equals("-0") ? "0" : shorter;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
