package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class NeighboursTest {
  private static final float[][] LINE = {{0, 1, 3, 7}};

  @Test
  void of_isNearestFirst_andNeverTheRowItself() {
    Neighbours neighbours = new Neighbours(LINE, 2);
    assertThat(neighbours.of(0)).containsExactly(1, 2);
    assertThat(neighbours.of(1)).containsExactly(0, 2);
    assertThat(neighbours.of(2)).containsExactly(1, 0);
    assertThat(neighbours.of(3)).containsExactly(2, 1);
  }

  @Test
  void of_amongEquals_isTheFirst() {
    assertThat(new Neighbours(new float[][] {{0, 1, -1, 1}}, 2).of(0)).containsExactly(1, 2);
  }

  @Test
  void of_countsAllFeatures() {
    float[][] plane = {{0, 3, 1}, {0, 4, 6}}; // distances from the first: 5 and the root of 37
    assertThat(new Neighbours(plane, 1).of(0)).containsExactly(1);
  }

  @Test
  void votes_areShares() {
    assertThat(new Neighbours(LINE, 2).votes(new int[] {0, 1, 1, 0}, 2))
        .isDeepEqualTo(new double[][] {{0, 1}, {0.5, 0.5}, {0.5, 0.5}, {0, 1}});
  }

  @Test
  void count_thatThereIsNot_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Neighbours(LINE, 4))
        .withMessage("count = 4: expected 1 to 3");
  }
}
