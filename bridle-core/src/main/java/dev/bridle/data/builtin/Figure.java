package dev.bridle.data.builtin;

import java.util.ArrayList;
import java.util.List;

/**
 * The ideal form of one digit: pen strokes, each a list of points to go through, in the unit square
 * with x to the right and y downward.
 *
 * <p>A point that occurs twice in a row is a corner; elsewhere the pen turns smoothly.
 */
record Figure(String name, List<List<Point>> strokes) {

  /** The ten digits, in order. */
  static final List<Figure> DIGITS =
      List.of(
          new Figure("0", List.of(arc(0.50, 0.50, 0.25, 0.37, -90, 270))),
          new Figure(
              "1", List.of(line(0.36, 0.30, 0.54, 0.13, 0.54, 0.13, 0.54, 0.50, 0.54, 0.88))),
          new Figure(
              "2",
              List.of(
                  join(
                      arc(0.49, 0.34, 0.23, 0.21, 190, 385),
                      line(0.50, 0.68, 0.26, 0.87, 0.26, 0.87, 0.50, 0.86, 0.76, 0.86)))),
          new Figure(
              "3",
              List.of(
                  join(
                      arc(0.47, 0.31, 0.22, 0.18, 205, 440),
                      line(0.44, 0.48),
                      arc(0.47, 0.68, 0.25, 0.20, 280, 510)))),
          new Figure(
              "4",
              List.of(
                  line(0.52, 0.12, 0.38, 0.38, 0.24, 0.62, 0.24, 0.62, 0.50, 0.62, 0.78, 0.62),
                  line(0.62, 0.40, 0.61, 0.64, 0.60, 0.88))),
          new Figure(
              "5",
              List.of(
                  join(
                      line(0.72, 0.13, 0.54, 0.13, 0.35, 0.14, 0.35, 0.14, 0.31, 0.46, 0.31, 0.46),
                      arc(0.47, 0.65, 0.25, 0.22, 250, 500)))),
          new Figure(
              "6",
              List.of(join(line(0.66, 0.13, 0.44, 0.27), arc(0.50, 0.67, 0.23, 0.21, 190, -170)))),
          new Figure(
              "7",
              List.of(
                  line(0.25, 0.14, 0.50, 0.14, 0.75, 0.14, 0.75, 0.14, 0.56, 0.50, 0.42, 0.88))),
          new Figure(
              "8",
              List.of(arc(0.50, 0.31, 0.19, 0.18, 90, 450), arc(0.50, 0.69, 0.23, 0.20, -90, 270))),
          new Figure(
              "9",
              List.of(
                  join(
                      arc(0.49, 0.34, 0.22, 0.21, 10, -330),
                      line(0.72, 0.40, 0.68, 0.66, 0.54, 0.88)))));

  private static final int DEGREES_BETWEEN_POINTS = 40;

  /** A stroke through the points x0, y0, x1, y1, ... */
  private static List<Point> line(double... coordinates) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new Point(coordinates[i], coordinates[i + 1]));
    }
    return List.copyOf(points);
  }

  /** A part of an ellipse; angles in degrees run clockwise on paper, from the right. */
  private static List<Point> arc(
      double x, double y, double width, double height, int from, int to) {
    int steps = Math.abs(to - from) / DEGREES_BETWEEN_POINTS;
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      Point unit = Point.polar(1, Math.PI / 180 * (from + (to - from) * (double) i / steps));
      points.add(new Point(x + width * unit.x(), y + height * unit.y()));
    }
    return List.copyOf(points);
  }

  @SafeVarargs
  private static List<Point> join(List<Point>... parts) {
    List<Point> points = new ArrayList<>();
    for (List<Point> part : parts) {
      points.addAll(part);
    }
    return List.copyOf(points);
  }
}
