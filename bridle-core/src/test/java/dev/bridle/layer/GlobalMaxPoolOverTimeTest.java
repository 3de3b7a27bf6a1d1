package dev.bridle.layer;

/** The largest of each feature over all time steps. */
final class GlobalMaxPoolOverTimeTest implements PoolLaws {
  @Override
  public PoolNode pool(int features) {
    return PoolNode.global("global-max-pool1", Shape.of(1 + features, 3), PoolNode.Kind.MAXIMUM);
  }
}
