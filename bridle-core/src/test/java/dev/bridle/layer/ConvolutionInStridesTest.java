package dev.bridle.layer;

import dev.bridle.population.Initial;

/** Windows that move by two, with pixels left over at the end. */
final class ConvolutionInStridesTest implements ConvolutionLaws {
  @Override
  public ConvolutionNode convolution(int features) {
    return new ConvolutionNode("conv1", Shape.of(8, 6, 3 + features), 4, 2, 2, 0, 1, Initial.HE);
  }
}
