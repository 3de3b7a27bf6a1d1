package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/**
 * A smooth function of five inputs among ten: regression with useless inputs.
 *
 * <p>\[ y = 10 \sin(\pi x_1 x_2) + 20 (x_3 - 0.5)^2 + 10 x_4 + 5 x_5 + \varepsilon, \quad
 * \varepsilon \sim N(0, 1) \]
 *
 * <p>Inputs {@code [N, 10]}, {@code x1} to {@code x10}, independent and uniform in (0, 1); the last
 * five have no part in y. Target {@code y}, mostly in 0 to 30, variance about 24.8, of which 1 is
 * noise, so no model reaches an R2 above 0.96. Function, noise and number of inputs as in the
 * source, which calls it a simple function of ten variables: Friedman, Multivariate adaptive
 * regression splines, Annals of Statistics 19 (1991), section 4.3.
 */
public final class Friedman implements Generator {
  private static final int INPUTS = 10;
  private static final double NOISE = 1;

  @Override
  public String name() {
    return "friedman";
  }

  @Override
  public String summary() {
    return "Friedman's function of five inputs, hidden among ten: a network fits the noise through"
        + " the five useless ones; L1 on the first layer drops them, L2 and"
        + " max-norm weaken them.";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(200, 100, 1000);
  }

  @Override
  public Dataset draw(int rows, Key key) {
    float[] inputs = Rows.numbers(rows, INPUTS);
    float[] values = new float[rows];
    double[] x = new double[INPUTS];
    for (int row = 0; row < rows; row++) {
      RandomStream random = key.at(row).stream();
      for (int i = 0; i < INPUTS; i++) {
        x[i] = random.nextDouble();
        inputs[row * INPUTS + i] = (float) x[i];
      }
      values[row] = (float) (mean(x) + NOISE * random.nextGaussian());
    }
    return Dataset.regression(inputs, new int[] {INPUTS}, values, List.of("y"));
  }

  /**
   * The expected target of one row, without noise.
   *
   * @param x the ten inputs
   */
  public static double mean(double... x) {
    Rows.requireWidth(x, INPUTS);
    double bend = x[2] - 0.5;
    return 10 * StrictMath.sin(Math.PI * x[0] * x[1]) + 20 * bend * bend + 10 * x[3] + 5 * x[4];
  }
}
