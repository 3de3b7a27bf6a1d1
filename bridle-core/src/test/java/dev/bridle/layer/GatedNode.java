package dev.bridle.layer;

import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A gated unit: \( y = (x A^\top) \, \sigma(x B^\top + c) \), with kernels A and B {@code [K, out,
 * in]} and bias c {@code [K, out]}. What a user would write: a formula, and no backward pass.
 * Dauphin et al., ICML 2017.
 *
 * @param name {@code gated1}
 * @param inputs how many numbers come in
 * @param outputs how many units there are
 */
public record GatedNode(String name, int inputs, int outputs) implements Node {
  @Override
  public Shape shape() {
    return Shape.of(outputs);
  }

  @Override
  public List<WeightSpec> weights() {
    return List.of(
        WeightSpec.kernel(name, List.of(outputs, inputs), Initial.GLOROT),
        WeightSpec.kernel(name + "-gate", List.of(outputs, inputs), Initial.GLOROT),
        WeightSpec.vector(name + "-gate", Role.BIAS, outputs, Initial.ZERO));
  }

  @Override
  public Layer build(Site site) {
    return new AutogradLayer(site, weights(), GatedNode::formula);
  }

  private static Tensor formula(List<Tensor> weights, Tensor input) {
    Tensor value = input.bmm(weights.get(0).transpose(1, 2));
    Tensor gate = torch.baddbmm(weights.get(2).unsqueeze(1), input, weights.get(1).transpose(1, 2));
    // with the exponential function, which rounds alike everywhere: libtorch's sigmoid does not
    return value.div(gate.neg().exp().add(Tensors.constant(1)));
  }
}
