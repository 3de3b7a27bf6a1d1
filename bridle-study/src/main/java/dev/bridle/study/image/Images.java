package dev.bridle.study.image;

import java.util.List;

/**
 * Images of one size in memory, a byte each number: N arrays {@code [C, H, W]}, and a class for
 * each.
 *
 * <p>Arrays are not copied; whoever makes images changes them no more.
 */
public final class Images {
  private final String name;
  private final ImageSize size;
  private final Channels channels;
  private final List<byte[]> pixels;
  private final List<String> files;
  private final Labels labels;
  private final Content content;

  /** The classes of images; the array is not copied. */
  static final class Labels {
    private final List<String> classes;
    private final int[] of;
    private final int test;

    /**
     * Classes and who has which.
     *
     * @param classes their names, in the order of the network's outputs
     * @param of the class of each image, {@code [N]}; empty where none is known
     * @param test how many images, the last ones, were set apart for testing
     */
    Labels(List<String> classes, int[] of, int test) {
      this.classes = List.copyOf(classes);
      this.of = of;
      this.test = test;
    }
  }

  /**
   * What the images were read from.
   *
   * @param sha256 of names and bytes of all files that are used, in order, in hex
   * @param bytes of these files together
   * @param notes what was noticed: files left out
   */
  record Content(String sha256, long bytes, List<String> notes) {}

  Images(
      String name,
      ImageSize size,
      Channels channels,
      List<byte[]> pixels,
      List<String> files,
      Labels labels,
      Content content) {
    this.name = name;
    this.size = size;
    this.channels = channels;
    this.pixels = List.copyOf(pixels);
    this.files = List.copyOf(files);
    this.labels = labels;
    this.content = content;
  }

  /** The folder as it was given, or the name of the set. */
  public String name() {
    return name;
  }

  /** How many there are, N. */
  public int count() {
    return pixels.size();
  }

  /** Pixels of each. */
  public ImageSize size() {
    return size;
  }

  /** Grey or colour. */
  public Channels channels() {
    return channels;
  }

  /** The shape of one, {@code [C, H, W]}. */
  public int[] shape() {
    return new int[] {channels.count(), size.height(), size.width()};
  }

  /** The bytes of an image, {@code [C, H, W]}, 0 dark and 255 bright; not a copy. */
  public byte[] pixels(int image) {
    return pixels.get(image);
  }

  /** The files they come from, below the folder, {@code [N]}; empty for sets in one file. */
  public List<String> files() {
    return files;
  }

  /** The names of the classes. */
  public List<String> classes() {
    return labels.classes;
  }

  /** The class of each image, {@code [N]}; not a copy. Empty where none is known. */
  public int[] labels() {
    return labels.of;
  }

  /** How many images, the last ones, were set apart for testing by whoever made the set. */
  public int test() {
    return labels.test;
  }

  /** SHA-256 of names and bytes of the files that are used, in hex. */
  public String sha256() {
    return content.sha256();
  }

  /** Bytes of these files. */
  public long bytes() {
    return content.bytes();
  }

  /** What was noticed when they were read. */
  public List<String> notes() {
    return content.notes();
  }

  @Override
  public String toString() {
    return name + ": " + count() + " images of " + size + ", " + labels.classes.size() + " classes";
  }
}
