package dev.bridle.normalization;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.layer.Unset;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A dense layer with normed weights at work.
 *
 * <p>With \( \hat v = v / \|v\| \) and G the gradient by w, the gradients are \( dg = G \cdot \hat
 * v \) and \( dv = \frac{g}{\|v\|} (G - \hat v \, dg) \), for each unit: the direction is moved at
 * right angles to itself.
 */
final class WeightNormLayer implements Layer {
  private static final Scalar SHORTEST = Tensors.constant(Float.MIN_NORMAL);
  private static final Scalar ENDLESS = Tensors.constant(Double.POSITIVE_INFINITY);

  private final Site site;
  private final Tensor direction;
  private final Tensor length;
  private final Tensor directionGradient;
  private final Tensor lengthGradient;
  private final Tensor kernel;
  private final Tensor kernelGradient;
  private final Layer dense;
  private final long[] incoming;
  private Tensor norms = Unset.TENSOR;

  WeightNormLayer(WeightNorm.Normed node, Site site) {
    Weight v = site.population().weight(node.dense().kernel().name());
    Weight g = site.population().weight(node.scale().name());
    this.site = site;
    this.direction = v.value();
    this.length = site.arena().keep(g.value().unsqueeze(2));
    this.directionGradient = site.gradientOf(v);
    this.lengthGradient = site.gradientOf(g);
    this.incoming = v.incomingAxes();
    this.kernel = site.arena().zeros(site.precision(), Tensors.shape(direction));
    this.kernelGradient = site.arena().zeros(site.precision(), Tensors.shape(direction));
    this.dense = node.dense().build(site, kernel, kernelGradient);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor n = Tensors.norm(direction, incoming);
    n.masked_fill_(n.lt(SHORTEST), ENDLESS); // whatever is divided by it is 0
    torch.mul_out(kernel, direction, length.div(n));
    if (pass.training()) {
      norms = n;
    }
    return dense.forward(input, pass);
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor before = dense.backward(gradient, inputNeeded);
    Tensor unit = direction.div(norms);
    Tensor along = Tensors.sum(kernelGradient.mul(unit), true, incoming);
    site.accumulate(lengthGradient, along.squeeze(2));
    Tensor across = kernelGradient.sub(unit.mul_(along)).mul_(length.div(norms));
    site.accumulate(directionGradient, across);
    return before;
  }
}
