package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import org.junit.jupiter.api.Test;

final class FlipTest implements ImageBatchLaws {
  @Override
  public BatchRule rule() {
    return new Flip();
  }

  @Override
  public String strength() {
    return "rate";
  }

  @Override
  public String name() {
    return "flip";
  }

  @Test
  void images_areMirroredByRate_moreOfThemByAHigherOne() {
    int[] flipped = new int[2];
    for (long step = 0; step < 20; step++) {
      try (GivenBatch given = given(0.25, 0.5)) {
        Batch changed = given.apply(step);
        for (int b = 0; b < GivenBatch.ROWS; b++) {
          boolean low = isFlipped(given.inputs(0), GivenBatch.inputs(changed, 0), b);
          boolean high = isFlipped(given.inputs(1), GivenBatch.inputs(changed, 1), b);
          assertThat(high || !low).isTrue();
          flipped[0] += low ? 1 : 0;
          flipped[1] += high ? 1 : 0;
        }
      }
    }
    assertThat(flipped[0]).isBetween(115 - 37, 115 + 37); // of 460; four deviations
    assertThat(flipped[1]).isBetween(230 - 43, 230 + 43);
  }

  @Test
  void rate_isOneHalf_whereNoneIsWritten() {
    Term term = Recipe.parse("flip").terms().get(0);
    assertThat(term.number("rate")).isEqualTo(0.5);
  }

  /** Whether a row is mirrored; it must be that or left as it is. */
  private static boolean isFlipped(double[] plain, double[] changed, int row) {
    int at = row * IMAGES.size();
    boolean flipped = changed[at] != plain[at];
    for (int p = 0; p < IMAGES.size(); p++) {
      int from = flipped ? p - p % 5 + 4 - p % 5 : p;
      assertThat(changed[at + p]).isEqualTo(plain[at + from]);
    }
    return flipped;
  }
}
