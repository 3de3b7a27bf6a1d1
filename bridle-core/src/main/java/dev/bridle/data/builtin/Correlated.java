package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/**
 * Three groups of five inputs that say nearly the same, and 25 useless inputs: lasso against
 * elastic net.
 *
 * <p>\[ x_i = Z_g + \eta_i \; (i = 5g - 4, \dots, 5g; \; g = 1, 2, 3), \quad y = 3 \sum_{i=1}^{15}
 * x_i + \varepsilon \]
 *
 * <p>with hidden factors \( Z_g \sim N(0, 1) \), \( \eta_i \sim N(0, 0.01) \) (a variance, so the
 * standard deviation is 0.1) and \( \varepsilon \sim N(0, 15^2) \); \( x_{16}, \dots, x_{40} \sim
 * N(0, 1) \) have no part in y. Inputs of one group have correlation 1 / 1.01 = 0.99. Inputs {@code
 * [N, 40]}, {@code x1} to {@code x40}; target {@code y}, variance about 901, of which 225 is noise,
 * so no model reaches an R2 above 0.75. Formula and sizes as in Zou and Hastie, Regularization and
 * variable selection via the elastic net, Journal of the Royal Statistical Society B 67 (2005),
 * section 5, example 4.
 */
public final class Correlated implements Generator {
  private static final int INPUTS = 40;
  private static final int USEFUL = 15;
  private static final int GROUP = 5;
  private static final double SPREAD = 0.1;
  private static final double COEFFICIENT = 3;
  private static final double NOISE = 15;

  @Override
  public String name() {
    return "correlated";
  }

  @Override
  public String summary() {
    return "Three groups of five near-equal inputs and 25 useless ones, more noise than 50 rows can"
        + " bear: a network fits the noise, the lasso keeps one input of a group by chance; the"
        + " elastic net keeps whole groups and drops the rest.";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(50, 50, 400);
  }

  @Override
  public Dataset draw(int rows, Key key) {
    float[] inputs = Rows.numbers(rows, INPUTS);
    float[] values = new float[rows];
    for (int row = 0; row < rows; row++) {
      RandomStream random = key.at(row).stream();
      double[] x = inputs(random);
      for (int i = 0; i < INPUTS; i++) {
        inputs[row * INPUTS + i] = (float) x[i];
      }
      values[row] = (float) (mean(x) + NOISE * random.nextGaussian());
    }
    return Dataset.regression(inputs, new int[] {INPUTS}, values, List.of("y"));
  }

  /**
   * The expected target of one row, without noise.
   *
   * @param x the forty inputs
   */
  public static double mean(double... x) {
    Rows.requireWidth(x, INPUTS);
    double sum = 0;
    for (int i = 0; i < USEFUL; i++) {
      sum += COEFFICIENT * x[i];
    }
    return sum;
  }

  private static double[] inputs(RandomStream random) {
    double[] x = new double[INPUTS];
    double factor = 0;
    for (int i = 0; i < INPUTS; i++) {
      if (i < USEFUL && i % GROUP == 0) {
        factor = random.nextGaussian();
      }
      double own = random.nextGaussian();
      x[i] = i < USEFUL ? factor + SPREAD * own : own;
    }
    return x;
  }
}
