package dev.bridle.normalization;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Rows;
import dev.bridle.layer.Shape;
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
 * Batch normalisation at work, on activations seen as {@code [K, before, C, behind, B]}.
 *
 * <p>With \( \hat x = (x - \mu) / s \) and upstream gradient g, the gradients are \( d\gamma = \sum
 * g \hat x \), \( d\beta = \sum g \), and \( dx = (\gamma / s)(g - \frac1n (d\beta + \hat x \,
 * d\gamma)) \), since mean and variance depend on the batch too.
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
  private final Shape shape;
  private final Rows rows;
  private Tensor normalized = Unset.TENSOR;
  private Tensor inverse = Unset.TENSOR;

  BatchNormLayer(BatchNormNode node, Site site) {
    Population population = site.population();
    Weight scaleWeight = population.weight(node.scale().name());
    Weight shiftWeight = population.weight(node.shift().name());
    this.scale = site.arena().keep(byChannel(scaleWeight.value()));
    this.shift = site.arena().keep(byChannel(shiftWeight.value()));
    this.scaleGradient = site.gradientOf(scaleWeight);
    this.shiftGradient = site.gradientOf(shiftWeight);
    this.runningMean = population.statistic(node.mean().name());
    this.runningVariance = population.statistic(node.variance().name());
    Strengths strengths = site.strengths().get(node.term());
    this.momentum = strengths.of("momentum", runningMean);
    this.epsilon = strengths.of("epsilon", scale);
    this.site = site;
    this.shape = node.shape();
    this.rows = new Rows(site, shape.size());
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor x = Rows.split(rows.of(input, pass), shape.aroundChannels());
    if (pass.mode() == Pass.Mode.STATISTICS) {
      renew(x, pass.share());
    }
    if (!pass.training()) {
      return Rows.joined(evaluate(x), shape);
    }
    double count = count(x);
    Scalar share = Tensors.constant(1 / count);
    Tensor mean = sums(x).mul_(share);
    Tensor centered = x.sub(mean);
    Tensor variance = sums(centered.mul(centered)).mul_(share);
    inverse = variance.add(epsilon).sqrt_().reciprocal_();
    normalized = centered.mul_(inverse);
    moveTowards(runningMean, mean, 1);
    moveTowards(runningVariance, variance, count / Math.max(1, count - 1));
    return Rows.joined(normalized.mul(scale).add_(shift), shape);
  }

  /** How many numbers a mean is over. */
  private double count(Tensor x) {
    return (double) shape.positions() * x.size(4);
  }

  /** {@code [K, before, C, behind, B] -> [K, 1, C, 1, 1]}. */
  private static Tensor sums(Tensor x) {
    return Tensors.sum(x, true, 1, 3, 4);
  }

  /** {@code [K, C] -> [K, 1, C, 1, 1]}. */
  private static Tensor byChannel(Tensor numbers) {
    return numbers.view(numbers.size(0), 1, numbers.size(1), 1, 1);
  }

  /**
   * Mixes the statistics of some rows into the running ones; what is behind then sees rows that are
   * standardised by these.
   */
  private void renew(Tensor x, double share) {
    double count = count(x);
    Tensor mean = sums(x).mul_(new Scalar(1 / count));
    Tensor centered = x.sub(mean);
    Tensor variance = sums(centered.mul(centered)).mul_(new Scalar(1 / Math.max(1, count - 1)));
    Scalar step = new Scalar(share);
    runningMean.add_(mean.view_as(runningMean).sub_(runningMean, ONE).mul_(step));
    runningVariance.add_(variance.view_as(runningVariance).sub_(runningVariance, ONE).mul_(step));
  }

  private Tensor evaluate(Tensor input) {
    Tensor deviation = byChannel(runningVariance).add(epsilon).sqrt_();
    return input.sub(byChannel(runningMean)).div_(deviation).mul_(scale).add_(shift);
  }

  /** running <- running + momentum (factor value - running). */
  private void moveTowards(Tensor running, Tensor value, double factor) {
    Tensor step =
        value
            .reshape(value.size(0), -1)
            .mul(Tensors.constant(factor))
            .sub(running, ONE)
            .mul_(momentum);
    running.add_(step);
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor g = Rows.split(Rows.ofGradient(gradient), shape.aroundChannels());
    Tensor forShift = sums(g);
    Tensor forScale = sums(g.mul(normalized));
    site.accumulate(shiftGradient, forShift.view(forShift.size(0), -1));
    site.accumulate(scaleGradient, forScale.view(forScale.size(0), -1));
    Scalar share = Tensors.constant(1 / count(g));
    Tensor dependent = normalized.mul(forScale).add_(forShift).mul_(share);
    return Rows.joined(g.sub_(dependent).mul_(inverse).mul_(scale), shape);
  }
}
