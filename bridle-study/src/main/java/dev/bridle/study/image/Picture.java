package dev.bridle.study.image;

import java.util.Arrays;

/**
 * One decoded image: bytes {@code [C, H, W]}, 0 dark and 255 bright.
 *
 * <p>The bytes are not copied; whoever makes a picture changes them no more.
 */
final class Picture {
  private final ImageSize size;
  private final byte[] pixels;

  /** A grey picture {@code [1, H, W]} or one of colours {@code [3, H, W]}. */
  Picture(ImageSize size, byte[] pixels) {
    this.size = size;
    this.pixels = pixels;
  }

  ImageSize size() {
    return size;
  }

  /** The bytes {@code [C, H, W]}; not a copy. */
  byte[] pixels() {
    return pixels;
  }

  Channels channels() {
    return pixels.length == size.pixels() ? Channels.GREY : Channels.COLOUR;
  }

  /** The picture in grey, or with its grey as all three colours. */
  Picture to(Channels wanted) {
    if (wanted == channels()) {
      return this;
    }
    return new Picture(size, wanted == Channels.GREY ? grey() : tripled());
  }

  private byte[] grey() {
    int n = size.pixels();
    byte[] grey = new byte[n];
    for (int i = 0; i < n; i++) {
      int sum = 299 * at(i) + 587 * at(n + i) + 114 * at(2 * n + i);
      grey[i] = (byte) ((sum + 500) / 1000);
    }
    return grey;
  }

  private byte[] tripled() {
    int n = pixels.length;
    byte[] colours = Arrays.copyOf(pixels, 3 * n);
    System.arraycopy(pixels, 0, colours, n, n);
    System.arraycopy(pixels, 0, colours, 2 * n, n);
    return colours;
  }

  private int at(int index) {
    return pixels[index] & 0xFF;
  }
}
