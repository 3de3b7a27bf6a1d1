package dev.bridle.layer;

import dev.bridle.population.Initial;

/** A filter for each channel, as in separable convolutions. */
final class ConvolutionByChannelTest implements ConvolutionLaws {
  @Override
  public ConvolutionNode convolution(int features) {
    return new ConvolutionNode("conv1", Shape.of(3, 4, 2 + features), 3, 3, 1, 1, 3, Initial.HE);
  }
}
