package dev.bridle.layer;

import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A convolution as a value: over the pixels of an image {@code [C, H, W]}, or over the time steps
 * of a series {@code [T, F]}, whose features are its channels.
 *
 * <p>Cross-correlation: the kernel is not flipped. Of an axis of n numbers {@code floor((n + 2
 * padding - size) / stride) + 1} go out; around the input there are zeros. As PyTorch, and as Keras
 * but for the order of axes.
 *
 * @param name {@code conv1}
 * @param input what comes in
 * @param filters how many channels go out
 * @param size of the window along each axis
 * @param stride by how much the window moves
 * @param padding zeros around the input
 * @param groups of channels that are kept apart; divides channels and filters
 * @param initial how the kernel's first values are drawn; biases start at 0
 */
public record ConvolutionNode(
    String name,
    Shape input,
    int filters,
    int size,
    int stride,
    int padding,
    int groups,
    Initial initial)
    implements Node {

  /** Checks that the window fits. */
  public ConvolutionNode {
    if (input.isFlat()) {
      throw new IllegalArgumentException(
          "conv on input "
              + input
              + ": expected [channels, height, width] or [time, features], "
              + name
              + " slides along them");
    }
    int smallest = input.isSeries() ? input.size(0) : Math.min(input.size(1), input.size(2));
    if (size > smallest + 2 * padding) {
      throw new IllegalArgumentException(
          name
              + " on input "
              + input
              + ": size = "
              + size
              + ", expected at most "
              + (smallest + 2 * padding)
              + (padding > 0 ? ", padding included" : "; add padding, or choose a smaller window"));
    }
    if (input.channels() % groups != 0 || filters % groups != 0) {
      throw new IllegalArgumentException(
          name
              + ": groups = "
              + groups
              + ", expected a divisor of "
              + input.channels()
              + " channels and "
              + filters
              + " filters");
    }
  }

  @Override
  public Shape shape() {
    return input.isSeries()
        ? Shape.of(moves(input.size(0)), filters)
        : Shape.of(filters, moves(input.size(1)), moves(input.size(2)));
  }

  private int moves(int n) {
    return (n + 2 * padding - size) / stride + 1;
  }

  /** Channels that one filter looks at. */
  int depth() {
    return input.channels() / groups;
  }

  /** The kernel, {@code [filters, channels / groups, size, size]}: a filter is a unit. */
  public WeightSpec kernel() {
    List<Integer> shape = new ArrayList<>(List.of(filters, depth()));
    shape.addAll(Collections.nCopies(input.isSeries() ? 1 : 2, size));
    return WeightSpec.kernel(name, shape, initial);
  }

  /** The bias, {@code [filters]}. */
  public WeightSpec bias() {
    return WeightSpec.vector(name, Role.BIAS, filters, Initial.ZERO);
  }

  @Override
  public List<WeightSpec> weights() {
    return List.of(kernel(), bias());
  }

  /** Each filter is used at all its places. */
  @Override
  public long multiplications() {
    return (long) kernel().size() * shape().positions();
  }

  /** Where windows are gathered first, what they see. */
  @Override
  public int workspace() {
    int seen = depth() * groups * size * size * shape().positions();
    return outputs() + (Sliding.isDirect(this) ? 0 : seen);
  }

  /** The backward pass needs the input, not the output. */
  @Override
  public boolean outputMayBeScaled() {
    return true;
  }

  /** Here, and nowhere else, is decided how a convolution is computed. */
  @Override
  public Layer build(Site site) {
    return new Convolution(this, Sliding.of(this, site), site);
  }
}
