package dev.bridle.layer;

import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import dev.bridle.tensor.Windows;
import org.bytedeco.pytorch.Tensor;

/**
 * A convolution at work, the kernel {@code [K, filters, channels / groups, ...]} of each member
 * sliding over its own input: \( z_{o,p} = b_o + \sum_{c,t} W_{o,c,t} \, x_{c, p s + t} \).
 *
 * <p>Activations stay feature by feature, {@code [K, C, H, W, B]} in memory, so nothing is copied
 * between convolutions, activations and pooling, nor before a dense layer.
 */
final class Convolution implements Layer {
  private final ConvolutionNode node;
  private final Sliding sliding;
  private final Windows windows;
  private final Site site;
  private final Tensor kernel;
  private final Tensor bias;
  private final Tensor kernelGradient;
  private final Tensor biasGradient;
  private final Activations outputs;
  private final Activations inputGradients;
  private final Rows rows;
  private final boolean inPlace;
  private final Tensor orderedKernel;
  private final Tensor orderedGradient;
  private Tensor framed = Unset.TENSOR;
  private Tensor framedGradient = Unset.TENSOR;
  private Tensor seen = Unset.TENSOR;

  Convolution(ConvolutionNode node, Sliding sliding, Site site) {
    Weight kernelWeight = site.population().weight(node.kernel().name());
    Weight biasWeight = site.population().weight(node.bias().name());
    this.node = node;
    this.sliding = sliding;
    this.windows = sliding.windows(site.batch());
    this.site = site;
    this.kernel = kernelWeight.value();
    this.bias = biasWeight.value();
    this.kernelGradient = site.gradientOf(kernelWeight);
    this.biasGradient = site.gradientOf(biasWeight);
    this.outputs = site.activations(node.outputs());
    this.inputGradients = site.activations(node.input().size());
    this.rows = new Rows(site, node.input().size());
    Tensor asProducts = site.arena().keep(sliding.ordered(kernel));
    this.inPlace = asProducts.select(0, 0).is_contiguous(); // the order of the weight itself
    this.orderedKernel = inPlace ? asProducts : room(asProducts);
    this.orderedGradient =
        inPlace ? site.arena().keep(sliding.ordered(kernelGradient)) : room(asProducts);
  }

  private Tensor room(Tensor like) {
    return site.arena().zeros(site.precision(), Tensors.shape(like));
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor x = sliding.seen(padded(rows.of(input, pass), pass), pass);
    if (!inPlace) {
      orderedKernel.copy_(sliding.ordered(kernel));
    }
    Tensor out = Rows.room(outputs, pass, input);
    byFilter(out).copy_(bias.view(bias.size(0), 1, node.filters(), 1));
    Windows products = pass.training() ? windows : sliding.windows((int) input.size(1));
    products.forward(out, orderedKernel, x);
    if (pass.training()) {
      seen = x;
    }
    return out.transpose(1, 2);
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    Tensor dz = Rows.ofGradient(gradient);
    windows.toWeights(orderedGradient, dz, seen, inPlace ? site.carry() : 0);
    if (!inPlace) {
      site.accumulate(sliding.ordered(kernelGradient), orderedGradient);
    }
    site.accumulate(biasGradient, Tensors.sum(byFilter(dz), false, 1, 3));
    return inputNeeded ? toInput(dz) : gradient;
  }

  private Tensor toInput(Tensor dz) {
    Tensor dx = inputGradients.training().transpose(1, 2);
    Tensor frame = node.padding() > 0 ? frameOfGradient() : withAxes(dx);
    frame.zero_();
    Tensor gradient = sliding.seenGradient(frame);
    windows.toInput(gradient, orderedKernel, dz);
    sliding.unsee(gradient, frame);
    if (node.padding() > 0) {
      withAxes(dx).copy_(inside(frame));
    }
    return dx.transpose(1, 2);
  }

  /** {@code [K, filters' ..., B] -> [K, before, filters, behind]}. */
  private Tensor byFilter(Tensor out) {
    long[] around = node.shape().aroundChannels();
    return out.view(out.size(0), around[0], around[1], around[2] * out.size(2));
  }

  /** {@code [K, F, B] -> [K, C, H, W, B]}, or {@code [K, T, F, B]}. */
  private Tensor withAxes(Tensor x) {
    Shape shape = node.input();
    return shape.isSeries()
        ? Rows.split(x, shape.size(0), shape.size(1))
        : Rows.split(x, shape.size(0), shape.size(1), shape.size(2));
  }

  private Tensor padded(Tensor x, Pass pass) {
    Tensor shaped = withAxes(x);
    if (node.padding() == 0) {
      return shaped;
    }
    if (!pass.training()) {
      Tensor frame = Tensors.empty(site.precision(), frameSizes(shaped)).zero_();
      inside(frame).copy_(shaped);
      return frame;
    }
    if (!framed.defined() || framed.size(0) != shaped.size(0)) {
      framed = site.arena().zeros(site.precision(), frameSizes(shaped));
    }
    inside(framed).copy_(shaped); // what is around it stays 0
    return framed;
  }

  private Tensor frameOfGradient() {
    if (!framedGradient.defined()) {
      long[] sizes = frameSizes(withAxes(inputGradients.training().transpose(1, 2)));
      framedGradient = site.arena().zeros(site.precision(), sizes);
    }
    return framedGradient;
  }

  private long[] frameSizes(Tensor shaped) {
    long[] sizes = Tensors.shape(shaped);
    for (int axis : slidingAxes()) {
      sizes[axis] += 2L * node.padding();
    }
    return sizes;
  }

  private Tensor inside(Tensor frame) {
    Tensor part = frame;
    for (int axis : slidingAxes()) {
      part = part.narrow(axis, node.padding(), part.size(axis) - 2L * node.padding());
    }
    return part;
  }

  private int[] slidingAxes() {
    return node.input().isSeries() ? new int[] {1} : new int[] {2, 3};
  }
}
