package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(InScope.class)
final class ProductTest {
  @Test
  void run_byHand() {
    Tensor a = Given.tensor(new long[] {1, 2, 3}, 1, 2, 3, 4, 5, 6);
    Tensor b = Given.tensor(new long[] {1, 3, 1}, 1, 0, -1);
    Tensor out = Given.tensor(new long[] {1, 2, 1}, 100, 200);
    Product.of(out, a, b).run(0.5);
    assertThat(Tensors.toDoubles(out)).containsExactly(48, 98);
  }

  /** Sizes below, at and above those of a block, in all four orders of memory. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 3, 7", "64, 64, 128", "130, 70, 300", "33, 257, 65", "300, 16, 40"})
  void run_anyOrderOfMemory_isLibtorchsProduct(int rows, int columns, int summed) {
    Tensor a = Draw.of(1).tensor(Precision.FLOAT64, 2, rows, summed);
    Tensor b = Draw.of(2).tensor(Precision.FLOAT64, 2, summed, columns);
    Tensor before = Draw.of(3).tensor(Precision.FLOAT64, 2, rows, columns);
    Tensor expected = a.matmul(b).add_(before, Tensors.constant(0.25));
    for (int order = 0; order < 8; order++) {
      Tensor out = ordered(before, (order & 1) != 0);
      Product.of(out, ordered(a, (order & 2) != 0), ordered(b, (order & 4) != 0)).run(0.25);
      double worst = out.sub(expected).abs().max().item_double();
      assertThat(worst).as("order " + order).isLessThan(1e-12 * summed);
    }
  }

  @Test
  void run_carry0_neverReadsTheResult() {
    for (Precision precision : Precision.values()) {
      Tensor out = Tensors.empty(precision, 2, 70, 70).fill_(Tensors.constant(Double.NaN));
      Tensor a = Draw.of(1).tensor(precision, 2, 70, 200);
      Product.byTransposed(out, a, a).run(0);
      assertThat(Tensors.toDoubles(out)).doesNotContain(Double.NaN);
    }
  }

  @Test
  void run_sharedOperand_isThatOfEveryMember() {
    Tensor a = Draw.of(1).tensor(Precision.FLOAT32, 1, 9, 20);
    Tensor b = Draw.of(2).tensor(Precision.FLOAT32, 3, 20, 11);
    Tensor shared = Tensors.empty(Precision.FLOAT32, 3, 9, 11);
    Tensor copied = Tensors.empty(Precision.FLOAT32, 3, 9, 11);
    Product.of(shared, a, b).run(0);
    Product.of(copied, a.expand(3, 9, 20).contiguous(), b).run(0);
    Bits.assertSame(shared, copied, "shared or copied");
  }

  @Test
  void run_transposedOperands_areAsIfWrittenOut() {
    Tensor a = Draw.of(1).tensor(Precision.FLOAT64, 2, 4, 6);
    Tensor b = Draw.of(2).tensor(Precision.FLOAT64, 2, 4, 5);
    Tensor left = Tensors.empty(Precision.FLOAT64, 2, 6, 5);
    Product.ofTransposed(left, a, b).run(0);
    assertThat(left.sub(a.transpose(1, 2).matmul(b)).abs().max().item_double()).isLessThan(1e-14);
    Tensor right = Tensors.empty(Precision.FLOAT64, 2, 4, 4);
    Product.byTransposed(right, a, a).run(0);
    assertThat(right.sub(a.matmul(a.transpose(1, 2))).abs().max().item_double()).isLessThan(1e-14);
  }

  @Test
  void of_neitherRowsNorColumnsContiguous_isRefused() {
    Tensor scattered = Draw.of(1).tensor(Precision.FLOAT32, 1, 4, 4, 2).select(3, 0);
    Tensor whole = Draw.of(2).tensor(Precision.FLOAT32, 1, 4, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Product.of(whole, scattered, whole))
        .withMessage("strides 8 and 2: expected one of them to be 1");
  }

  private static Tensor ordered(Tensor tensor, boolean byColumns) {
    return byColumns ? tensor.transpose(1, 2).clone().contiguous().transpose(1, 2) : tensor.clone();
  }
}
