package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.testing.InScope;
import dev.bridle.testing.Natives;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class TensorsTest {
  private static final double[] SIX = {1, 2, 3, 4, 5, 6};

  @Test
  void of_doubles_areReadBack() {
    for (Precision precision : Precision.values()) {
      Tensor tensor = Tensors.of(precision, SIX, 2, 3);
      assertThat(Tensors.shape(tensor)).containsExactly(2, 3);
      assertThat(Tensors.toDoubles(tensor)).containsExactly(SIX);
    }
  }

  @Test
  void of_floats_areReadBack() {
    for (Precision precision : Precision.values()) {
      Tensor tensor = Tensors.of(precision, new float[] {0.1f, -2}, 2);
      assertThat(Tensors.toFloats(tensor)).containsExactly(0.1f, -2);
    }
  }

  @Test
  void of_longs_areRowNumbers() {
    Tensor rows = Tensors.of(new long[] {2, 0}, 2);
    Tensor table = Tensors.of(Precision.FLOAT64, SIX, 3, 2);
    assertThat(Tensors.toDoubles(table.index_select(0, rows))).containsExactly(5, 6, 1, 2);
  }

  @Test
  void isDouble_tellsTheFormats() {
    assertThat(Tensors.isDouble(Tensors.empty(Precision.FLOAT64, 1))).isTrue();
    assertThat(Tensors.isDouble(Tensors.empty(Precision.FLOAT32, 1))).isFalse();
  }

  @Test
  void noNumbers_areWrittenAndRead() {
    for (Precision precision : Precision.values()) {
      assertThat(Tensors.toDoubles(Tensors.of(precision, new double[0], 2, 0))).isEmpty();
      assertThat(Tensors.toFloats(Tensors.of(precision, new float[0], 0))).isEmpty();
    }
    assertThat(Tensors.shape(Tensors.of(new long[0], 0))).containsExactly(0);
  }

  @Test
  void write_wrongNumber_isRefused() {
    Tensor tensor = Tensors.empty(Precision.FLOAT32, 2, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensors.write(tensor, new double[5]))
        .withMessage("5 numbers: expected a contiguous tensor of as many, got 6");
    assertThatIllegalArgumentException().isThrownBy(() -> Tensors.write(tensor, new float[7]));
    assertThatIllegalArgumentException().isThrownBy(() -> Tensors.write(tensor, new long[0]));
  }

  @Test
  void write_intoAStridedView_isRefused() {
    Tensor column = Tensors.of(Precision.FLOAT64, SIX, 2, 3).narrow(1, 0, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> Tensors.write(column, new double[2]));
  }

  @Test
  void toDoubles_stridedView_isRowMajor() {
    Tensor transposed = Tensors.of(Precision.FLOAT32, SIX, 2, 3).transpose(0, 1);
    assertThat(Tensors.toDoubles(transposed)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(Tensors.toFloats(transposed)).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void toDoubles_leavesNothingBehind() {
    Tensor tensor = Tensors.of(Precision.FLOAT32, SIX, 2, 3);
    Natives.assertFlat(() -> Tensors.toDoubles(tensor));
    Natives.assertFlat(() -> Tensors.toFloats(tensor));
  }

  @Test
  void constant_isMadeOnce() {
    assertThat(Tensors.constant(0.25)).isSameAs(Tensors.constant(0.25));
    assertThat(Tensors.constant(0.25).toDouble()).isEqualTo(0.25);
  }

  @Test
  void concatenate_putsOneBehindTheOther() {
    Tensor first = Tensors.of(Precision.FLOAT64, SIX, 2, 3);
    Tensor second = Tensors.of(Precision.FLOAT64, new double[] {7, 8}, 2, 1);
    assertThat(Tensors.toDoubles(Tensors.concatenate(1, first, second)))
        .containsExactly(1, 2, 3, 7, 4, 5, 6, 8);
    assertThat(Tensors.concatenate(0, first)).isSameAs(first);
  }

  @Test
  void norm_overAxes_keepsThemWithSize1() {
    Tensor tensor = Tensors.of(Precision.FLOAT64, new double[] {3, 4, 5, 12}, 1, 2, 2);
    Tensor rows = Tensors.norm(tensor, 2);
    assertThat(Tensors.shape(rows)).containsExactly(1, 2, 1);
    assertThat(Tensors.toDoubles(rows)).containsExactly(5, 13);
  }

  @Test
  void norm_overNoAxes_isTheAbsoluteValue() {
    Tensor tensor = Tensors.of(Precision.FLOAT64, new double[] {-3, 4}, 1, 2);
    assertThat(Tensors.toDoubles(Tensors.norm(tensor))).containsExactly(3, 4);
  }

  @Test
  void sum_overAxes_keepsThemOrNot() {
    Tensor tensor = Tensors.of(Precision.FLOAT64, SIX, 2, 3);
    assertThat(Tensors.shape(Tensors.sum(tensor, true, 1))).containsExactly(2, 1);
    assertThat(Tensors.shape(Tensors.sum(tensor, false, 1))).containsExactly(2);
    assertThat(Tensors.toDoubles(Tensors.sum(tensor, false, 1))).containsExactly(6, 15);
    assertThat(Tensors.toDoubles(Tensors.sum(tensor, false))).containsExactly(SIX);
  }

  @Test
  void sumPerMember_sumsAllButTheFirstAxis() {
    Tensor tensor = Tensors.of(Precision.FLOAT64, SIX, 2, 3, 1);
    assertThat(Tensors.toDoubles(Tensors.sumPerMember(tensor))).containsExactly(6, 15);
  }
}
