package dev.bridle.layer;

/** Windows that overlap: a pixel may be the largest of several. */
final class MaxPoolOverlappingTest implements PoolLaws {
  @Override
  public PoolNode pool(int features) {
    return PoolNode.sliding("max-pool1", Shape.of(2, 5, 4 + features), PoolNode.Kind.MAXIMUM, 3, 2);
  }
}
