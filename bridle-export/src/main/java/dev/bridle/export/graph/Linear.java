package dev.bridle.export.graph;

/**
 * A layer whose units are weighted sums plus a bias, a dense one or a convolution, that is not
 * written yet: so what stands behind it and multiplies units and adds to them becomes a part of it,
 * in double precision.
 */
final class Linear {
  private final double[] kernel;
  private final double[] bias;
  private final Form form;

  /** How such a layer is written. */
  @FunctionalInterface
  interface Form {
    /** Writes it behind {@code input}; returns the name of its result. */
    String write(GraphWriter graph, String input, double[] kernel, double[] bias);
  }

  /**
   * A layer with its numbers.
   *
   * @param kernel {@code [units, ...]}, row-major
   * @param bias {@code [units]}
   */
  Linear(double[] kernel, double[] bias, Form form) {
    this.kernel = kernel;
    this.bias = bias;
    this.form = form;
  }

  /** The same layer with each of its units multiplied, and then added to; both {@code [units]}. */
  Linear then(double[] factor, double[] summand) {
    double[] folded = new double[kernel.length];
    double[] moved = new double[bias.length];
    int incoming = kernel.length / bias.length;
    for (int i = 0; i < kernel.length; i++) {
      folded[i] = kernel[i] * factor[i / incoming];
    }
    for (int unit = 0; unit < bias.length; unit++) {
      moved[unit] = bias[unit] * factor[unit] + summand[unit];
    }
    return new Linear(folded, moved, form);
  }

  /** Writes it; returns the name of its result. */
  String write(GraphWriter graph, String input) {
    return form.write(graph, input, kernel, bias);
  }
}
