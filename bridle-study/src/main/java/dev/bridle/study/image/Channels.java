package dev.bridle.study.image;

/** How many numbers a pixel has. */
public enum Channels {
  /** One: \( 0.299 R + 0.587 G + 0.114 B \), as in ITU-R BT.601, if the file has colours. */
  GREY(1),
  /** Three: red, green and blue. */
  COLOUR(3);

  private final int count;

  Channels(int count) {
    this.count = count;
  }

  /** Numbers a pixel, C. */
  public int count() {
    return count;
  }
}
