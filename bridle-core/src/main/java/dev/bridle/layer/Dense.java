package dev.bridle.layer;

import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A dense layer of all members: \( z_k = x_k W_k^\top + b_k \), with kernel {@code [K, out, in]}
 * and bias {@code [K, out]}.
 *
 * <p>One batched product for all members: on the CPU, with one native thread, it is bit-identical
 * to a product of each member alone, which one wide product over a shared input would not be. The
 * gradient of the kernel, {@code dz^T x}, is accumulated by the product itself, straight into the
 * rows that the update rule reads.
 */
final class Dense implements Layer {
  private static final Scalar ONE = Tensors.constant(1);

  private final Tensor kernel;
  private final Tensor kernelTransposed;
  private final Tensor biasRow;
  private final Tensor kernelGradient;
  private final Tensor biasGradient;
  private final Site site;
  private final Scalar carry;
  private final Activations outputs;
  private final Activations inputGradients;
  private Tensor input;

  Dense(DenseNode node, Site site) {
    Weight kernelWeight = site.population().weight(node.kernel().name());
    Weight biasWeight = site.population().weight(node.bias().name());
    this.kernel = kernelWeight.value();
    this.kernelTransposed = site.arena().keep(kernel.transpose(1, 2));
    this.biasRow = site.arena().keep(biasWeight.value().unsqueeze(1));
    this.kernelGradient = site.gradientOf(kernelWeight);
    this.biasGradient = site.gradientOf(biasWeight);
    this.site = site;
    this.carry = Tensors.constant(site.carry());
    this.outputs = site.activations(node.outputs());
    this.inputGradients = site.activations(node.inputs());
    this.input = kernel; // until the first pass
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor out = outputs.forPass(pass, input);
    torch.baddbmm_out(out, biasRow, input, kernelTransposed);
    if (pass.training()) {
      this.input = input;
    }
    return out;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    kernelGradient.baddbmm_(gradient.transpose(1, 2), input, carry, ONE);
    site.accumulate(biasGradient, Tensors.sum(gradient, false, 1));
    if (inputNeeded) {
      torch.bmm_out(inputGradients.training(), gradient, kernel);
    }
    return inputGradients.training();
  }
}
