package dev.bridle.constraint;

import org.bytedeco.pytorch.Tensor;

/** One number of each vector: a kernel with no others is one whose norms are exact. */
final class FirstNumbers {
  private FirstNumbers() {}

  /** A view of the first number of each vector of kernels {@code [K, out, in]}. */
  static Tensor of(Scope scope, Tensor kernels) {
    return switch (scope) {
      case PER_UNIT -> kernels.narrow(2, 0, 1);
      case PER_INPUT -> kernels.narrow(1, 0, 1);
      case WHOLE -> kernels.narrow(1, 0, 1).narrow(2, 0, 1);
    };
  }
}
