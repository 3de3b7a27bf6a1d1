package dev.bridle.population;

import java.util.List;

/**
 * What a layer declares about one of its weights: which axes make up one unit's incoming vector is
 * said here, once, and never asked of a user.
 *
 * @param layer the layer's name: {@code dense1}
 * @param role what it is to the layer
 * @param shape without the member axis: {@code [out, in]}, {@code [out]}
 * @param unitAxis the axis that counts units; all others together are one unit's incoming vector
 * @param inputAxis the axis that counts inputs, or -1 where there is none (a bias)
 * @param initial how its first values are drawn
 */
public record WeightSpec(
    String layer, Role role, List<Integer> shape, int unitAxis, int inputAxis, Initial initial) {

  /** Copies the shape. */
  public WeightSpec {
    shape = List.copyOf(shape);
  }

  /** A kernel {@code [units, ...]} whose first axis counts units and whose second counts inputs. */
  public static WeightSpec kernel(String layer, List<Integer> shape, Initial initial) {
    return new WeightSpec(layer, Role.KERNEL, shape, 0, 1, initial);
  }

  /** A vector {@code [units]}: a bias, a scale, a shift. */
  public static WeightSpec vector(String layer, Role role, int units, Initial initial) {
    return new WeightSpec(layer, role, List.of(units), 0, -1, initial);
  }

  /** The name under which it is reported and saved: {@code dense1.kernel}. */
  public String name() {
    return layer + "." + role;
  }

  /** How many numbers it has in one member. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** How many numbers one unit receives. */
  public int fanIn() {
    return size() / shape.get(unitAxis);
  }

  /** How many units one input feeds (times the taps of a kernel). */
  public int fanOut() {
    return inputAxis < 0 ? 1 : size() / shape.get(inputAxis);
  }
}
