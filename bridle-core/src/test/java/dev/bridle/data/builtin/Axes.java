package dev.bridle.data.builtin;

import java.util.List;

/** A rectangle of a picture in which numbers have a place. */
final class Axes {
  private static final int TICK = 5;

  private final Svg svg;
  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final double[] xRange;
  private final double[] yRange;

  /** A box at (left, top); the ranges are the lowest and the highest number shown. */
  Axes(
      Svg svg,
      double left,
      double top,
      double width,
      double height,
      double[] xRange,
      double[] yRange) {
    this.svg = svg;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.xRange = xRange;
    this.yRange = yRange;
  }

  double x(double value) {
    return left + width * (value - xRange[0]) / (xRange[1] - xRange[0]);
  }

  double y(double value) {
    return top + height * (yRange[1] - value) / (yRange[1] - yRange[0]);
  }

  /** Grid lines and numbers below the box, and what they count. */
  Axes alongX(String label, double... ticks) {
    for (double tick : ticks) {
      svg.line(x(tick), top, x(tick), top + height, "grid");
      svg.line(x(tick), top + height, x(tick), top + height + TICK, "axis");
      svg.text(x(tick), top + height + 19, "note", "middle", Svg.number(tick));
    }
    svg.text(left + width / 2, top + height + 36, "", "middle", label);
    return this;
  }

  /** Grid lines and numbers left of the box, and what they count. */
  Axes alongY(String label, double... ticks) {
    for (double tick : ticks) {
      svg.line(left, y(tick), left + width, y(tick), "grid");
      svg.line(left - TICK, y(tick), left, y(tick), "axis");
      svg.text(left - 9, y(tick) + 4, "note", "end", Svg.number(tick));
    }
    svg.upright(left - 36, top + height / 2, label);
    return this;
  }

  /** The border; drawn after the grid. */
  Axes box() {
    svg.path(
        "M%s %sh%sv%sh-%sz"
            .formatted(
                Svg.number(left),
                Svg.number(top),
                Svg.number(width),
                Svg.number(height),
                Svg.number(width)),
        "axis");
    return this;
  }

  /** A line through points given in the numbers of the axes. */
  void curve(List<Point> points, String colour) {
    StringBuilder commands = new StringBuilder();
    for (Point point : points) {
      commands.append(commands.isEmpty() ? 'M' : 'L').append(Svg.number(x(point.x())));
      commands.append(' ').append(Svg.number(y(point.y())));
    }
    svg.raw("<path class=\"curve\" stroke=\"%s\" d=\"%s\"/>".formatted(colour, commands));
  }

  void mark(int label, double x, double y, double size, String style) {
    svg.mark(label, x(x), y(y), size, style);
  }
}
