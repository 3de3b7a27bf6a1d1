package dev.bridle.tensor;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/** Gradients by libtorch's automatic differentiation, for what has no closed form worth writing. */
public final class Gradients {
  private Gradients() {}

  /**
   * The gradient of the sum of {@code function}'s results by {@code at}, of {@code at}'s shape;
   * made in the innermost open scope.
   */
  public static Tensor of(UnaryOperator<Tensor> function, Tensor at) {
    try (Scope scope = Scope.recording()) {
      Tensor leaf = at.clone().detach_().requires_grad_(true);
      function.apply(leaf).sum().backward();
      return scope.keep(leaf.grad().clone());
    }
  }
}
