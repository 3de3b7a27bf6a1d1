package dev.bridle.population;

import dev.bridle.tensor.Key;
import java.util.Arrays;

/** How the first values of a weight are drawn; a function of the replicate alone. */
public enum Initial {
  /** All 0. */
  ZERO,
  /** All 1. */
  ONE,
  /**
   * Normal with variance 2 / fan-in: keeps the size of activations through ReLU layers. As
   * PyTorch's {@code kaiming_normal_}; Keras's {@code he_normal} cuts the tails off. He et al.
   * 2015, section 2.2.
   */
  HE,
  /**
   * Normal with variance 2 / (fan-in + fan-out), for activations that are linear around 0. Glorot
   * and Bengio 2010, section 4.2.1.
   */
  GLOROT,
  /** Normal with variance 1 / fan-in, for SELU. LeCun et al. 1998; Klambauer et al. 2017. */
  LECUN,
  /**
   * Rows of unit norm at right angles to each other, in blocks as wide as they are high: a state
   * that is multiplied by such a block keeps its size. For recurrent kernels, as Keras. Saxe,
   * McClelland and Ganguli 2014.
   */
  ORTHOGONAL,
  /**
   * All 0, but 1 in the third of four parts, where an LSTM has the biases of its forget gates: it
   * starts by remembering. As Keras. Jozefowicz, Zaremba and Sutskever 2015, section 2.
   */
  FORGET;

  /** The first values of a weight, row-major, drawn from {@code key}. */
  public float[] draw(WeightSpec spec, Key key) {
    float[] values = new float[spec.size()];
    switch (this) {
      case ZERO -> {}
      case ONE -> Arrays.fill(values, 1);
      case FORGET -> Arrays.fill(values, values.length / 2, values.length * 3 / 4, 1);
      case ORTHOGONAL -> {
        key.stream().normals(values, values.length);
        int width = spec.fanIn();
        for (int from = 0; from < values.length; from += width * width) {
          turnUpright(values, from, Math.min(from + width * width, values.length), width);
        }
      }
      default -> {
        key.stream().normals(values, values.length);
        double deviation = deviation(spec);
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (values[i] * deviation);
        }
      }
    }
    return values;
  }

  /** Gram and Schmidt: takes from each row what lies along those before it, and scales it to 1. */
  private static void turnUpright(float[] values, int from, int to, int width) {
    double[] row = new double[width];
    for (int i = from; i < to; i += width) {
      for (int j = 0; j < width; j++) {
        row[j] = values[i + j];
      }
      for (int other = from; other < i; other += width) {
        double along = 0;
        for (int j = 0; j < width; j++) {
          along += row[j] * values[other + j];
        }
        for (int j = 0; j < width; j++) {
          row[j] -= along * values[other + j];
        }
      }
      double norm = Math.sqrt(Arrays.stream(row).map(v -> v * v).sum());
      for (int j = 0; j < width; j++) {
        values[i + j] = (float) (row[j] / norm);
      }
    }
  }

  private double deviation(WeightSpec spec) {
    return switch (this) {
      case ZERO, ONE, ORTHOGONAL, FORGET -> 0; // not drawn this way
      case HE -> Math.sqrt(2.0 / spec.fanIn());
      case GLOROT -> Math.sqrt(2.0 / (spec.fanIn() + spec.fanOut()));
      case LECUN -> Math.sqrt(1.0 / spec.fanIn());
    };
  }
}
