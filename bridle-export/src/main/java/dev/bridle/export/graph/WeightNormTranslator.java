package dev.bridle.export.graph;

import dev.bridle.layer.DenseNode;
import dev.bridle.normalization.WeightNorm;

/**
 * A dense layer with normed weights as an ordinary one, whose kernel is \( g \, v / \|v\|_2 \) for
 * each unit, made in double precision; a unit whose v is zero has weights of zero.
 */
final class WeightNormTranslator implements Translator<WeightNorm.Normed> {
  @Override
  public void translate(WeightNorm.Normed node, Flow flow) {
    DenseNode dense = node.dense();
    double[] kernel = flow.network().values(dense.kernel().name());
    double[] lengths = flow.network().values(node.scale().name());
    int width = dense.inputs();
    for (int unit = 0; unit < dense.outputs(); unit++) {
      double squares = 0;
      for (int i = unit * width; i < (unit + 1) * width; i++) {
        squares += kernel[i] * kernel[i];
      }
      double factor = squares == 0 ? 0 : lengths[unit] / Math.sqrt(squares);
      for (int i = unit * width; i < (unit + 1) * width; i++) {
        kernel[i] *= factor;
      }
    }
    DenseTranslator.translate(dense, kernel, flow);
  }
}
