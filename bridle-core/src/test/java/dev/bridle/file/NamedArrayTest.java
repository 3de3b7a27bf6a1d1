package dev.bridle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class NamedArrayTest {
  @Test
  void of_eachKind_givesItsNumbersBack() {
    long[] two = {2};
    assertThat(NamedArray.of("f", two, new float[] {1, 2}).floats()).containsExactly(1f, 2f);
    assertThat(NamedArray.of("d", two, new double[] {1, 2}).doubles()).containsExactly(1.0, 2.0);
    assertThat(NamedArray.of("i", two, new int[] {1, 2}).ints()).containsExactly(1, 2);
    assertThat(NamedArray.of("l", two, new long[] {1, 2}).longs()).containsExactly(1L, 2L);
  }

  @Test
  void of_shape_isCopiedInAndOut() {
    long[] shape = {1, 2};
    NamedArray array = NamedArray.of("w", shape, new float[2]);
    shape[0] = 7;
    array.shape()[1] = 7;

    assertThat(array.shape()).containsExactly(1, 2);
  }

  @Test
  void of_emptyShape_isOneNumber() {
    assertThat(NamedArray.of("loss", new long[0], new double[] {0.5}).size()).isEqualTo(1);
  }

  @Test
  void of_sizeZero_isNoneWhateverTheOtherSizes() {
    long[] shape = {Long.MAX_VALUE, Long.MAX_VALUE, 0};
    assertThat(NamedArray.of("w", shape, new float[0]).size()).isZero();
  }

  @Test
  void of_otherNumberOfNumbers_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedArray.of("w", new long[] {2, 3}, new float[5]))
        .withMessage("array \"w\" of shape [2, 3]: expected 6 numbers, found 5");
  }

  @Test
  void of_negativeSize_isRefusedEvenBesideZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedArray.of("w", new long[] {0, -1}, new float[0]))
        .withMessage("array \"w\" of shape [0, -1]: expected sizes of at least 0");
  }

  @Test
  void of_productBeyond64Bits_isRefused() {
    long[] shape = {1L << 32, 1L << 32}; // 2^64, which would wrap around to 0
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedArray.of("w", shape, new float[0]))
        .withMessage(
            "array \"w\" of shape [4294967296, 4294967296]: expected fewer than 2^63 numbers");
  }

  @Test
  void of_reservedName_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedArray.of("__metadata__", new long[] {1}, new float[1]))
        .withMessage("array \"__metadata__\": expected another name, the format reserves this one");
  }

  @Test
  void floats_ofOtherKind_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedArray.of("w", new long[] {1}, new double[1]).floats())
        .withMessage("array \"w\" holds F64: expected F32");
  }

  @Test
  void equals_looksAtEveryPart() {
    NamedArray array = NamedArray.of("w", new long[] {2}, new float[] {1, Float.NaN});

    assertThat(array)
        .isEqualTo(NamedArray.of("w", new long[] {2}, new float[] {1, Float.NaN}))
        .hasSameHashCodeAs(NamedArray.of("w", new long[] {2}, new float[] {1, Float.NaN}))
        .isNotEqualTo(NamedArray.of("v", new long[] {2}, new float[] {1, Float.NaN}))
        .isNotEqualTo(NamedArray.of("w", new long[] {2, 1}, new float[] {1, Float.NaN}))
        .isNotEqualTo(NamedArray.of("w", new long[] {2}, new float[] {2, Float.NaN}))
        .isNotEqualTo(NamedArray.of("w", new long[] {2}, new double[] {1, Double.NaN}));
  }

  @Test
  void toString_isKindNameAndShape() {
    assertThat(NamedArray.of("w", new long[] {1, 2}, new int[2]))
        .hasToString("I32 array \"w\" of shape [1, 2]");
  }
}
