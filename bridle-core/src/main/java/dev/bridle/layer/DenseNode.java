package dev.bridle.layer;

import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A dense layer as a value.
 *
 * @param name {@code dense1}
 * @param inputs how many numbers come in
 * @param outputs how many units there are
 * @param initial how the kernel's first values are drawn; biases start at 0
 */
public record DenseNode(String name, int inputs, int outputs, Initial initial) implements Node {

  @Override
  public Shape shape() {
    return Shape.of(outputs);
  }

  /** The kernel, {@code [outputs, inputs]}: a row is one unit's incoming vector. */
  public WeightSpec kernel() {
    return WeightSpec.kernel(name, List.of(outputs, inputs), initial);
  }

  /** The bias, {@code [outputs]}. */
  public WeightSpec bias() {
    return WeightSpec.vector(name, Role.BIAS, outputs, Initial.ZERO);
  }

  @Override
  public List<WeightSpec> weights() {
    return List.of(kernel(), bias());
  }

  /** The backward pass needs the input, not the output. */
  @Override
  public boolean outputMayBeScaled() {
    return true;
  }

  @Override
  public Layer build(Site site) {
    return new Dense(this, site);
  }

  /**
   * The layer with a kernel that is made from weights of the population.
   *
   * @param kernel {@code [K, outputs, inputs]}, the same memory in each pass
   * @param gradient where the gradient by that kernel is written
   */
  public Layer build(Site site, Tensor kernel, Tensor gradient) {
    return new Dense(this, site, kernel, gradient, 0);
  }
}
