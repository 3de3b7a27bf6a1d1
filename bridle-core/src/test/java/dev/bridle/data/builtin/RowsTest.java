package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.tensor.Key;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RowsTest {
  private static final Key KEY = Key.of(1);

  @Test
  void numbers_moreThanAnArrayHolds_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rows.numbers(8_388_608, 256))
        .withMessage("rows = 8388608: expected a whole number from 0 to 8388607");
  }

  @Test
  void classes_blocks_haveEveryClassOnce() {
    int[] labels = Rows.classes(11, 4, KEY);
    assertThat(Arrays.copyOf(labels, 4)).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(Arrays.copyOfRange(labels, 4, 8)).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(Arrays.copyOfRange(labels, 8, 11)).doesNotHaveDuplicates();
  }

  @Test
  void classes_fewer_areTheFirstOfMore() {
    assertThat(Rows.classes(100, 3, KEY)).startsWith(Rows.classes(7, 3, KEY));
  }

  /** Each of two orders in half of 1000 blocks, standard error 0.016. */
  @Test
  void classes_orders_areEquallyLikely() {
    int[] labels = Rows.classes(2000, 2, KEY);
    int zeroFirst = 0;
    for (int row = 0; row < 2000; row += 2) {
      zeroFirst += 1 - labels[row];
    }
    assertThat(zeroFirst / 1000.0).isBetween(0.44, 0.56);
  }
}
