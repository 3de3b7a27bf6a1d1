package dev.bridle.data.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * On 8 x 8 pixels: pixel (row, column) is number 8 row + column, its centre half a pixel further.
 */
final class CanvasTest {
  private final Canvas canvas = new Canvas(8);

  @Test
  void ink_onTheLine_isHalfTheWidthPlusAHalf() {
    canvas.draw(
        List.of(new Point(0, 0.5625), new Point(1, 0.5625))); // through the centres of row 4
    assertThat(canvas.ink(8 * 4 + 3, 0.5)).isEqualTo(0.75);
    assertThat(canvas.ink(8 * 4 + 3, 1)).isEqualTo(1);
    assertThat(canvas.ink(8 * 4 + 3, 3)).isEqualTo(1);
  }

  @Test
  void ink_besideTheLine_falls() {
    canvas.draw(List.of(new Point(0, 0.5625), new Point(1, 0.5625)));
    assertThat(canvas.ink(8 * 5 + 3, 1)).isZero(); // one pixel away, pen reaches half a pixel
    assertThat(canvas.ink(8 * 5 + 3, 1.5)).isEqualTo(0.25);
    assertThat(canvas.ink(8 * 3 + 3, 1.5)).isEqualTo(0.25);
    assertThat(canvas.ink(8 * 7 + 3, 2.5)).isZero();
  }

  /**
   * From centre (2.5, 2.5) to the end (0.5, 0.5) of a line it is sqrt(8); to (1.5, 1.5), sqrt(2).
   */
  @Test
  void ink_beyondTheEnd_isRound() {
    canvas.draw(List.of(new Point(0, 0.1875), new Point(0.1875, 0.1875))); // ends at (1.5, 1.5)
    assertThat(canvas.ink(8 * 2 + 2, 3)).isCloseTo(2 - Math.sqrt(2), within(1e-12));
  }

  @Test
  void ink_ofASinglePlace_isADot() {
    Point middle = new Point(0.5625, 0.5625); // the centre of pixel (4, 4)
    canvas.draw(List.of(middle, middle));
    assertThat(canvas.ink(8 * 4 + 4, 1)).isEqualTo(1);
    assertThat(canvas.ink(8 * 4 + 5, 1.5)).isEqualTo(0.25);
  }

  @Test
  void ink_ofNothing_isNone() {
    canvas.draw(List.of(new Point(0.5, 0.5)));
    assertThat(canvas.ink(8 * 4 + 4, 2)).isZero();
  }

  @Test
  void draw_beyondThePaper_isCutOff() {
    canvas.draw(List.of(new Point(-3, 0.0625), new Point(4, 0.0625)));
    assertThat(canvas.ink(0, 1)).isEqualTo(1);
    assertThat(canvas.ink(7, 1)).isEqualTo(1);
    assertThat(canvas.ink(8 * 7, 1)).isZero();
  }
}
