package dev.bridle.layer;

import dev.bridle.population.Initial;

/** A window of one pixel: each pixel a dense layer of its channels. */
final class ConvolutionOfPointsTest implements ConvolutionLaws {
  @Override
  public ConvolutionNode convolution(int features) {
    return new ConvolutionNode("conv1", Shape.of(8, 2, 1 + features), 3, 1, 1, 0, 1, Initial.HE);
  }
}
