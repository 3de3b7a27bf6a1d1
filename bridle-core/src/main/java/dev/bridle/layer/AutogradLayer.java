package dev.bridle.layer;

import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Scope;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A layer whose backward pass is libtorch's: any function of weights and input made of its
 * operators, run under automatic differentiation between the forward and the backward pass of a
 * step.
 *
 * <p>For layers whose gradient is not worth writing by hand. A node of your own declares the
 * weights and builds it:
 *
 * <pre>{@code
 * // x -> tanh(x a) b
 * public Layer build(Site site) {
 *   return new AutogradLayer(site, weights(), (w, x) -> x.matmul(w.get(0)).tanh().matmul(w.get(1)));
 * }
 * }</pre>
 *
 * <p>Members must not mix. They come out to the last bit as they would alone if the function uses
 * batched products, sums of each member and operators that are correctly rounded or made of the
 * exponential function; {@code sigmoid} is none of them. It costs a copy of input and output more
 * than a layer written by hand.
 */
public final class AutogradLayer implements Layer {

  /** What such a layer computes; changes neither its weights nor its input. */
  @FunctionalInterface
  public interface Formula {
    /**
     * The activations behind the layer, {@code [K, B, F']}.
     *
     * @param weights {@code [K, ...]} each, in the order declared
     * @param input {@code [K, B, F]}
     */
    Tensor of(List<Tensor> weights, Tensor input);
  }

  private final Site site;
  private final Formula formula;
  private final List<Tensor> values;
  private final List<Tensor> gradients;
  private List<Tensor> leaves = List.of(); // the weights, then the input
  private Tensor output = Unset.TENSOR;

  /**
   * The layer at work on the members of a site.
   *
   * @param weights what the node declares
   */
  public AutogradLayer(Site site, List<WeightSpec> weights, Formula formula) {
    List<Weight> own = weights.stream().map(w -> site.population().weight(w.name())).toList();
    this.site = site;
    this.formula = formula;
    this.values = own.stream().map(Weight::value).toList();
    this.gradients = own.stream().map(site::gradientOf).toList();
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    if (!pass.training()) {
      return formula.of(values, input);
    }
    try (Scope scope = Scope.recording()) {
      List<Tensor> inputs = new ArrayList<>();
      for (Tensor value : values) {
        inputs.add(scope.keep(value.detach().requires_grad_(true)));
      }
      // the layer before may use its memory again, and the one behind may write over the result
      Tensor x = scope.keep(input.clone().requires_grad_(true));
      output = scope.keep(formula.of(List.copyOf(inputs), x));
      inputs.add(x);
      leaves = inputs;
      return scope.keep(output.detach().clone());
    }
  }

  @Override
  public Tensor backward(Tensor gradient, boolean inputNeeded) {
    try (Scope scope = Scope.recording()) {
      List<Tensor> wanted = inputNeeded ? leaves : leaves.subList(0, values.size());
      TensorVector found =
          torch.grad(
              new TensorVector(output),
              new TensorVector(wanted.toArray(new Tensor[0])),
              new TensorVector(gradient.clone()),
              new BoolOptional(),
              false,
              true);
      for (int i = 0; i < gradients.size(); i++) {
        site.accumulate(gradients.get(i), orZeros(found.get(i), leaves.get(i)));
      }
      return inputNeeded
          ? scope.keep(orZeros(found.get(values.size()), leaves.get(values.size())))
          : gradient;
    }
  }

  /** A gradient in memory of its own; zeros where the formula does not use the leaf. */
  private static Tensor orZeros(Tensor gradient, Tensor leaf) {
    return gradient.defined() ? gradient.contiguous() : torch.zeros_like(leaf);
  }
}
