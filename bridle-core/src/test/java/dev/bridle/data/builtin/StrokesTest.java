package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.Split;
import dev.bridle.data.Task;
import dev.bridle.tensor.Key;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StrokesTest implements GeneratorLaws {
  private static final int PIXELS = 256;

  @Override
  public Generator generator() {
    return new Strokes();
  }

  @Override
  public long expectedFingerprint() {
    return 0x7D438F4DD698758BL;
  }

  @Test
  void draw_rows_are256PixelsOfTenDigits() {
    Dataset data = generator().draw(3, Key.of(1));
    assertThat(data.inputShape()).containsExactly(PIXELS);
    assertThat(data.task())
        .isEqualTo(
            new Task.Classification(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")));
  }

  @Test
  void draw_pixels_areBetweenPaperAndInk() {
    Sample pixels = Sample.of(generator().draw(500, Key.of(1)).inputs());
    assertThat(pixels.min()).isZero();
    assertThat(pixels.max()).isEqualTo(1);
  }

  @Test
  void draw_everyTenRows_haveEveryDigitOnce() {
    int[] labels = generator().draw(500, Key.of(1)).labels();
    for (int start = 0; start < labels.length; start += 10) {
      int[] block = Arrays.copyOfRange(labels, start, start + 10);
      assertThat(block).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
    assertThat(Arrays.copyOf(labels, 10)).isNotEqualTo(Arrays.copyOfRange(labels, 10, 20));
  }

  /** The corner has noise only, half of it cut off at 0; the middle has ink. */
  @Test
  void draw_ink_isInTheMiddle() {
    Dataset data = generator().draw(1000, Key.of(1));
    assertThat(Sample.input(data, 0).mean()).isBetween(0.012, 0.022); // 0.04 / sqrt(2 pi) = 0.016
    assertThat(Sample.input(data, 8 * 16 + 8).mean()).isGreaterThan(0.25);
  }

  /** Whoever compares with the mean training drawing of each class is right on 78 % of new rows. */
  @Test
  void split_nearestMean_isRightOnThreeRowsInFour() {
    Split split = generator().split(Key.of(1));
    double[][] means = new double[10][PIXELS];
    for (int label = 0; label < 10; label++) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        means[label][pixel] = Sample.input(split.train(), pixel, label).mean();
      }
    }
    int right = 0;
    for (int row = 0; row < 2000; row++) {
      right += nearest(means, Sample.row(split.test(), row)) == split.test().labels()[row] ? 1 : 0;
    }
    assertThat(right / 2000.0).isBetween(0.7, 0.85);
  }

  private static int nearest(double[][] means, double[] row) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int label = 0; label < means.length; label++) {
      double distance = 0;
      for (int i = 0; i < row.length; i++) {
        distance += (row[i] - means[label][i]) * (row[i] - means[label][i]);
      }
      best = distance < least ? label : best;
      least = Math.min(least, distance);
    }
    return best;
  }
}
