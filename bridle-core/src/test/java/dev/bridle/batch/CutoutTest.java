package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class CutoutTest implements ImageBatchLaws {
  @Override
  public BatchRule rule() {
    return new Cutout();
  }

  @Override
  public String strength() {
    return "size";
  }

  @Override
  public String name() {
    return "cutout";
  }

  @Override
  public double strength(double share) {
    return Math.ceil(4 * share);
  }

  /** Blank pixels of each image are a square of three, cut off at the edges, about a pixel. */
  @Test
  void images_haveABlankSquare_inAllChannels_aboutAnyPixel() {
    int[] met = new int[20];
    for (long step = 0; step < 20; step++) {
      try (GivenBatch given = given(3)) {
        double[] plain = given.inputs(0);
        double[] cut = GivenBatch.inputs(given.apply(step), 0);
        for (int b = 0; b < GivenBatch.ROWS; b++) {
          met[middle(plain, cut, b)]++;
        }
      }
    }
    // 460 images: 23 about each pixel, a deviation of 4.7
    assertThat(Arrays.stream(met)).allMatch(n -> n > 5 && n < 45);
  }

  @Test
  void evenSize_reachesFurtherUpAndLeft_asInTheSource() {
    try (GivenBatch given = given(2)) {
      double[] cut = GivenBatch.inputs(given.apply(1), 0);
      for (int b = 0; b < GivenBatch.ROWS; b++) {
        long blank = blank(cut, b);
        assertThat(blank).isIn(1L, 2L, 4L);
      }
    }
  }

  /** Members of one replicate have the same middles: a smaller square lies in a larger one. */
  @Test
  void smallerSquare_liesInALargerOne() {
    try (GivenBatch given = given(1, 3)) {
      Batch changed = given.apply(1);
      double[] small = GivenBatch.inputs(changed, 0);
      double[] large = GivenBatch.inputs(changed, 1);
      for (int i = 0; i < small.length; i++) {
        assertThat(small[i] != 0 || large[i] == 0).isTrue();
      }
    }
  }

  private static long blank(double[] cut, int row) {
    int at = row * IMAGES.size();
    return Arrays.stream(cut, at, at + 20).filter(x -> x == 0).count();
  }

  private static int middle(double[] plain, double[] cut, int row) {
    for (int middle = 0; middle < 20; middle++) {
      if (isCut(plain, cut, row * IMAGES.size(), middle / 5, middle % 5)) {
        return middle;
      }
    }
    throw new AssertionError("row " + row + " has no blank square");
  }

  private static boolean isCut(double[] plain, double[] cut, int at, int y, int x) {
    for (int p = 0; p < IMAGES.size(); p++) {
      boolean inside = Math.abs(p % 20 / 5 - y) <= 1 && Math.abs(p % 5 - x) <= 1;
      if (cut[at + p] != (inside ? 0 : plain[at + p])) {
        return false;
      }
    }
    return true;
  }
}
