package dev.bridle.data.builtin;

/** A point of the plane. */
record Point(double x, double y) {

  /** This point moved by {@code (dx, dy)}. */
  Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  /** The point at angle {@code radians} on the circle of this radius about the origin. */
  static Point polar(double radius, double radians) {
    return new Point(radius * StrictMath.cos(radians), radius * StrictMath.sin(radians));
  }
}
