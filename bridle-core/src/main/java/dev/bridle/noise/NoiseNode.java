package dev.bridle.noise;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;

/**
 * Noise at one place, as a value.
 *
 * @param order the order of memory of what it is added to, in which it is drawn
 */
record NoiseNode(String name, Shape shape, int term, Order order) implements Node {
  /** How {@code [K, B, F]} lies in memory. */
  enum Order {
    /** Row by row: what goes into the network. */
    BY_ROWS,
    /** Feature by feature: what layers make. */
    BY_FEATURES
  }

  @Override
  public boolean trainingOnly() {
    return true;
  }

  @Override
  public Layer build(Site site) {
    return new NoiseLayer(this, site);
  }
}
