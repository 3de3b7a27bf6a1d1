package dev.bridle.penalty;

import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Product;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What penalties on kernels as matrices {@code [K, rows, columns]} have in common. */
final class Kernels {
  /** Above 0 in both precisions: what is divided by, at least. */
  static final Scalar SMALLEST = Tensors.constant(Float.MIN_NORMAL);

  private Kernels() {}

  /** Refuses a weight that is not a matrix, such as a bias. */
  static void requireMatrix(String penalty, WeightSpec weight) {
    if (weight.shape().size() != 2) {
      throw new IllegalArgumentException(
          penalty
              + " on "
              + weight.name()
              + " "
              + weight.shape()
              + ": expected a matrix [units, inputs]; choose a place without biases");
    }
  }

  /** A tensor of the format of another, whose numbers are not set. */
  static Tensor empty(Tensor like, long... shape) {
    return Tensors.empty(Precision.of(like), shape);
  }

  /** The inner products of all rows of a member, {@code [K, rows, rows]}. */
  static Tensor gram(Tensor matrix) {
    Tensor gram = empty(matrix, matrix.size(0), matrix.size(1), matrix.size(1));
    Product.byTransposed(gram, matrix, matrix).run(0);
    return gram;
  }
}
