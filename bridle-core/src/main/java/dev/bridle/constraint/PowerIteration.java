package dev.bridle.constraint;

import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Product;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * The largest singular value of each member's matrix by power iteration: \( v = W^T u \), normed,
 * then \( u = W v \), normed, whose norms grow towards \( \sigma_1(W) \) from below.
 *
 * <p>Each member has its own products and ends by itself, as soon as a half step raises its value
 * by no more than a share of 1e-7; so its numbers do not depend on who else there is. Norms are
 * computed in double precision.
 */
final class PowerIteration {
  /** Half steps that raise the value by less than this share are the last. */
  private static final double TOLERANCE = 1e-7;

  private final int members;
  private final int rows;
  private final int columns;
  private final Tensor left;
  private final Tensor right;
  private final Product toRight;
  private final Product toLeft;

  /** Iterations with matrices {@code [K, rows, columns]}; valid as long as these live. */
  PowerIteration(Tensor matrices) {
    this.members = (int) matrices.size(0);
    this.rows = (int) matrices.size(1);
    this.columns = (int) matrices.size(2);
    Precision precision = Precision.of(matrices);
    this.left = Tensors.empty(precision, members, rows, 1);
    this.right = Tensors.empty(precision, members, columns, 1);
    this.toRight = Product.ofTransposed(right, matrices, left);
    this.toLeft = Product.of(left, matrices, right);
  }

  /**
   * Iterates until all members have ended.
   *
   * @param u {@code [K * rows]}, where to start; left singular vectors afterwards
   * @param most iterations
   * @return the values, {@code [K]}; 0 for a matrix of zeros, NaN where numbers are not finite
   */
  double[] run(double[] u, int most) {
    double[] values = new double[members];
    boolean[] ended = new boolean[members];
    norm(u, rows);
    for (int i = 0; i < most && !all(ended); i++) {
      Tensors.write(left, u);
      toRight.run(0);
      double[] v = Tensors.toDoubles(right);
      double[] before = norm(v, columns);
      Tensors.write(right, v);
      toLeft.run(0);
      double[] next = Tensors.toDoubles(left);
      double[] after = norm(next, rows);
      for (int k = 0; k < members; k++) {
        if (!ended[k]) {
          System.arraycopy(next, k * rows, u, k * rows, rows);
          values[k] = after[k];
          ended[k] = !(after[k] > before[k] * (1 + TOLERANCE));
        }
      }
    }
    return values;
  }

  /** Gives each member's vector the norm 1, unless it is 0, and returns what it was. */
  private double[] norm(double[] vectors, int length) {
    double[] norms = new double[members];
    for (int k = 0; k < members; k++) {
      double squares = 0;
      for (int i = k * length; i < (k + 1) * length; i++) {
        squares += vectors[i] * vectors[i];
      }
      norms[k] = Math.sqrt(squares);
      double factor = squares == 0 ? 0 : 1 / norms[k];
      for (int i = k * length; i < (k + 1) * length; i++) {
        vectors[i] *= factor;
      }
    }
    return norms;
  }

  private static boolean all(boolean[] ended) {
    for (boolean one : ended) {
      if (!one) {
        return false;
      }
    }
    return true;
  }
}
