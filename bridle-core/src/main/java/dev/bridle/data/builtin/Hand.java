package dev.bridle.data.builtin;

import dev.bridle.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The way one drawing is made: its rotation, shear, scale and shift, drawn once, and a hand that
 * misses each point a little.
 */
final class Hand {
  private static final double ROTATION = 0.35; // radians, either way
  private static final double SHEAR = 0.3;
  private static final double SMALLEST = 0.75;
  private static final double LARGEST = 1.05;
  private static final double SHIFT = 0.065; // of the paper, either way
  private static final double WOBBLE = 0.03; // standard deviation, of the paper
  private static final int PIECES = 4; // straight pieces between two points of a stroke

  private final RandomStream random;
  private final double xx;
  private final double xy;
  private final double yx;
  private final double yy;
  private final double shiftX;
  private final double shiftY;

  Hand(RandomStream random) {
    this.random = random;
    Point turn = Point.polar(1, random.nextDouble(-ROTATION, ROTATION));
    double shear = random.nextDouble(-SHEAR, SHEAR);
    double scaleX = random.nextDouble(SMALLEST, LARGEST);
    double scaleY = random.nextDouble(SMALLEST, LARGEST);
    this.xx = scaleX * turn.x();
    this.yx = scaleX * turn.y();
    this.xy = scaleY * (shear * turn.x() - turn.y());
    this.yy = scaleY * (shear * turn.y() + turn.x());
    this.shiftX = 0.5 + random.nextDouble(-SHIFT, SHIFT);
    this.shiftY = 0.5 + random.nextDouble(-SHIFT, SHIFT);
  }

  /**
   * Goes through the points of a stroke of the ideal figure; the result is drawn with straight
   * lines.
   */
  List<Point> follow(List<Point> ideal) {
    List<Point> missed = new ArrayList<>();
    for (int i = 0; i < ideal.size(); i++) {
      boolean corner = i > 0 && ideal.get(i).equals(ideal.get(i - 1));
      missed.add(corner ? missed.get(i - 1) : place(ideal.get(i)));
    }
    return smooth(missed);
  }

  private Point place(Point ideal) {
    double x = ideal.x() - 0.5 + WOBBLE * random.nextGaussian();
    double y = ideal.y() - 0.5 + WOBBLE * random.nextGaussian();
    return new Point(xx * x + xy * y + shiftX, yx * x + yy * y + shiftY);
  }

  /**
   * A Catmull-Rom spline: it goes through every point, its slope is that between the neighbours.
   */
  static List<Point> smooth(List<Point> points) {
    int last = points.size() - 1;
    List<Point> curve = new ArrayList<>();
    curve.add(points.get(0));
    for (int i = 0; i < last; i++) {
      Point a = points.get(Math.max(0, i - 1));
      Point b = points.get(i);
      Point c = points.get(i + 1);
      Point d = points.get(Math.min(last, i + 2));
      for (int piece = 1; piece <= PIECES; piece++) {
        double t = (double) piece / PIECES;
        curve.add(
            new Point(
                between(a.x(), b.x(), c.x(), d.x(), t), between(a.y(), b.y(), c.y(), d.y(), t)));
      }
    }
    return curve;
  }

  private static double between(double a, double b, double c, double d, double t) {
    double cubic = 3 * (b - c) + d - a;
    double square = 2 * a - 5 * b + 4 * c - d;
    return b + 0.5 * t * (c - a + t * (square + t * cubic));
  }
}
