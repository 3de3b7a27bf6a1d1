package dev.bridle.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.penalty.SmoothKernel.Order;
import dev.bridle.population.Initial;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class SmoothKernelTest {
  interface KernelLaws extends PenaltyLaws {
    @Override
    default List<Integer> shaped(List<Integer> matrix) {
      return List.of(Math.min(matrix.get(0), 5), 2, 3, Math.min(matrix.get(1), 5) + 1);
    }

    @Override
    default Map<String, Double> shares() {
      return Map.of("length", 1.3);
    }
  }

  @Nested
  final class OfFirstDifferences implements KernelLaws {
    @Override
    public Penalty penalty() {
      return new SmoothKernel(Order.FIRST);
    }
  }

  @Nested
  final class OfTheLaplacian implements KernelLaws {
    @Override
    public Penalty penalty() {
      return new SmoothKernel(Order.LAPLACIAN);
    }
  }

  @Nested
  final class OfAGaussian implements KernelLaws {
    @Override
    public Penalty penalty() {
      return new SmoothKernel(Order.GAUSSIAN);
    }
  }

  /** Taps (1, 3) over (4, 8): 2 and 4 across, 3 and 5 down; 4 + 16 + 9 + 25. */
  @Test
  void first_isTheSquaredDifferencesAlongBothAxes() {
    assertThat(value(Order.FIRST, Given.tensor(new long[] {1, 1, 1, 2, 2}, 1, 3, 4, 8)))
        .isEqualTo(0.5 * 54);
  }

  /** Taps 1, 3, 4, 8 of a series: second differences -1 and 3. */
  @Test
  void laplacian_ofASeries_isTheSquaredSecondDifferences() {
    assertThat(value(Order.LAPLACIAN, Given.tensor(new long[] {1, 1, 1, 4}, 1, 3, 4, 8)))
        .isEqualTo(0.5 * 10);
  }

  /** Two taps at distance 1, length 1: the inverse of (1.01, e) over (e, 1.01), e = exp(-1/2). */
  @Test
  void gaussian_isTheFormOfTheInverseCovariance() {
    double e = Math.exp(-0.5);
    double determinant = 1.01 * 1.01 - e * e;
    double expected = (1.01 * 4 - 2 * e * 2 * 3 + 1.01 * 9) / determinant;
    assertThat(value(Order.GAUSSIAN, Given.tensor(new long[] {1, 1, 1, 2}, 2, 3)))
        .isCloseTo(0.5 * expected, within(1e-12));
  }

  @Test
  void matrix_isRefused() {
    WeightSpec dense = WeightSpec.kernel("dense1", List.of(3, 2), Initial.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmoothKernel(Order.FIRST).requireWeight(dense))
        .withMessage(
            "smooth-kernel on dense1.kernel [3, 2]: expected a convolution, whose taps have"
                + " neighbours; choose the place @conv");
  }

  private static double value(Order order, org.bytedeco.pytorch.Tensor kernel) {
    Map<String, PerMember> numbers = Map.of("lambda", PerMember.of(0.5), "length", PerMember.of(1));
    return Tensors.toDoubles(
        new SmoothKernel(order).value(Weight.kernel(kernel), Given.strengths(numbers)))[0];
  }
}
