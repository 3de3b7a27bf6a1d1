package dev.bridle.study.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pixels of an image, written {@code 32} for a square and {@code 48x32} for 48 wide and 32
 * high.
 *
 * @param width pixels of a row, W
 * @param height rows of pixels, H
 */
public record ImageSize(int width, int height) {
  /** The longest side of an image that a network is given. */
  public static final int LONGEST = 1024;

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})(?:x([0-9]{1,6}))?");

  /** Checks both sides. */
  public ImageSize {
    if (width < 1 || width > LONGEST || height < 1 || height > LONGEST) {
      throw new IllegalArgumentException(
          "size = " + width + "x" + height + ": expected sides of 1 to " + LONGEST + " pixels");
    }
  }

  /** Reads a size as it is printed. */
  public static ImageSize parse(String text) {
    Matcher found = TEXT.matcher(text.strip());
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "size = "
              + text
              + ": expected a number of pixels such as 32, or width x height as 48x32");
    }
    int width = Integer.parseInt(found.group(1));
    return new ImageSize(width, found.group(2) == null ? width : Integer.parseInt(found.group(2)));
  }

  /** How many pixels there are. */
  public int pixels() {
    return width * height;
  }

  @Override
  public String toString() {
    return width == height ? Integer.toString(width) : width + "x" + height;
  }
}
