package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/**
 * Two half circles, one the other way up and moved so that each reaches into the other, with noise.
 *
 * <p>With \( t \) uniform in \( (0, \pi) \) and \( \varepsilon \sim N(0, 0.3^2) \) on each
 * coordinate: class {@code upper} is \( (\cos t, \sin t) + \varepsilon \), class {@code lower} is
 * \( (1 - \cos t, 0.5 - \sin t) + \varepsilon \). Inputs {@code [N, 2]}, called {@code x} and
 * {@code y}, mostly in [-2, 3]. The two overlap, so no boundary is right for every row.
 */
public final class Moons implements Generator {
  private static final double NOISE = 0.3;

  private static final List<String> CLASSES = List.of("upper", "lower");

  @Override
  public String name() {
    return "moons";
  }

  @Override
  public String summary() {
    return "Two half circles that reach into each other, with noise and few rows: a network bends"
        + " its boundary round single points; L2, a tight max-norm or input noise keep it"
        + " smooth.";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(60, 100, 1000);
  }

  @Override
  public Dataset draw(int rows, Key key) {
    return Plane.draw(rows, CLASSES, Moons::place, key);
  }

  /** Where a row of class {@code label} lies before noise, {@code u} in (0, 1) along its moon. */
  static Point ideal(int label, double u) {
    Point circle = Point.polar(1, Math.PI * u);
    return label == 0 ? circle : new Point(1 - circle.x(), 0.5 - circle.y());
  }

  private static Point place(int label, RandomStream random) {
    Point ideal = ideal(label, random.nextDouble());
    return ideal.plus(NOISE * random.nextGaussian(), NOISE * random.nextGaussian());
  }
}
