package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import org.junit.jupiter.api.Test;

final class SpiralsTest implements GeneratorLaws {

  @Override
  public Generator generator() {
    return new Spirals();
  }

  @Override
  public long expectedFingerprint() {
    return 0x843D90E0C9502A7BL;
  }

  /** One turn and a quarter from the right ends at the top. */
  @Test
  void ideal_outerEnds_areOpposite() {
    assertThat(MoonsTest.distance(Spirals.ideal(0, 1), 0, 1)).isLessThan(1e-12);
    assertThat(MoonsTest.distance(Spirals.ideal(1, 1), 0, -1)).isLessThan(1e-12);
  }

  /** At radius 0.8 the spiral has turned once: 1.25 x 0.8 = 1. */
  @Test
  void ideal_afterOneTurn_isOnTheRight() {
    assertThat(MoonsTest.distance(Spirals.ideal(0, 0.64), 0.8, 0)).isLessThan(1e-12);
    assertThat(MoonsTest.distance(Spirals.ideal(1, 0.64), -0.8, 0)).isLessThan(1e-12);
  }

  @Test
  void draw_features_areCalledXAndY() {
    assertThat(generator().draw(1, Key.of(1)).featureNames()).containsExactly("x", "y");
  }

  /** Mean squared radius: 1/2 without noise, and 0.0049 from noise on each coordinate. */
  @Test
  void draw_squaredRadius_isThatOfANoisyDisc() {
    Dataset data = generator().draw(10_000, Key.of(1));
    double squares = 0;
    for (float x : data.inputs()) {
      squares += x * x;
    }
    assertThat(squares / 10_000).isCloseTo(0.5 + 2 * 0.0049, within(0.012));
  }

  /** Integrals of 2 r^2 cos(ar) and 2 r^2 sin(ar) over (0, 1), a = 2.5 pi; standard error 0.007. */
  @Test
  void draw_classMeans_areThoseOfTheSpirals() {
    double a = 2.5 * Math.PI;
    double x = 2 / a - 4 / (a * a * a);
    double y = 4 / (a * a) - 4 / (a * a * a);
    Dataset data = generator().draw(10_000, Key.of(1));
    assertThat(Sample.input(data, 0, 0).mean()).isCloseTo(x, within(0.03));
    assertThat(Sample.input(data, 1, 0).mean()).isCloseTo(y, within(0.03));
    assertThat(Sample.input(data, 0, 1).mean()).isCloseTo(-x, within(0.03));
    assertThat(Sample.input(data, 1, 1).mean()).isCloseTo(-y, within(0.03));
  }
}
