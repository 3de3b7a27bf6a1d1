package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The literal values were computed apart, from the formulas. Bounds are wide: 4 standard errors.
 */
final class RandomStreamTest {
  private static final int MANY = 100_000;
  private static final Key KEY = Key.of(7);

  @Test
  void bits_ofAKey_areFixed() {
    assertThat(bits(KEY, 4)).containsExactly(0x1A979969, 0xE62F2F88, 0x870DAAFC, 0x4A7BBA7C);
  }

  @Test
  void bits_moreAreAsked_beginTheSame() {
    assertThat(bits(KEY, 1000)).startsWith(bits(KEY, 10));
  }

  @Test
  void bits_afterOtherNumbers_areTheSame() {
    RandomStream stream = KEY.stream();
    stream.nextLong();
    int[] out = new int[10];
    stream.bits(out, 10);
    assertThat(out).isEqualTo(bits(KEY, 10));
  }

  @Test
  void bits_shorterThanTheArray_leaveTheRestAlone() {
    int[] out = {-5, -5, -5};
    KEY.stream().bits(out, 2);
    assertThat(out[0]).isNotEqualTo(-5);
    assertThat(out[2]).isEqualTo(-5);
  }

  /** 32 shares of ones around 1/2, standard error 0.0016. */
  @Test
  void bits_each_isSetHalfOfTheTime() {
    int[] ones = new int[32];
    for (int word : bits(KEY, MANY)) {
      for (int bit = 0; bit < 32; bit++) {
        ones[bit] += (word >>> bit) & 1;
      }
    }
    for (int count : ones) {
      assertThat((double) count / MANY).isBetween(0.4936, 0.5064);
    }
  }

  @Test
  void bits_everyByte_isUniform() {
    int[] words = bits(KEY, MANY);
    for (int shift = 0; shift < 32; shift += 8) {
      int[] counts = new int[256];
      for (int word : words) {
        counts[(word >>> shift) & 0xFF]++;
      }
      assertThat(chiSquare(counts)).isBetween(165.0, 345.0); // 255 degrees of freedom, sd 22.6
    }
  }

  /** The words of neighbouring counters and of neighbouring keys share 16 bits of 32, se 0.009. */
  @Test
  void bits_neighbours_areUnrelated() {
    int[] words = bits(KEY.at(1), MANY);
    int[] others = bits(KEY.at(2), MANY);
    int[] seeds = bits(Key.of(8).at(1), MANY);
    assertThat(meanDistance(words, others)).isBetween(15.96, 16.04);
    assertThat(meanDistance(words, seeds)).isBetween(15.96, 16.04);
    assertThat(meanDistance(words, Arrays.copyOfRange(words, 1, MANY))).isBetween(15.96, 16.04);
  }

  @Test
  void normals_moments_areThoseOfTheStandardNormal() {
    double[] x = normals(KEY);
    assertThat(moment(x, 1)).isBetween(-0.0127, 0.0127); // se sqrt(1 / n)
    assertThat(moment(x, 2)).isBetween(0.982, 1.018); // se sqrt(2 / n)
    assertThat(moment(x, 3)).isBetween(-0.049, 0.049); // se sqrt(15 / n)
    assertThat(moment(x, 4)).isBetween(2.876, 3.124); // se sqrt(96 / n)
  }

  /** Cells between the deciles of the standard normal distribution. */
  @Test
  void normals_deciles_areEquallyFull() {
    int[] counts = new int[10];
    for (double x : normals(KEY)) {
      int cell = 0;
      while (cell < 9 && x > NormalQuantile.of((cell + 1) / 10.0)) {
        cell++;
      }
      counts[cell]++;
    }
    assertThat(chiSquare(counts)).isLessThan(27.9); // 9 degrees of freedom, 99.9 %
  }

  @Test
  void normals_ofNeighbouringKeys_areUncorrelated() {
    double[] x = normals(KEY.at(0));
    for (Key other : new Key[] {KEY, KEY.at(1), KEY.at(2), KEY.at("a"), Key.of(8).at(0)}) {
      assertThat(correlation(x, normals(other))).isBetween(-0.0127, 0.0127);
    }
  }

