package dev.bridle.data.builtin;

import java.util.Arrays;
import java.util.List;

/**
 * A small square of paper that knows for each pixel how far the nearest ink line is.
 *
 * <p>Pixel (row, column) has its centre at {@code (column + 0.5, row + 0.5)}; distances are in
 * pixels. Lines beyond {@link #REACH} of a pixel are not looked at.
 */
final class Canvas {
  private static final double REACH = 2;

  private final int side;
  private final double[] nearest; // squared distances, [side * side]

  Canvas(int side) {
    this.side = side;
    this.nearest = new double[side * side];
    Arrays.fill(nearest, REACH * REACH);
  }

  /** Draws straight lines from each point to the next, in the unit square. */
  void draw(List<Point> points) {
    for (int i = 1; i < points.size(); i++) {
      segment(points.get(i - 1), points.get(i));
    }
  }

  /**
   * How dark pixel {@code i} is under a pen of the given width in pixels, 0 to 1: full inside, none
   * outside, and linear over the one pixel between.
   */
  double ink(int i, double width) {
    double inside = 0.5 * width + 0.5 - Math.sqrt(nearest[i]);
    return Math.min(1, Math.max(0, inside));
  }

  private void segment(Point from, Point to) {
    double x = side * from.x();
    double y = side * from.y();
    double dx = side * to.x() - x;
    double dy = side * to.y() - y;
    int lastRow = pixel(Math.max(y, y + dy) + REACH);
    int lastColumn = pixel(Math.max(x, x + dx) + REACH);
    for (int row = pixel(Math.min(y, y + dy) - REACH); row <= lastRow; row++) {
      for (int column = pixel(Math.min(x, x + dx) - REACH); column <= lastColumn; column++) {
        int i = row * side + column;
        double distance = squaredDistance(column + 0.5 - x, row + 0.5 - y, dx, dy);
        nearest[i] = Math.min(nearest[i], distance);
      }
    }
  }

  private int pixel(double position) {
    return (int) Math.min(side - 1, Math.max(0, position));
  }

  /** From the point (px, py) to the segment from the origin to (dx, dy). */
  private static double squaredDistance(double px, double py, double dx, double dy) {
    double length = dx * dx + dy * dy;
    double along = length > 0 ? (px * dx + py * dy) / length : 0;
    double t = Math.min(1, Math.max(0, along));
    double ex = px - t * dx;
    double ey = py - t * dy;
    return ex * ex + ey * ey;
  }
}
