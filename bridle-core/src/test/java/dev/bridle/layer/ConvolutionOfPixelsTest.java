package dev.bridle.layer;

import dev.bridle.population.Initial;

/** Many channels, pixel by pixel: the products read the image itself. */
final class ConvolutionOfPixelsTest implements ConvolutionLaws {
  @Override
  public ConvolutionNode convolution(int features) {
    return new ConvolutionNode("conv1", Shape.of(9, 4, 2 + features), 5, 3, 1, 1, 1, Initial.HE);
  }
}
