package dev.bridle.layer;

import dev.bridle.population.Weight;
import dev.bridle.tensor.Product;
import dev.bridle.tensor.Tensors;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A dense layer of all members: \( z_k = x_k W_k^\top + b_k \), with kernel {@code [K, out, in]}
 * and bias {@code [K, out]}.
 *
 * <p>Activations {@code [K, B, F]} lie in memory feature by feature, which gives all three products
 * of a step a form that the BLAS is good at ({@link Product}); only the gradient of the kernel
 * wants the layer's input row by row, for which it is copied once. That gradient is accumulated by
 * the product itself, straight into the rows that the update rule reads.
 */
final class Dense implements Layer {
  private static final Scalar ONE = Tensors.constant(1);

  /**
   * With fewer units than this, the slow form of a product costs less than the copy it would save.
   */
  private static final int WORTH_A_COPY = 48;

  private final Tensor kernel;
  private final Tensor biasRow;
  private final Tensor kernelGradient;
  private final double kernelCarry;
  private final Tensor biasGradient;
  private final Tensor ones;
  private final Site site;
  private final Activations outputs;
  private final Activations inputGradients;
  private final Bound forward = new Bound();
  private final Bound ofKernel = new Bound();
  private final Bound ofBias = new Bound();
  private final Bound ofInput = new Bound();
  private final BothWays input;
  private final BothWays gradient;

  /** The layer with the kernel of the population. */
  Dense(DenseNode node, Site site) {
    this(
        node,
        site,
        site.population().weight(node.kernel().name()).value(),
        site.gradientOf(site.population().weight(node.kernel().name())),
        site.carry());
  }

  /**
   * The layer with a kernel {@code [K, out, in]} from elsewhere.
   *
   * @param carry by what the old content of {@code kernelGradient} is multiplied
   */
  Dense(DenseNode node, Site site, Tensor kernel, Tensor kernelGradient, double carry) {
    Weight biasWeight = site.population().weight(node.bias().name());
    this.kernel = kernel;
    this.biasRow = site.arena().keep(biasWeight.value().unsqueeze(1));
    this.kernelGradient = kernelGradient;
    this.kernelCarry = carry;
    this.biasGradient = site.arena().keep(site.gradientOf(biasWeight).unsqueeze(2));
    this.ones = site.arena().zeros(site.precision(), 1, site.batch(), 1).fill_(ONE);
    this.site = site;
    this.outputs = site.activations(node.outputs());
    this.inputGradients = site.activations(node.inputs());
    this.input = new BothWays(site, node.inputs());
    this.gradient = new BothWays(site, node.outputs());
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor out = outputs.forPass(pass, input);
    out.copy_(biasRow);
    if (pass.training()) {
      this.input.set(input);
      Tensor x = this.input.byFeatures();
      forward.of(out, x, () -> Product.byTransposed(out, x, kernel)).run(1);
    } else {
      Product.byTransposed(out, input, kernel).run(1);
    }
    return out;
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    this.gradient.set(gradient);
    Tensor dz = this.gradient.byFeatures();
    Tensor x = kernel.size(1) < WORTH_A_COPY ? input.byFeatures() : input.byRows();
    ofKernel.of(dz, x, () -> Product.ofTransposed(kernelGradient, dz, x)).run(kernelCarry);
    ofBias.of(dz, dz, () -> Product.ofTransposed(biasGradient, dz, ones)).run(site.carry());
    Tensor dx = inputGradients.training();
    if (inputNeeded) {
      ofInput.of(dx, dz, () -> Product.of(dx, dz, kernel)).run(0);
    }
    return dx;
  }

  /** A product that is bound anew only when its tensors are others than in the last step. */
  private static final class Bound {
    private Tensor first = Unset.TENSOR;
    private Tensor second = Unset.TENSOR;
    private Optional<Product> product = Optional.empty();

    Product of(Tensor first, Tensor second, Supplier<Product> binding) {
      boolean same = Tensors.isSame(first, this.first) && Tensors.isSame(second, this.second);
      if (product.isEmpty() || !same) {
        this.first = first;
        this.second = second;
        product = Optional.of(binding.get());
      }
      return product.get();
    }
  }
}