  @Test
  void nextLong_isSplitMix64() {
    RandomStream stream = new Key(0).stream();
    assertThat(stream.nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(stream.nextLong()).isEqualTo(0x6E789E6AA1B965F4L);
    assertThat(stream.nextLong()).isEqualTo(0x06C45D188009454FL);
  }

  @Test
  void nextDouble_liesInsideTheUnitInterval_evenly() {
    RandomStream stream = KEY.stream();
    double[] x = IntStream.range(0, MANY).mapToDouble(i -> stream.nextDouble()).toArray();
    assertThat(Arrays.stream(x).min().orElseThrow()).isBetween(1e-17, 2e-4);
    assertThat(Arrays.stream(x).max().orElseThrow()).isBetween(1 - 2e-4, Math.nextDown(1.0));
    assertThat(moment(x, 1)).isBetween(0.4963, 0.5037); // se 0.289 / sqrt(n)
    assertThat(moment(x, 2)).isBetween(0.3295, 0.3371); // 1/3
  }

  @Test
  void nextDouble_betweenBounds_isTheUnitNumberStretched() {
    double unit = KEY.stream().nextDouble();
    assertThat(KEY.stream().nextDouble(-2, 6)).isEqualTo(-2 + 8 * unit);
  }

  @Test
  void nextGaussian_ofTheSameKey_isTheQuantileOfTheUnitNumber() {
    double unit = KEY.stream().nextDouble();
    assertThat(KEY.stream().nextGaussian()).isEqualTo(NormalQuantile.of(unit));
  }

  @Test
  void nextInt_everyNumberBelowTheBound_isEquallyLikely() {
    RandomStream stream = KEY.stream();
    int[] counts = new int[7];
    for (int i = 0; i < MANY; i++) {
      counts[stream.nextInt(7)]++;
    }
    assertThat(chiSquare(counts)).isLessThan(22.5); // 6 degrees of freedom, 99.9 %
  }

  @Test
  void nextInt_boundOne_isZero() {
    assertThat(KEY.stream().nextInt(1)).isZero();
  }

  @Test
  void permutation_hasEveryNumberOnce() {
    for (int n : new int[] {0, 1, 2, 10, 1000}) {
      int[] sorted = KEY.at(n).stream().permutation(n);
      Arrays.sort(sorted);
      assertThat(sorted).isEqualTo(IntStream.range(0, n).toArray());
    }
  }

  @Test
  void permutation_everyOrderOfThree_isEquallyLikely() {
    RandomStream stream = KEY.stream();
    int[] counts = new int[9];
    for (int i = 0; i < 60_000; i++) {
      int[] order = stream.permutation(3);
      counts[3 * order[0] + order[1]]++;
    }
    int[] possible = IntStream.of(1, 2, 3, 5, 6, 7).map(i -> counts[i]).toArray();
    assertThat(chiSquare(possible)).isLessThan(20.5); // 5 degrees of freedom, 99.9 %
    assertThat(IntStream.of(possible).sum()).isEqualTo(60_000);
  }

  private static int[] bits(Key key, int n) {
    int[] out = new int[n];
    key.stream().bits(out, n);
    return out;
  }

  private static double[] normals(Key key) {
    float[] out = new float[MANY];
    key.stream().normals(out, MANY);
    return IntStream.range(0, MANY).mapToDouble(i -> out[i]).toArray();
  }

  private static double moment(double[] x, int power) {
    return Arrays.stream(x).map(v -> StrictMath.pow(v, power)).average().orElseThrow();
  }

  /** Of numbers with mean 0 and variance 1. */
  private static double correlation(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).average().orElseThrow();
  }

  private static double meanDistance(int[] x, int[] y) {
    int n = Math.min(x.length, y.length);
    return IntStream.range(0, n).map(i -> Integer.bitCount(x[i] ^ y[i])).average().orElseThrow();
  }

  private static double chiSquare(int[] counts) {
    double expected = (double) IntStream.of(counts).sum() / counts.length;
    return IntStream.of(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }
}
