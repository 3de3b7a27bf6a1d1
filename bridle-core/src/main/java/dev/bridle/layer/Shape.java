package dev.bridle.layer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the numbers of one row are arranged: {@code [F]} numbers, a series {@code [T, F]} of time
 * steps, an image {@code [C, H, W]}. The last index runs fastest.
 *
 * <p>Between layers a row is always flat; its shape says what a convolution, a recurrent layer or a
 * normalisation makes of it.
 *
 * @param sizes one, two or three sizes of at least 1
 */
public record Shape(List<Integer> sizes) {

  /** Copies and checks the sizes. */
  public Shape {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty() || sizes.size() > 3 || sizes.stream().anyMatch(s -> s < 1)) {
      throw new IllegalArgumentException(
          "shape "
              + sizes
              + ": expected [features], [time, features] or [channels, height, width]");
    }
  }

  /** The shape of these sizes. */
  public static Shape of(int... sizes) {
    return new Shape(IntStream.of(sizes).boxed().toList());
  }

  /** Whether rows are numbers without an order. */
  public boolean isFlat() {
    return sizes.size() == 1;
  }

  /** Whether rows are series of time steps. */
  public boolean isSeries() {
    return sizes.size() == 2;
  }

  /** Whether rows are images. */
  public boolean isImage() {
    return sizes.size() == 3;
  }

  /** The size along an axis. */
  public int size(int axis) {
    return sizes.get(axis);
  }

  /** How many numbers a row has. */
  public int size() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }

  /** How many channels an image has, features a time step, units a flat row. */
  public int channels() {
    return isSeries() ? size(1) : size(0);
  }

  /** How many numbers each channel has in a row: pixels, time steps, or 1. */
  public int positions() {
    return size() / channels();
  }

  /**
   * The sizes {@code [before, channels, behind]} of a row whose channels are the middle axis: of a
   * series {@code [T, F, 1]}, of an image {@code [1, C, H W]}.
   */
  public long[] aroundChannels() {
    return isSeries() ? new long[] {size(0), size(1), 1} : new long[] {1, channels(), positions()};
  }

  /** {@code [1, 28, 28]}. */
  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}
