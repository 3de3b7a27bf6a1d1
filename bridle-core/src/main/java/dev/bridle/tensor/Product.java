package dev.bridle.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import java.util.ArrayList;
import java.util.List;
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
  /** Additions and multiplications from which on a product is shared out among a team. */
  private static final double WORTH_SHARING = 1 << 24;

  private final List<Part> parts;
  private final Team team;

  private Product(Matrices out, Matrices a, Matrices b, int members, boolean inDouble) {
    Block block = Block.of(out.rows(), out.columns(), a.columns(), a.byColumns(), b.byColumns());
    double work = 2.0 * members * out.rows() * out.columns() * a.columns();
    this.team = Team.current();
    int pieces = (out.rows() + block.rows() - 1) / block.rows();
    int shares = work < WORTH_SHARING ? 1 : Math.min(team.size(), pieces);
    this.parts = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      int from = pieces * i / shares * block.rows();
      int to = Math.min(pieces * (i + 1) / shares * block.rows(), out.rows());
      parts.add(new Part(out.own(), a.own(), b.own(), members, block, from, to, inDouble));
    }
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
    if (parts.size() == 1) {
      parts.get(0).run(carry);
    } else {
      team.share(parts.size(), i -> parts.get(i).run(carry));
    }
  }

  /** Some rows of all members' results, with pointers of its own. */
  private record Part(
      Matrices out,
      Matrices a,
      Matrices b,
      int members,
      Block block,
      int from,
      int to,
      boolean inDouble) {

    void run(double carry) {
      for (int k = 0; k < members; k++) {
        for (int i = from; i < to; i += block.rows()) {
          for (int j = 0; j < out.columns(); j += block.columns()) {
            for (int l = 0; l < a.columns(); l += block.summed()) {
              out.seek(k, i, j);
              a.seek(k, i, l);
              b.seek(k, l, j);
              multiply(i, j, l, l == 0 ? carry : 1);
            }
          }
        }
      }
    }

    private void multiply(int row, int column, int first, double carry) {
      int height = Math.min(block.rows(), to - row);
      int width = Math.min(block.columns(), out.columns() - column);
      int depth = Math.min(block.summed(), a.columns() - first);
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
}
