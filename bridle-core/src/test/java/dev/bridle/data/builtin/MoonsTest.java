package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import org.junit.jupiter.api.Test;

final class MoonsTest implements GeneratorLaws {
  private static final int UPPER = 0;
  private static final int LOWER = 1;

  @Override
  public Generator generator() {
    return new Moons();
  }

  @Override
  public long expectedFingerprint() {
    return 0x915F5CD58F9C6EBEL;
  }

  @Test
  void ideal_halfWay_isTopAndBottom() {
    assertThat(distance(Moons.ideal(UPPER, 0.5), 0, 1)).isLessThan(1e-15);
    assertThat(distance(Moons.ideal(LOWER, 0.5), 1, -0.5)).isLessThan(1e-15);
  }

  @Test
  void ideal_ends_reachIntoTheOtherMoon() {
    assertThat(distance(Moons.ideal(UPPER, 0), 1, 0)).isLessThan(1e-15);
    assertThat(distance(Moons.ideal(LOWER, 0), 0, 0.5)).isLessThan(1e-15);
  }

  @Test
  void draw_features_areCalledXAndY() {
    assertThat(generator().draw(1, Key.of(1)).featureNames()).containsExactly("x", "y");
  }

  /**
   * Mean height of a half circle of radius 1: 2 / pi; variance across: 1/2, and 0.09 from noise.
   */
  @Test
  void draw_moments_areThoseOfNoisyHalfCircles() {
    Dataset data = generator().draw(10_000, Key.of(1));
    assertThat(Sample.input(data, 0, UPPER).mean()).isCloseTo(0, within(0.04));
    assertThat(Sample.input(data, 1, UPPER).mean()).isCloseTo(2 / Math.PI, within(0.03));
    assertThat(Sample.input(data, 0, LOWER).mean()).isCloseTo(1, within(0.04));
    assertThat(Sample.input(data, 1, LOWER).mean()).isCloseTo(0.5 - 2 / Math.PI, within(0.03));
    assertThat(Sample.input(data, 0, UPPER).variance()).isCloseTo(0.59, within(0.03));
  }

  static double distance(Point point, double x, double y) {
    return Math.hypot(point.x() - x, point.y() - y);
  }
}
