package dev.bridle.layer;

/** The mean of each channel. */
final class GlobalMeanPoolTest implements PoolLaws {
  @Override
  public PoolNode pool(int features) {
    return PoolNode.global("global-avg-pool1", Shape.of(3, 2, 1 + features), PoolNode.Kind.MEAN);
  }
}
