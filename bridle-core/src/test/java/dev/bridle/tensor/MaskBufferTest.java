package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskBufferTest {
  private static final int N = 100_003; // no multiple of a vector register
  private static final Key KEY = Key.of(3);

  private final Arena arena = new Arena();

  @AfterEach
  void close() {
    arena.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.5, 0.9, 0.999})
  void mask_dropsTheRate_andScalesTheRest(double rate) {
    double[] mask = masks(Precision.FLOAT64, rate)[0];
    double kept = Arrays.stream(mask).filter(m -> m != 0).count() / (double) N;
    assertThat(kept).isCloseTo(1 - rate, within(5 * Math.sqrt(rate * (1 - rate) / N)));
    assertThat(mask).containsOnly(0, 1 / (1 - rate));
  }

  @Test
  void mask_rate0_isAllOnes() {
    assertThat(masks(Precision.FLOAT32, 0)[0]).containsOnly(1);
  }

  @Test
  void mask_lowerRate_keepsASuperset() {
    double[][] masks = masks(Precision.FLOAT32, 0.2, 0.5, 0.7);
    for (int i = 0; i < N; i++) {
      assertThat(masks[0][i] == 0 && masks[1][i] != 0).isFalse();
      assertThat(masks[1][i] == 0 && masks[2][i] != 0).isFalse();
    }
  }

  @Test
  void mask_inDouble_isThatInSingle_exactlyScaled() {
    double[][] wide = masks(Precision.FLOAT64, 0, 0.3, 0.5);
    double[][] single = masks(Precision.FLOAT32, 0, 0.3, 0.5);
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < N; i++) {
        assertThat((double) (float) wide[k][i]).isEqualTo(single[k][i]);
      }
    }
  }

  @Test
  void mask_writesItsOwnRowOnly() {
    MaskBuffer buffer = new MaskBuffer(arena, Precision.FLOAT32, 3, 5);
    buffer.draw(KEY.stream());
    buffer.mask(1, 0);
    assertThat(Tensors.toDoubles(buffer.tensor()))
        .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0);
  }

  @Test
  void mask_anotherDraw_isAnotherMask() {
    MaskBuffer buffer = new MaskBuffer(arena, Precision.FLOAT32, 2, 64);
    buffer.draw(KEY.at(1).stream());
    buffer.mask(0, 0.5);
    buffer.draw(KEY.at(2).stream());
    buffer.mask(1, 0.5);
    double[] both = Tensors.toDoubles(buffer.tensor());
    assertThat(Arrays.copyOfRange(both, 0, 64)).isNotEqualTo(Arrays.copyOfRange(both, 64, 128));
  }

  @Test
  void choose_writesTheTwoNumbers_whereMaskKeepsAndDrops() {
    for (Precision precision : Precision.values()) {
      double[] mask = masks(precision, 0.3)[0];
      MaskBuffer buffer = new MaskBuffer(arena, precision, 2, N);
      buffer.draw(KEY.stream());
      buffer.choose(1, 0.3, -2.5, 0.75);
      double[] rows = Tensors.toDoubles(buffer.tensor());
      for (int i = 0; i < N; i++) {
        assertThat(rows[i]).isEqualTo(0);
        assertThat(rows[N + i]).isEqualTo(mask[i] == 0 ? -2.5 : 0.75);
      }
    }
  }

  @Test
  void choose_rate0_keepsAll_andTheSignOfZero() {
    MaskBuffer buffer = new MaskBuffer(arena, Precision.FLOAT32, 1, 100);
    buffer.draw(KEY.stream());
    buffer.choose(0, 0, 1, -0.0);
    assertThat(Tensors.toDoubles(buffer.tensor())).containsOnly(-0.0);
  }

  @Test
  void normals_areStandardNormal_theSameForAllMembersGiven() {
    MaskBuffer buffer = new MaskBuffer(arena, Precision.FLOAT64, 3, N);
    buffer.normals(KEY.stream(), List.of(0, 2));
    double[] rows = Tensors.toDoubles(buffer.tensor());
    double[] first = Arrays.copyOfRange(rows, 0, N);
    assertThat(Arrays.copyOfRange(rows, 2 * N, 3 * N)).isEqualTo(first);
    assertThat(Arrays.copyOfRange(rows, N, 2 * N)).containsOnly(0);
    double mean = Arrays.stream(first).average().orElseThrow();
    double variance = Arrays.stream(first).map(x -> x * x).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(5 / Math.sqrt(N)));
    assertThat(variance).isCloseTo(1, within(5 * Math.sqrt(2.0 / N)));
  }

  @Test
  void normals_inDouble_areThoseInSingle() {
    MaskBuffer wide = new MaskBuffer(arena, Precision.FLOAT64, 1, 1001);
    MaskBuffer single = new MaskBuffer(arena, Precision.FLOAT32, 1, 1001);
    wide.normals(KEY.stream(), List.of(0));
    single.normals(KEY.stream(), List.of(0));
    assertThat(Tensors.toDoubles(wide.tensor())).isEqualTo(Tensors.toDoubles(single.tensor()));
  }

  private double[][] masks(Precision precision, double... rates) {
    MaskBuffer buffer = new MaskBuffer(arena, precision, rates.length, N);
    buffer.draw(KEY.stream());
    for (int k = 0; k < rates.length; k++) {
      buffer.mask(k, rates[k]);
    }
    double[] all = Tensors.toDoubles(buffer.tensor());
    double[][] masks = new double[rates.length][];
    for (int k = 0; k < rates.length; k++) {
      masks[k] = Arrays.copyOfRange(all, k * N, (k + 1) * N);
    }
    return masks;
  }
}
