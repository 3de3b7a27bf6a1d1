package dev.bridle.constraint;

import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What the constraints on vectors of a weight have in common. */
final class Vectors {
  /** Above 0 in both precisions: a shorter vector has no direction that could be kept. */
  private static final Scalar SHORTEST = Tensors.constant(Float.MIN_NORMAL);

  private Vectors() {}

  /**
   * Multiplies each vector by its factor; one of norm 0 stays zero, whatever the factor.
   *
   * @param norm of each vector, its axes kept with size 1
   * @param factor of the same shape; changed
   */
  static void rescale(Weight weight, Tensor norm, Tensor factor) {
    weight.value().mul_(factor.masked_fill_(norm.lt(SHORTEST), Tensors.constant(1)));
  }

  /** Of numbers that say how far outside each vector is, those of vectors with norm 0 set to 0. */
  static Tensor exceptZero(Tensor norm, Tensor excess) {
    return excess.masked_fill_(norm.lt(SHORTEST), Tensors.constant(0));
  }

  /** The largest number of each member, at least 0: {@code [K, ...] -> [K]}. */
  static Tensor worst(Tensor excess) {
    Tensor outside = excess.clamp_min(Tensors.constant(0));
    return outside.reshape(outside.size(0), -1).amax(new long[] {1}, false);
  }
}
