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
   * The norms that the units of the same layer's kernel start with: a weight normalisation then
   * changes nothing at first.
   */
  KERNEL_NORM;

  /** The first values of a weight, row-major, drawn from {@code key}. */
  public float[] draw(WeightSpec spec, Key key) {
    float[] values = new float[spec.size()];
    switch (this) {
      case ZERO, KERNEL_NORM -> {} // norms come once all kernels are there
      case ONE -> Arrays.fill(values, 1);
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

  private double deviation(WeightSpec spec) {
    return switch (this) {
      case ZERO, ONE, KERNEL_NORM -> 0;
      case HE -> Math.sqrt(2.0 / spec.fanIn());
      case GLOROT -> Math.sqrt(2.0 / (spec.fanIn() + spec.fanOut()));
      case LECUN -> Math.sqrt(1.0 / spec.fanIn());
    };
  }
}
