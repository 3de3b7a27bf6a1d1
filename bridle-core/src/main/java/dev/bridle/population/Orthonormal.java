package dev.bridle.population;

/**
 * Turns a matrix of independent normal numbers into one of orthonormal rows or columns, whichever
 * there are fewer of.
 *
 * <p>By the method of Gram and Schmidt, applied twice to each vector ("twice is enough", Giraud,
 * Langou and Rozložník 2005), in double precision and a fixed order. The triangular factor then has
 * a positive diagonal, without which the result would not be uniform (Mezzadri, <em>How to generate
 * random matrices from the classical compact groups</em>, Notices of the AMS 54, 2007).
 */
final class Orthonormal {
  private Orthonormal() {}

  /** Makes the matrix of {@code rows} rows, row-major, orthonormal. */
  static void make(float[] matrix, int rows) {
    int columns = matrix.length / rows;
    boolean byRows = rows <= columns;
    double[][] vectors = new double[Math.min(rows, columns)][Math.max(rows, columns)];
    int across = byRows ? columns : 1;
    int along = byRows ? 1 : columns;
    for (int v = 0; v < vectors.length; v++) {
      for (int i = 0; i < vectors[v].length; i++) {
        vectors[v][i] = matrix[v * across + i * along];
      }
    }
    orthonormalize(vectors);
    for (int v = 0; v < vectors.length; v++) {
      for (int i = 0; i < vectors[v].length; i++) {
        matrix[v * across + i * along] = (float) vectors[v][i];
      }
    }
  }

  private static void orthonormalize(double[][] vectors) {
    for (int v = 0; v < vectors.length; v++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int earlier = 0; earlier < v; earlier++) {
          subtract(vectors[v], vectors[earlier], product(vectors[v], vectors[earlier]));
        }
      }
      double length = Math.sqrt(product(vectors[v], vectors[v])); // drawn numbers are never all 0
      for (int i = 0; i < vectors[v].length; i++) {
        vectors[v][i] /= length;
      }
    }
  }

  private static void subtract(double[] from, double[] vector, double factor) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * vector[i];
    }
  }

  /** The inner product, in four sums that do not wait for each other. */
  private static double product(double[] a, double[] b) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      first += a[i] * b[i];
    }
    return first + second + (third + fourth);
  }
}
