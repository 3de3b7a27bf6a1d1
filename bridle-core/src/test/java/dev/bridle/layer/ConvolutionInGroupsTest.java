package dev.bridle.layer;

import dev.bridle.population.Initial;

/** Two groups of eight channels. */
final class ConvolutionInGroupsTest implements ConvolutionLaws {
  @Override
  public ConvolutionNode convolution(int features) {
    return new ConvolutionNode("conv1", Shape.of(16, 3, 2 + features), 6, 3, 1, 1, 2, Initial.HE);
  }
}
