package dev.bridle.decay;

import dev.bridle.declaration.Regularizer;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import org.bytedeco.pytorch.Tensor;

/** A pull of the weights towards 0 that is part of the update; at strength 0 it changes no bit. */
public interface Decay extends Regularizer {
  /**
   * Acts between the backward pass and the update.
   *
   * @param weight {@code [K, ...]}, to be shrunk, or
   * @param gradient {@code [K, ...]}, to be added to
   * @param rates the learning rates, {@code [K, 1, ...]}
   * @param strengths the declared numbers, {@code [K]} each
   */
  void apply(Weight weight, Tensor gradient, Tensor rates, Strengths strengths);
}
