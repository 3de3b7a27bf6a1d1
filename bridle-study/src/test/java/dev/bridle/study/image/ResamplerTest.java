package dev.bridle.study.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ResamplerTest {
  /**
   * Four to two: scale 2, centres 1 and 3, reach 2; weights of the first 0.75, 0.75, 0.25 over
   * 1.75: (0.75 * 10 + 0.75 * 20 + 0.25 * 100) / 1.75 = 27.14; the second from the other side,
   * (0.25 * 20 + 0.75 * 100 + 0.75 * 200) / 1.75 = 131.43.
   */
  @Test
  void scale_fourToTwo_isWorkedOutByHand() {
    byte[] row = {10, 20, 100, (byte) 200};
    assertThat(Resampler.scale(row, 4, 1, new ImageSize(2, 1))).containsExactly(27, 131);
    assertThat(Resampler.scale(row, 1, 4, new ImageSize(1, 2))).containsExactly(27, 131);
  }

  /** Two to four: centres 0.25, 0.75, 1.25, 1.75; the outer ones see one pixel, the inner two. */
  @Test
  void scale_twoToFour_isBilinear() {
    byte[] row = {0, 100};
    assertThat(Resampler.scale(row, 2, 1, new ImageSize(4, 1))).containsExactly(0, 25, 75, 100);
  }

  @Test
  void scale_toTheSameSize_changesNothing() {
    byte[] plane = new byte[12 * 7];
    new Random(1).nextBytes(plane);
    assertThat(Resampler.scale(plane, 12, 7, new ImageSize(12, 7))).isEqualTo(plane);
  }

  @Test
  void scale_constant_staysConstant() {
    byte[] plane = new byte[37 * 53];
    Arrays.fill(plane, (byte) 201);
    for (ImageSize size : new ImageSize[] {new ImageSize(8, 5), new ImageSize(100, 64)}) {
      assertThat(Resampler.scale(plane, 37, 53, size)).containsOnly((byte) 201);
    }
  }

  /** Taking every fourth pixel of a chess board would give black or white alone. */
  @Test
  void scale_finePattern_becomesItsMean() {
    byte[] board = new byte[64 * 64];
    for (int i = 0; i < board.length; i++) {
      board[i] = (byte) ((i % 64 + i / 64) % 2 == 0 ? 255 : 0);
    }
    for (byte pixel : Resampler.scale(board, 64, 64, new ImageSize(16, 16))) {
      assertThat(pixel & 0xFF).isBetween(126, 129);
    }
  }
}
