package dev.bridle.study.diagnosis;

import java.util.Arrays;

/**
 * Ridge regression judged by leaving out each row in turn, in closed form: the residual of a left
 * out row is \( r_i / (1 - h_i) \), \( h_i = \frac{1}{N} (1 + x_i^T (X^T X / N + \lambda I)^{-1}
 * x_i) \). See Hoerl and Kennard, Ridge regression, Technometrics 12 (1970); Allen, The
 * relationship between variable selection and data augmentation, Technometrics 16 (1974).
 */
final class Ridge {
  private static final double[] STRENGTHS = {0.001, 0.01, 0.1, 1, 10};

  private Ridge() {}

  /** The least mean squared error of five strengths, for inputs {@code [D][N]}. */
  static double leastError(float[][] inputs, double... targets) {
    double[][] x = Arrays.stream(inputs).map(Ridge::centred).toArray(double[][]::new);
    double[] y = centred(targets);
    double[][] gram = new double[x.length][x.length];
    double[] xy = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = dot(x[i], x[j]) / y.length;
      }
      xy[i] = dot(x[i], y) / y.length;
    }
    return Arrays.stream(STRENGTHS)
        .map(strength -> error(x, y, gram, xy, strength))
        .filter(Double::isFinite)
        .min()
        .orElse(dot(y, y) / y.length);
  }

  private static double error(
      double[][] x, double[] y, double[][] gram, double[] xy, double strength) {
    double[][] lower = cholesky(gram, strength);
    double[] half = forward(lower, xy);
    int n = y.length;
    double squares = 0;
    double[] row = new double[x.length];
    for (int i = 0; i < n; i++) {
      for (int f = 0; f < x.length; f++) {
        row[f] = x[f][i];
      }
      double[] u = forward(lower, row); // x' A^-1 v = (L^-1 x)' (L^-1 v)
      double residual = (y[i] - dot(u, half)) / (1 - (1 + dot(u, u)) / n);
      squares += residual * residual;
    }
    return squares / n;
  }

  /** The lower triangle L with \( L L^T = A + \lambda I \); of A the lower triangle is read. */
  static double[][] cholesky(double[][] a, double strength) {
    double[][] lower = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      lower[i] = Arrays.copyOf(a[i], i + 1);
      lower[i][i] += strength;
      for (int j = 0; j <= i; j++) {
        double sum = lower[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  /** Solves \( L u = v \). */
  private static double[] forward(double[][] lower, double[] v) {
    double[] u = new double[v.length];
    for (int i = 0; i < u.length; i++) {
      double sum = v[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * u[k];
      }
      u[i] = sum / lower[i][i];
    }
    return u;
  }

  private static double[] centred(float... values) {
    double[] wide = new double[values.length];
    Arrays.setAll(wide, i -> values[i]);
    return centred(wide);
  }

  private static double[] centred(double... values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(v -> v - mean).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
