package dev.bridle.layer;

/** The largest of two by two pixels, with a row left over. */
final class MaxPoolTest implements PoolLaws {
  @Override
  public PoolNode pool(int features) {
    return PoolNode.sliding("max-pool1", Shape.of(3, 5, 1 + features), PoolNode.Kind.MAXIMUM, 2, 2);
  }
}
