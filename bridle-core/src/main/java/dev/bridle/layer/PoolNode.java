package dev.bridle.layer;

/**
 * A pooling as a value: the largest number, or the mean, under a window that slides over the pixels
 * of each channel of an image {@code [C, H, W]}, or over the time steps of a series {@code [T, F]}.
 *
 * <p>Windows stay inside the input; what is left over at its end is not looked at, as in PyTorch
 * and Keras by default.
 *
 * @param name {@code max-pool1}
 * @param input what comes in
 * @param kind what is made of the numbers under a window
 * @param height of the window; for a series, steps
 * @param width of the window; 1 for a series
 * @param stride by how much the window moves
 * @param shape what comes out
 */
public record PoolNode(
    String name, Shape input, Kind kind, int height, int width, int stride, Shape shape)
    implements Node {

  /** What is made of the numbers under a window. */
  public enum Kind {
    /** The largest; its gradient goes to the first of the largest. */
    MAXIMUM,
    /** The mean. */
    MEAN
  }

  /**
   * A window of equal sides.
   *
   * @throws IllegalArgumentException if it leaves nothing
   */
  public static PoolNode sliding(String name, Shape input, Kind kind, int size, int stride) {
    requirePositions(name, input);
    int smallest = input.isSeries() ? input.size(0) : Math.min(input.size(1), input.size(2));
    if (size > smallest) {
      throw new IllegalArgumentException(
          name
              + " on input "
              + input
              + ": size = "
              + size
              + ", expected at most "
              + smallest
              + ", or nothing is left");
    }
    Shape shape =
        input.isSeries()
            ? Shape.of((input.size(0) - size) / stride + 1, input.size(1))
            : Shape.of(
                input.size(0),
                (input.size(1) - size) / stride + 1,
                (input.size(2) - size) / stride + 1);
    return new PoolNode(name, input, kind, size, input.isSeries() ? 1 : size, stride, shape);
  }

  /** One number for each channel: {@code [C, H, W] -> [C]}, {@code [T, F] -> [F]}. */
  public static PoolNode global(String name, Shape input, Kind kind) {
    requirePositions(name, input);
    boolean series = input.isSeries();
    int height = series ? input.size(0) : input.size(1);
    int width = series ? 1 : input.size(2);
    return new PoolNode(name, input, kind, height, width, 1, Shape.of(input.channels()));
  }

  private static void requirePositions(String name, Shape input) {
    if (input.isFlat()) {
      throw new IllegalArgumentException(
          name.replaceAll("\\d+$", "")
              + " on input "
              + input
              + ": expected [channels, height, width] or [time, features]");
    }
  }

  /** The backward pass needs neither input nor output. */
  @Override
  public boolean outputMayBeScaled() {
    return true;
  }

  @Override
  public Layer build(Site site) {
    return kind == Kind.MAXIMUM ? new MaxPool(this, site) : new MeanPool(this, site);
  }
}
