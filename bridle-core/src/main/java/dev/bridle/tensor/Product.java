package dev.bridle.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;

/**
 * Matrix products of all members, {@code out[k] = carry * out[k] + a[k] b[k]}, straight from Java
 * to the BLAS: libtorch's batched product does the same through layers that cost more than a small
 * product itself.
 *
 * <p>Each product is cut into {@linkplain Block blocks}, which depend on the sizes of the matrices
 * alone, and each member is computed by itself: so a member's bits do not depend on how many there
 * are.
 *
 * <p>Fast where rows of one operand meet columns of the other (contiguous in memory); the form in
 * which both lie along the dimension that is summed over takes twice the time. {@code
 * docs/decisions/0006} has the figures.
 */
public final class Product {
  private final Matrices out;
  private final Matrices a;
  private final Matrices b;
  private final int members;
  private final int rows;
  private final int columns;
  private final int summed;
  private final Block block;
  private final boolean inDouble;

  private Product(Matrices out, Matrices a, Matrices b, int members, boolean inDouble) {
    this.out = out;
    this.a = a;
    this.b = b;
    this.members = members;
    this.rows = out.rows();
    this.columns = out.columns();
    this.summed = a.columns();
    this.block = Block.of(rows, columns, summed, a.byColumns(), b.byColumns());
    this.inDouble = inDouble;
  }

  /**
   * Binds a product to the memory of its tensors, whose rows or columns must be contiguous; valid
   * as long as these live.
   *
   * @param out {@code [K, M, N]}
   * @param a {@code [K, M, L]}; members may share one matrix
   * @param b {@code [K, L, N]}; members may share one matrix
   */
  public static Product of(Tensor out, Tensor a, Tensor b) {
    return of(out, Matrices.of(a), Matrices.of(b));
  }

  /** The same for {@code a^T b}, a being {@code [K, L, M]}. */
  public static Product ofTransposed(Tensor out, Tensor a, Tensor b) {
    return of(out, Matrices.of(a).transposed(), Matrices.of(b));
  }

  /** The same for {@code a b^T}, b being {@code [K, N, L]}. */
  public static Product byTransposed(Tensor out, Tensor a, Tensor b) {
    return of(out, Matrices.of(a), Matrices.of(b).transposed());
  }

  private static Product of(Tensor out, Matrices left, Matrices right) {
    Matrices result = Matrices.of(out);
    int members = (int) out.size(0);
    boolean inDouble = Tensors.isDouble(out);
    return result.byColumns() // then it is its transpose that lies by rows
        ? new Product(result.transposed(), right.transposed(), left.transposed(), members, inDouble)
        : new Product(result, left, right, members, inDouble);
  }

  /**
   * Computes it.
   *
   * @param carry by what the old content of the result is multiplied; 0 never reads it
   */
  public void run(double carry) {
    for (int k = 0; k < members; k++) {
      for (int i = 0; i < rows; i += block.rows()) {
        for (int j = 0; j < columns; j += block.columns()) {
          for (int l = 0; l < summed; l += block.summed()) {
            out.seek(k, i, j);
            a.seek(k, i, l);
            b.seek(k, l, j);
            multiply(i, j, l, l == 0 ? carry : 1);
          }
        }
      }
    }
  }

  private void multiply(int row, int column, int from, double carry) {
    int height = Math.min(block.rows(), rows - row);
    int width = Math.min(block.columns(), columns - column);
    int depth = Math.min(block.summed(), summed - from);
    int formA = a.byColumns() ? CblasTrans : CblasNoTrans;
    int formB = b.byColumns() ? CblasTrans : CblasNoTrans;
    if (inDouble) {
      openblas_nolapack.cblas_dgemm(
          CblasRowMajor,
          formA,
          formB,
          height,
          width,
          depth,
          1,
          a.doubles(),
          a.stride(),
          b.doubles(),
          b.stride(),
          carry,
          out.doubles(),
          out.stride());
    } else {
      openblas_nolapack.cblas_sgemm(
          CblasRowMajor,
          formA,
          formB,
          height,
          width,
          depth,
          1,
          a.floats(),
          a.stride(),
          b.floats(),
          b.stride(),
          (float) carry,
          out.floats(),
          out.stride());
    }
  }
}
