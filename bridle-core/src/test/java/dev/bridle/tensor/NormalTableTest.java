package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class NormalTableTest {
  /** 2^20 numbers at equal distances, through all 32 bits. */
  private static final int N = 1 << 20;

  private static final int APART = 1 << 12;

  @Test
  void fill_isWithin1e5OfTheQuantile() {
    int[] bits = spread(APART / 2 + 1);
    float[] normals = filled(bits);
    double worst = 0;
    for (int i = 0; i < N; i++) {
      double exact = NormalQuantile.of(RandomStream.unit(bits[i]));
      worst = Math.max(worst, Math.abs(normals[i] - exact));
    }
    assertThat(worst).isLessThan(1e-5);
  }

  /** From the smallest to the largest bits, over all seams of cells and tails. */
  @Test
  void fill_growingBits_neverFalls() {
    float[] normals = filled(spread(0));
    for (int i = 1; i < N; i++) {
      assertThat(normals[i]).isGreaterThanOrEqualTo(normals[i - 1]);
    }
    for (int seam : new int[] {1 << 25, -(1 << 25), 1 << 19, Integer.MIN_VALUE}) {
      float[] near = filled(seam - 2, seam - 1, seam, seam + 1, seam + 2);
      for (int i = 1; i < near.length; i++) {
        assertThat(near[i]).isGreaterThanOrEqualTo(near[i - 1]);
      }
    }
  }

  /** Numbers at equal distances stand for the whole distribution: 0, 1, 0 and 3. */
  @Test
  void moments_areThoseOfTheNormalDistribution() {
    float[] normals = filled(spread(APART / 2));
    double[] moments = new double[5];
    for (float x : normals) {
      for (int power = 1; power <= 4; power++) {
        moments[power] += Math.pow(x, power) / N;
      }
    }
    assertThat(moments[1]).isCloseTo(0, within(1e-5));
    assertThat(moments[2]).isCloseTo(1, within(2e-5));
    assertThat(moments[3]).isCloseTo(0, within(1e-4));
    assertThat(moments[4]).isCloseTo(3, within(1e-3));
  }

  @Test
  void extremes_areFinite_andOpposite() {
    float[] ends = filled(0, -1);
    assertThat(ends[0]).isBetween(-7f, -6f);
    assertThat(ends[1]).isEqualTo(-ends[0]);
  }

  @Test
  void fill_noMoreThanAskedFor() {
    float[] normals = {7, 7, 7};
    NormalTable.fill(new int[] {1, 2, 3}, normals, 2);
    assertThat(normals[2]).isEqualTo(7);
  }

  private static int[] spread(int first) {
    int[] bits = new int[N];
    for (int i = 0; i < N; i++) {
      bits[i] = first + i * APART;
    }
    return bits;
  }

  private static float[] filled(int... bits) {
    float[] normals = new float[bits.length];
    NormalTable.fill(bits, normals, bits.length);
    return normals;
  }
}
