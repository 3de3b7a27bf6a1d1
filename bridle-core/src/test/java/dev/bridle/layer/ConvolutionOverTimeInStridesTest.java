package dev.bridle.layer;

import dev.bridle.population.Initial;

/** A series in groups, in strides, without padding. */
final class ConvolutionOverTimeInStridesTest implements ConvolutionLaws {
  @Override
  public ConvolutionNode convolution(int features) {
    return new ConvolutionNode("conv1", Shape.of(3 + features, 4), 6, 3, 2, 0, 2, Initial.HE);
  }
}
