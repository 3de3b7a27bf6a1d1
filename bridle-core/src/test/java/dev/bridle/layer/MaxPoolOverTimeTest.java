package dev.bridle.layer;

/** The largest of two time steps, feature by feature. */
final class MaxPoolOverTimeTest implements PoolLaws {
  @Override
  public PoolNode pool(int features) {
    return PoolNode.sliding("max-pool1", Shape.of(1 + features, 3), PoolNode.Kind.MAXIMUM, 2, 2);
  }
}
