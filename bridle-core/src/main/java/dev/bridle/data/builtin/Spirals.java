package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/**
 * Two spirals wound into each other: the data set on which too much restraint fails.
 *
 * <p>With \( r = \sqrt u \), \( u \) uniform in (0, 1), class {@code first} is \( (r \cos \varphi,
 * r \sin \varphi) + \varepsilon \) at \( \varphi = 2 \pi \cdot 1.25 r \), and class {@code second}
 * the same turned by half a circle; \( \varepsilon \sim N(0, 0.07^2) \) on each coordinate. Inputs
 * {@code [N, 2]}, called {@code x} and {@code y}, mostly in [-1.1, 1.1]. The arms lie 0.4 apart, so
 * noise puts only few rows on the wrong side.
 *
 * <p>A noisy form of the two-spirals task of Lang and Witbrock (Proceedings of the 1988
 * Connectionist Models Summer School), with fewer turns.
 */
public final class Spirals implements Generator {
  private static final double TURNS = 1.25;
  private static final double NOISE = 0.07;
  private static final List<String> CLASSES = List.of("first", "second");

  @Override
  public String name() {
    return "spirals";
  }

  @Override
  public String summary() {
    return "Two spirals wound into each other: a network must bend sharply, so heavy dropout,"
        + " strong L2 or stopping early leaves it straight and wrong; light L2 or a little"
        + " input noise does no harm.";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(200, 100, 1000);
  }

  @Override
  public Dataset draw(int rows, Key key) {
    return Plane.draw(rows, CLASSES, Spirals::place, key);
  }

  /**
   * Where a row of class {@code label} lies before noise; {@code u} in (0, 1), 1 at the outer end.
   */
  static Point ideal(int label, double u) {
    double radius = Math.sqrt(u);
    return Point.polar(radius, 2 * Math.PI * TURNS * radius + Math.PI * label);
  }

  private static Point place(int label, RandomStream random) {
    Point ideal = ideal(label, random.nextDouble());
    return ideal.plus(NOISE * random.nextGaussian(), NOISE * random.nextGaussian());
  }
}
