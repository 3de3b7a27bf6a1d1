package dev.bridle.study.statistics;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random scores and differences for property tests, the same in every run. */
final class Samples {
  private Samples() {}

  /**
   * Fifty samples: 2 to 24 differences, every third one coarse, with ties and zeros. Samples whose
   * differences are all equal follow rules of their own, and have tests of their own.
   */
  static Stream<PairedDifferences> many() {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(Samples::one)
        .filter(sample -> sample.deviation() > 0)
        .limit(50);
  }

  private static PairedDifferences one(int number) {
    RandomStream stream = Key.of(11).at(number).stream();
    double shift = stream.nextDouble(-1, 1);
    double step = number % 3 == 0 ? 0.5 : 1e-6;
    int n = 2 + stream.nextInt(23);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      values.add(step * Math.rint((shift + stream.nextGaussian()) / step));
    }
    return new PairedDifferences(values);
  }

  static PairedDifferences shuffled(PairedDifferences differences) {
    return new PairedDifferences(shuffled(differences.values()));
  }

  static List<Double> shuffled(List<Double> values) {
    List<Double> copy = new ArrayList<>(values);
    Collections.reverse(copy);
    Collections.rotate(copy, 1);
    return copy;
  }

  static List<Double> normal(RandomStream stream, int n, double mean, double deviation) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      values.add(mean + deviation * stream.nextGaussian());
    }
    return values;
  }

  /** n copies of {@code value}. */
  static PairedDifferences constant(int n, double value) {
    return new PairedDifferences(Collections.nCopies(n, value));
  }

  /** Values whose mean is {@code effect} and whose standard deviation is 1. */
  static PairedDifferences withEffect(int n, double effect) {
    List<Double> raw = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      raw.add(i - (n - 1) / 2.0);
    }
    double deviation = new PairedDifferences(raw).deviation();
    return new PairedDifferences(raw.stream().map(v -> effect + v / deviation).toList());
  }
}
