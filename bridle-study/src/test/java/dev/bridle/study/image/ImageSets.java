package dev.bridle.study.image;

import java.util.ArrayList;
import java.util.List;

/** Images made up for the tests of other packages. */
public final class ImageSets {
  private ImageSets() {}

  /**
   * Grey images of 2 x 1 pixels, the first {@code i}, of classes in turn; the last were set apart.
   */
  public static Images of(int count, int classes, int test) {
    List<byte[]> pixels = new ArrayList<>();
    int[] labels = new int[count];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pixels.add(new byte[] {(byte) i, (byte) (i >> 8)});
      labels[i] = i % classes;
    }
    for (int c = 0; c < classes; c++) {
      names.add("c" + c);
    }
    return new Images(
        "some/images/",
        new ImageSize(2, 1),
        Channels.GREY,
        pixels,
        List.of(),
        new Images.Labels(names, labels, test),
        new Images.Content("abc", 7, List.of()));
  }
}
