package dev.bridle.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.testing.Natives;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

final class GradientsTest {
  @Test
  void of_sumOfSquares_isTwiceThePoint() {
    try (Scope scope = Scope.open()) {
      Tensor at = Tensors.of(Precision.FLOAT64, new double[] {1, -2, 3}, 1, 3);
      Tensor gradient = Gradients.of(Tensor::square, at);
      assertThat(Tensors.shape(gradient)).containsExactly(1, 3);
      assertThat(Tensors.toDoubles(gradient)).containsExactly(2, -4, 6);
    }
  }

  @Test
  void of_leavesThePointAlone() {
    try (Scope scope = Scope.open()) {
      Tensor at = Tensors.of(Precision.FLOAT64, new double[] {1, -2}, 2);
      Gradients.of(x -> x.mul(x), at);
      assertThat(Tensors.toDoubles(at)).containsExactly(1, -2);
      assertThat(at.requires_grad()).isFalse();
    }
  }

  @Test
  void of_diesWithTheEnclosingScope() {
    Natives.assertFlat(
        () -> {
          try (Scope scope = Scope.open()) {
            Gradients.of(Tensor::square, Tensors.of(Precision.FLOAT64, new double[] {1}, 1));
          }
        });
  }
}
