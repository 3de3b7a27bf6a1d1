package dev.bridle.export.graph;

/**
 * A layer of the form \( W x + b \) that is not written yet, so that what stands behind it and is
 * affine too can become a part of it.
 */
interface Affine {
  /** The same layer with each of its outputs multiplied, and then added to; both {@code [F]}. */
  Affine then(double[] factor, double[] summand);

  /** Writes it; returns the name of its result. */
  String write(GraphWriter graph, String input);
}
