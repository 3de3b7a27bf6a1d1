package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import org.junit.jupiter.api.Test;

final class SineSequenceTest implements GeneratorLaws {
  private static final Dataset DATA = new SineSequence().draw(6000, Key.of(1));

  @Override
  public Generator generator() {
    return new SineSequence();
  }

  @Override
  public long expectedFingerprint() {
    return 0xCE4772DE459DA472L;
  }

  @Test
  void draw_rows_areSequencesOfOneNumberAStep() {
    assertThat(DATA.inputShape()).containsExactly(32, 1);
    assertThat(generator().standardize()).isTrue();
  }

  /** At a quarter of the phase the sine is 1; half a cycle later it is -1. */
  @Test
  void wave_atKnownPoints_isOneAndMinusOne() {
    assertThat(SineSequence.wave(2, 0.25, 0)).isCloseTo(1, within(1e-15));
    assertThat(SineSequence.wave(2, 0.25, 8)).isCloseTo(-1, within(1e-15));
  }

  /** E a^2 / 2 + 1, with E a^2 = 1 + 0.6^2 / 12 = 1.03; no step has a mean. */
  @Test
  void draw_everyStep_hasTheSameMoments() {
    for (int t = 0; t < SineSequence.STEPS; t++) {
      Sample step = Sample.input(DATA, t);
      assertThat(step.mean()).isCloseTo(0, within(0.07));
      assertThat(step.variance()).isCloseTo(1.03 / 2 + 1, within(0.12));
    }
  }

  /** Power at whole cycles c, summed over sequences of a class, is largest at its own. */
  @Test
  void draw_power_isLargestAtTheSpeedOfTheClass() {
    for (int label = 0; label < 3; label++) {
      double own = power(label, 2 + label);
      for (int cycles = 1; cycles <= 6; cycles++) {
        if (cycles != 2 + label) {
          assertThat(power(label, cycles)).as("class %s at %s", label, cycles).isLessThan(own / 2);
        }
      }
    }
  }

  private static double power(int label, int cycles) {
    double power = 0;
    for (int row = 0; row < 600; row++) {
      if (DATA.labels()[row] == label) {
        double sine = 0;
        double cosine = 0;
        for (int t = 0; t < SineSequence.STEPS; t++) {
          double x = DATA.inputs()[row * SineSequence.STEPS + t];
          sine += x * SineSequence.wave(cycles, 0, t);
          cosine += x * SineSequence.wave(cycles, 0.25, t);
        }
        power += sine * sine + cosine * cosine;
      }
    }
    return power;
  }
}
