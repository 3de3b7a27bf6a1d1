package dev.bridle.layer;

/** The mean of three by three pixels, overlapping. */
final class MeanPoolTest implements PoolLaws {
  @Override
  public PoolNode pool(int features) {
    return PoolNode.sliding("avg-pool1", Shape.of(2, 4, 3 + features), PoolNode.Kind.MEAN, 3, 1);
  }
}
