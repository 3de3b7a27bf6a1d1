package dev.bridle.penalty;

import dev.bridle.penalty.SmoothKernel.Order;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The matrices Q of {@link SmoothKernel}, made once for each size. */
final class Roughness {
  private static final double JITTER = 0.01;
  private static final Map<Kind, double[]> KNOWN = new ConcurrentHashMap<>();

  private record Kind(Order order, int height, int width, double length) {}

  private Roughness() {}

  /** Q of a kernel of that size, row-major; not to be changed. */
  static double[] of(Order order, int height, int width, double length) {
    return KNOWN.computeIfAbsent(new Kind(order, height, width, length), Roughness::make);
  }

  private static double[] make(Kind kind) {
    return switch (kind.order) {
      case FIRST -> first(kind.height, kind.width);
      case LAPLACIAN -> laplacian(kind.height, kind.width);
      case GAUSSIAN -> inverse(covariance(kind), kind.height * kind.width);
    };
  }

  private static double[] first(int height, int width) {
    int n = height * width;
    double[] q = new double[n * n];
    for (int p = 0; p < n; p++) {
      if (p % width + 1 < width) {
        addSquare(q, n, new int[] {p, p + 1}, new double[] {-1, 1});
      }
      if (p + width < n) {
        addSquare(q, n, new int[] {p, p + width}, new double[] {-1, 1});
      }
    }
    return q;
  }

  private static double[] laplacian(int height, int width) {
    int n = height * width;
    double[] q = new double[n * n];
    for (int p = 0; p < n; p++) {
      boolean inColumns = p % width > 0 && p % width + 1 < width;
      boolean inRows = p >= width && p + width < n;
      if (height == 1 && inColumns) {
        addSquare(q, n, new int[] {p - 1, p, p + 1}, new double[] {1, -2, 1});
      } else if (inColumns && inRows) {
        addSquare(
            q, n, new int[] {p - width, p - 1, p, p + 1, p + width}, new double[] {1, 1, -4, 1, 1});
      }
    }
    return q;
  }

  /** Adds the square of a weighted sum of taps. */
  private static void addSquare(double[] q, int n, int[] taps, double[] weights) {
    for (int i = 0; i < taps.length; i++) {
      for (int j = 0; j < taps.length; j++) {
        q[taps[i] * n + taps[j]] += weights[i] * weights[j];
      }
    }
  }

  private static double[] covariance(Kind kind) {
    int n = kind.height * kind.width;
    double[] c = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double down = i / kind.width - j / kind.width;
        double along = i % kind.width - j % kind.width;
        double distance = down * down + along * along;
        c[i * n + j] = Math.exp(-distance / (2 * kind.length * kind.length));
      }
      c[i * n + i] += JITTER;
    }
    return c;
  }

  /** Gauss and Jordan, without pivoting: the matrix is positive definite. */
  private static double[] inverse(double[] matrix, int n) {
    double[] a = matrix.clone();
    double[] inverse = new double[n * n];
    for (int i = 0; i < n; i++) {
      inverse[i * n + i] = 1;
    }
    for (int p = 0; p < n; p++) {
      double pivot = a[p * n + p];
      scaleRow(a, p, n, 1 / pivot);
      scaleRow(inverse, p, n, 1 / pivot);
      for (int i = 0; i < n; i++) {
        double factor = a[i * n + p];
        if (i != p && factor != 0) {
          subtractRow(a, i, p, n, factor);
          subtractRow(inverse, i, p, n, factor);
        }
      }
    }
    return inverse;
  }

  private static void scaleRow(double[] a, int row, int n, double factor) {
    for (int j = 0; j < n; j++) {
      a[row * n + j] *= factor;
    }
  }

  private static void subtractRow(double[] a, int row, int other, int n, double factor) {
    for (int j = 0; j < n; j++) {
      a[row * n + j] -= factor * a[other * n + j];
    }
  }
}
