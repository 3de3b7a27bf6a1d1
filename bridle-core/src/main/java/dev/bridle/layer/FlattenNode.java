package dev.bridle.layer;

/**
 * The numbers of a row without their shape, channels first; a dense layer does this by itself.
 *
 * @param name {@code flatten1}
 * @param shape what comes out
 */
public record FlattenNode(String name, Shape shape) implements Node {
  /** Whatever comes in, flat. */
  public static FlattenNode of(String name, Shape input) {
    return new FlattenNode(name, Shape.of(input.size()));
  }

  @Override
  public Layer build(Site site) {
    return new Identity();
  }
}
