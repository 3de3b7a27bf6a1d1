package dev.bridle.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrthonormalTest {
  /** Wide, square, tall, a single row, a single column, a single number. */
  @ParameterizedTest
  @CsvSource({"5, 7", "64, 64", "33, 10", "1, 9", "9, 1", "1, 1", "30, 300"})
  void draw_theFewerOfRowsAndColumns_areOrthonormal(int rows, int columns) {
    float[] w = draw(Key.of(3), rows, columns);
    boolean byRows = rows <= columns;
    int vectors = Math.min(rows, columns);
    for (int a = 0; a < vectors; a++) {
      for (int b = 0; b <= a; b++) {
        double product = 0;
        for (int i = 0; i < Math.max(rows, columns); i++) {
          int first = byRows ? a * columns + i : i * columns + a;
          int second = byRows ? b * columns + i : i * columns + b;
          product += (double) w[first] * w[second];
        }
        assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-6)); // of float
      }
    }
  }

  /** A convolution's kernel is a matrix of its filters. */
  @Test
  void draw_moreAxes_areOne() {
    WeightSpec filters = WeightSpec.kernel("conv1", List.of(4, 3, 2, 2), Initial.ORTHOGONAL);
    assertThat(Initial.ORTHOGONAL.draw(filters, Key.of(1))).isEqualTo(draw(Key.of(1), 4, 12));
  }

  /** (3, 4) becomes (0.6, 0.8); (1, 1) less 1.4 of it is (0.16, -0.12), then (0.8, -0.6). */
  @Test
  void make_twoRows_byHand() {
    float[] matrix = {3, 4, 1, 1};
    Orthonormal.make(matrix, 2);
    assertThat(matrix).containsExactly(new float[] {0.6f, 0.8f, 0.8f, -0.6f}, within(1e-7f));
  }

  /** The second column of (3, 1; 4, 1; 0, 0) likewise. */
  @Test
  void make_tall_worksOnColumns() {
    float[] matrix = {3, 1, 4, 1, 0, 0};
    Orthonormal.make(matrix, 3);
    assertThat(matrix).containsExactly(new float[] {0.6f, 0.8f, 0.8f, -0.6f, 0, 0}, within(1e-7f));
  }

  /**
   * Every entry of a uniform orthogonal 3 x 3 matrix has mean 0 and variance 1/3, the diagonal too,
   * which a triangular factor of other signs would make negative or positive; within five errors.
   */
  @Test
  void draw_isUniform() {
    int n = 4000;
    double[] sum = new double[9];
    double[] squares = new double[9];
    List<Double> determinants = new ArrayList<>();
    for (int seed = 0; seed < n; seed++) {
      float[] w = draw(Key.of(seed), 3, 3);
      for (int i = 0; i < 9; i++) {
        sum[i] += w[i];
        squares[i] += w[i] * w[i];
      }
      determinants.add(determinant(w));
    }
    for (int i = 0; i < 9; i++) {
      assertThat(sum[i] / n).isCloseTo(0, within(5 * Math.sqrt(1.0 / 3 / n)));
      // the variance of a squared coordinate on the sphere is 4/45
      assertThat(squares[i] / n).isCloseTo(1.0 / 3, within(5 * Math.sqrt(4.0 / 45 / n)));
    }
    assertThat(determinants.stream().filter(d -> d > 0).count() / (double) n)
        .isCloseTo(0.5, within(5 * Math.sqrt(0.25 / n))); // rotations and reflections
  }

  private static double determinant(float[] w) {
    return w[0] * (w[4] * w[8] - w[5] * w[7])
        - w[1] * (w[3] * w[8] - w[5] * w[6])
        + w[2] * (w[3] * w[7] - w[4] * w[6]);
  }

  private static float[] draw(Key key, int rows, int columns) {
    WeightSpec spec = WeightSpec.kernel("layer", List.of(rows, columns), Initial.ORTHOGONAL);
    return Initial.ORTHOGONAL.draw(spec, key);
  }
}
