package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RandomCropTest implements ImageBatchLaws {
  @Override
  public BatchRule rule() {
    return new RandomCrop();
  }

  @Override
  public String strength() {
    return "pad";
  }

  @Override
  public String name() {
    return "random-crop";
  }

  @Override
  public double strength(double share) {
    return Math.ceil(4 * share);
  }

  /** Each image is found among the 25 ways to move it by up to two pixels; all occur. */
  @Test
  void images_areMovedByUpToPad_withBlankFromOutside() {
    int[] met = new int[25];
    for (long step = 0; step < 20; step++) {
      try (GivenBatch given = given(2)) {
        double[] plain = given.inputs(0);
        double[] moved = GivenBatch.inputs(given.apply(step), 0);
        for (int b = 0; b < GivenBatch.ROWS; b++) {
          met[way(plain, moved, b)]++;
        }
      }
    }
    // 460 images: 18.4 of each way, a deviation of 4.2
    assertThat(Arrays.stream(met)).allMatch(n -> n > 3 && n < 38);
  }

  private static int way(double[] plain, double[] moved, int row) {
    for (int way = 0; way < 25; way++) {
      if (isMoved(plain, moved, row * IMAGES.size(), way / 5 - 2, way % 5 - 2)) {
        return way;
      }
    }
    throw new AssertionError("row " + row + " is not moved by up to 2 pixels");
  }

  private static boolean isMoved(double[] plain, double[] moved, int at, int down, int right) {
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 5; j++) {
          int y = i + down;
          int x = j + right;
          boolean inside = y >= 0 && y < 4 && x >= 0 && x < 5;
          double expected = inside ? plain[at + c * 20 + y * 5 + x] : 0;
          if (moved[at + c * 20 + i * 5 + j] != expected) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
