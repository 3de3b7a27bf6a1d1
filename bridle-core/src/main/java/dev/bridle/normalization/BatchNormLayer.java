package dev.bridle.normalization;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.layer.Unset;
import dev.bridle.normalization.BatchNorm.BatchNormNode;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Batch normalisation at work.
 *
 * <p>With \( \hat x = (x - \mu) / s \) and upstream gradient g, the gradients are \( d\gamma =
 * \sum_b g \hat x \), \( d\beta = \sum_b g \), and \( dx = (\gamma / s)(g - \frac1B (d\beta + \hat
 * x \, d\gamma)) \), since mean and variance depend on the batch too.
 */
final class BatchNormLayer implements Layer {
  private static final Scalar ONE = Tensors.constant(1);

  private final Tensor scale;
  private final Tensor shift;
  private final Tensor scaleGradient;
  private final Tensor shiftGradient;
  private final Tensor runningMean;
  private final Tensor runningVariance;
  private final Tensor momentum;
  private final Tensor epsilon;
  private final Site site;
  private final int batch;
  private Tensor normalized = Unset.TENSOR;
  private Tensor inverse = Unset.TENSOR;

  BatchNormLayer(BatchNormNode node, Site site) {
    Population population = site.population();
    Weight scaleWeight = population.weight(node.scale().name());
    Weight shiftWeight = population.weight(node.shift().name());
    this.scale = site.arena().keep(scaleWeight.value().unsqueeze(1));
    this.shift = site.arena().keep(shiftWeight.value().unsqueeze(1));
    this.scaleGradient = site.gradientOf(scaleWeight);
    this.shiftGradient = site.gradientOf(shiftWeight);
    this.runningMean = population.statistic(node.mean().name());
    this.runningVariance = population.statistic(node.variance().name());
    Strengths strengths = site.strengths().get(node.term());
    this.momentum = strengths.of("momentum", runningMean);
    this.epsilon = strengths.of("epsilon", scale);
    this.site = site;
    this.batch = site.batch();
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    if (pass.mode() == Pass.Mode.STATISTICS) {
      renew(input, pass.share());
    }
    if (!pass.training()) {
      return evaluate(input);
    }
    Scalar share = Tensors.constant(1.0 / batch);
    Tensor mean = Tensors.sum(input, true, 1).mul_(share);
    Tensor centered = input.sub(mean);
    Tensor variance = Tensors.sum(centered.mul(centered), true, 1).mul_(share);
    inverse = variance.add(epsilon).sqrt_().reciprocal_();
    normalized = centered.mul_(inverse);
    moveTowards(runningMean, mean.squeeze(1), 1);
    moveTowards(runningVariance, variance.squeeze(1), batch / (double) Math.max(1, batch - 1));
    return normalized.mul(scale).add_(shift);
  }

  /**
   * Mixes the statistics of some rows into the running ones; what is behind then sees rows that are
   * standardised by these.
   */
  private void renew(Tensor input, double share) {
    double rows = input.size(1);
    Scalar part = new Scalar(1 / rows);
    Tensor mean = Tensors.sum(input, true, 1).mul_(part);
    Tensor centered = input.sub(mean);
    Tensor variance = Tensors.sum(centered.mul(centered), false, 1);
    variance.mul_(new Scalar(1 / Math.max(1, rows - 1)));
    Scalar step = new Scalar(share);
    runningMean.add_(mean.squeeze(1).sub_(runningMean, ONE).mul_(step));
    runningVariance.add_(variance.sub_(runningVariance, ONE).mul_(step));
  }

  private Tensor evaluate(Tensor input) {
    Tensor deviation = runningVariance.unsqueeze(1).add(epsilon).sqrt_();
    return input.sub(runningMean.unsqueeze(1)).div_(deviation).mul_(scale).add_(shift);
  }

  /** running <- running + momentum (factor value - running). */
  private void moveTowards(Tensor running, Tensor value, double factor) {
    Tensor step = value.mul(Tensors.constant(factor)).sub_(running, ONE).mul_(momentum);
    running.add_(step);
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor forShift = Tensors.sum(gradient, true, 1);
    Tensor forScale = Tensors.sum(gradient.mul(normalized), true, 1);
    site.accumulate(shiftGradient, forShift.squeeze(1));
    site.accumulate(scaleGradient, forScale.squeeze(1));
    Scalar share = Tensors.constant(1.0 / batch);
    Tensor dependent = normalized.mul(forScale).add_(forShift).mul_(share);
    return gradient.sub_(dependent).mul_(inverse).mul_(scale);
  }
}
