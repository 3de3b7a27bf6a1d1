package dev.bridle.normalization;

import dev.bridle.layer.Activations;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Rows;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Unset;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A normalisation of rows over their units at work: layer normalisation, or without centring that
 * of the root mean square.
 *
 * <p>With \( \hat x = (x - \mu) / s \), upstream gradient g and \( h = \gamma g \), the gradients
 * are \( d\gamma = \sum_b g \hat x \), \( d\beta = \sum_b g \), and \( dx = \frac1s (h - \bar h -
 * \hat x \, \overline{h \hat x}) \), where a bar is the mean over the units of a row; without
 * centring, \( \mu \) and \( \bar h \) are left out.
 *
 * <p>Activations are seen as {@code [K, T, F, B]}, one time step where there is no series. They lie
 * feature by feature, so a sum over units adds whole features, the rows of a batch side by side in
 * the registers, in an order that depends on B and F alone.
 */
final class RowNormLayer implements Layer {
  private static final Scalar ONE = Tensors.constant(1);

  private final boolean centring;
  private final Tensor scale;
  private final Tensor shift;
  private final Tensor scaleGradient;
  private final Tensor shiftGradient;
  private final Tensor epsilon;
  private final Tensor share;
  private final Site site;
  private final Shape shape;
  private final long[] sizes;
  private final Rows input;
  private final Activations normalized;
  private final Activations outputs;
  private final Activations products;
  private Tensor inverse = Unset.TENSOR;

  RowNormLayer(RowNormNode node, Site site) {
    Weight scaleWeight = site.population().weight(node.scale().name());
    Weight shiftWeight = site.population().weight(node.shift().name());
    this.centring = node.centring();
    this.scale = site.arena().keep(byUnit(scaleWeight.value()));
    this.shift = site.arena().keep(byUnit(shiftWeight.value()));
    this.scaleGradient = site.gradientOf(scaleWeight);
    this.shiftGradient = site.gradientOf(shiftWeight);
    this.epsilon = site.strengths().get(node.term()).of("epsilon", scale);
    this.share = Tensors.factor(1.0 / node.units(), scale);
    this.site = site;
    this.shape = node.shape();
    this.sizes = new long[] {node.steps(), node.units()};
    this.input = new Rows(site, shape.size());
    this.normalized = site.activations(node.outputs());
    this.outputs = site.activations(node.outputs());
    this.products = site.activations(node.outputs());
  }

  /** {@code [K, F] -> [K, 1, F, 1]}. */
  private static Tensor byUnit(Tensor numbers) {
    return numbers.view(numbers.size(0), 1, numbers.size(1), 1);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor x = Rows.split(this.input.of(input, pass), sizes);
    Tensor rows = Rows.split(Rows.room(normalized, pass, input), sizes);
    Tensor out = Rows.split(Rows.room(outputs, pass, input), sizes);
    Tensor centered = x;
    if (centring) {
      torch.sub_out(rows, x, means(x), ONE);
      centered = rows;
    }
    torch.mul_out(out, centered, centered);
    Tensor factor = means(out).add_(epsilon).sqrt_().reciprocal_();
    torch.mul_out(rows, centered, factor);
    if (pass.training()) {
      inverse = factor;
    }
    torch.mul_out(out, rows, scale);
    return Rows.joined(out.add_(shift), shape);
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor g = Rows.split(Rows.ofGradient(gradient), sizes);
    Tensor rows = Rows.split(normalized.training().transpose(1, 2), sizes);
    Tensor product = Rows.split(products.training().transpose(1, 2), sizes);
    site.accumulate(shiftGradient, Tensors.sum(g, false, 1, 3));
    torch.mul_out(product, g, rows);
    site.accumulate(scaleGradient, Tensors.sum(product, false, 1, 3));
    if (inputNeeded) {
      throughTheRows(g.mul_(scale), product.mul_(scale), rows);
    }
    return Rows.joined(g, shape);
  }

  /** Turns h, beside h times the normalised rows, into the gradient by the input, in place. */
  private void throughTheRows(Tensor h, Tensor product, Tensor rows) {
    Tensor along = means(product);
    if (centring) {
      h.sub_(means(h), ONE);
    }
    torch.mul_out(product, rows, along);
    h.sub_(product, ONE);
    h.mul_(inverse);
  }

  /** The mean over units, {@code [K, T, F, B] -> [K, T, 1, B]}. */
  private Tensor means(Tensor rows) {
    return Tensors.sum(rows, true, 2).mul_(share);
  }
}
