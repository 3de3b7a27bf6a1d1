package dev.bridle.export.graph;

import dev.bridle.normalization.BatchNorm.BatchNormNode;

/**
 * Batch normalisation at evaluation, \( \gamma (x - \mu) / \sqrt{\sigma^2 + \epsilon} + \beta \)
 * with the running statistics, for each unit or channel: affine, so that it vanishes in the dense
 * layer or the convolution before it. Behind an activation it is a product and a sum.
 */
final class BatchNormTranslator implements Translator<BatchNormNode> {
  @Override
  public void translate(BatchNormNode node, Flow flow) {
    double[] scale = flow.network().values(node.scale().name());
    double[] shift = flow.network().values(node.shift().name());
    double[] mean = flow.network().values(node.mean().name());
    double[] variance = flow.network().values(node.variance().name());
    double epsilon = flow.number(node.term(), "epsilon");
    double[] factor = new double[scale.length];
    double[] summand = new double[scale.length];
    for (int f = 0; f < scale.length; f++) {
      factor[f] = scale[f] / Math.sqrt(variance[f] + epsilon);
      summand[f] = shift[f] - mean[f] * factor[f];
    }
    flow.scale(node.name(), factor, summand);
  }
}
