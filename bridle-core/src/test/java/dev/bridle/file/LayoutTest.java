package dev.bridle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayoutTest {
  private static final NamedArray A = NamedArray.of("a", new long[] {3}, new float[3]);
  private static final NamedArray B = NamedArray.of("b", new long[] {2}, new double[2]);
  private static final NamedArray C = NamedArray.of("c", new long[0], new int[1]);
  private static final NamedArray D = NamedArray.of("d", new long[] {1}, new long[1]);

  @Test
  void inFileOrder_isWideNumbersFirstAndOtherwiseAsGiven() {
    assertThat(Layout.inFileOrder(List.of(A, B, C, D))).containsExactly(B, D, A, C);
  }

  @Test
  void assign_keepsTheOrderAndLeavesNoHoles() {
    assertThat(Layout.assign(List.of(A, B, C, D)))
        .containsExactly(
            new Slot("a", Dtype.F32, List.of(3L), 24, 36),
            new Slot("b", Dtype.F64, List.of(2L), 0, 16),
            new Slot("c", Dtype.I32, List.of(), 36, 40),
            new Slot("d", Dtype.I64, List.of(1L), 16, 24));
  }

  @Test
  void check_ofWhatWasAssigned_isTheOrderOfTheData() throws IOException {
    assertThat(Layout.check(Layout.assign(List.of(A, B, C, D)), 40))
        .extracting(Slot::name)
        .containsExactly("b", "d", "a", "c");
  }

  @Test
  void check_moreNumbersThanAJavaArrayHolds_isRefused() {
    Slot slot = new Slot("w", Dtype.F32, List.of(1L << 31), 0, 1L << 33);

    assertThatThrownBy(() -> Layout.check(List.of(slot), 1L << 33))
        .isExactlyInstanceOf(FileFormatException.class)
        .hasMessage("array \"w\" has 2147483648 numbers: expected at most 2147483639");
  }
}
