package dev.bridle.layer;

import dev.bridle.population.Initial;

/** Few channels, whose windows are gathered. */
final class ConvolutionOfFewChannelsTest implements ConvolutionLaws {
  @Override
  public ConvolutionNode convolution(int features) {
    return new ConvolutionNode("conv1", Shape.of(2, 5, 2 + features), 3, 3, 1, 1, 1, Initial.HE);
  }
}
