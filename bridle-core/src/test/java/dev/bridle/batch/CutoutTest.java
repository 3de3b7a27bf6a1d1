package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.layer.Shape;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class CutoutTest implements BatchLaws {
  private static final Shape IMAGES = Shape.of(2, 4, 5);

  @Override
  public BatchRule rule() {
    return new Cutout();
  }

  @Override
  public String strength() {
    return "size";
  }

  @Override
  public Shape input() {
    return IMAGES;
  }

  @Override
  public boolean changesTargets() {
    return false;
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

  @Test
  void rowsThatAreNoImages_areRefused() {
    rule().requireInput(IMAGES, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule().requireInput(Shape.of(5, 2), false))
        .withMessage(
            "cutout: expected images, [channels, height, width], but rows here are [5, 2]");
  }

  private GivenBatch given(double... strengths) {
    return GivenBatch.of(
        rule(),
        strength(),
        PerMember.of(strengths),
        Precision.FLOAT64,
        Collections.nCopies(strengths.length, Key.of(1)),
        IMAGES);
  }
}
