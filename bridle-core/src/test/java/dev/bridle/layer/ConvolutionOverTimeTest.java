package dev.bridle.layer;

import dev.bridle.population.Initial;

/** A series of three features. */
final class ConvolutionOverTimeTest implements ConvolutionLaws {
  @Override
  public ConvolutionNode convolution(int features) {
    return new ConvolutionNode("conv1", Shape.of(2 + features, 3), 5, 3, 1, 1, 1, Initial.HE);
  }
}
