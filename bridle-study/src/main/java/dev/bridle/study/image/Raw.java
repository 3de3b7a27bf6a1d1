package dev.bridle.study.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * A decoded image of any size and kind as planes of bytes, {@code [1 or 3][H * W]}.
 *
 * <p>Grey samples are taken as they are in the file: Java's own conversion takes them for linear
 * light and brightens them. What is transparent is shown on white. An image of three colours whose
 * pixels are all grey is grey.
 */
final class Raw {
  private static final int WHITE = 255;

  private final int width;
  private final int height;
  private final byte[][] planes;

  private Raw(int width, int height, byte[]... planes) {
    this.width = width;
    this.height = height;
    this.planes = planes;
  }

  /** Pixels of a row of the file's image. */
  int width() {
    return width;
  }

  /** Rows of the file's image. */
  int height() {
    return height;
  }

  static Raw of(BufferedImage image) {
    ColorModel model = image.getColorModel();
    boolean grey =
        !(model instanceof IndexColorModel)
            && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    byte[][] planes = grey ? new byte[][] {grey(image)} : colours(image);
    return new Raw(image.getWidth(), image.getHeight(), planes);
  }

  private static byte[] grey(BufferedImage image) {
    int width = image.getWidth();
    Raster raster = image.getRaster();
    ColorModel model = image.getColorModel();
    int most = (1 << model.getComponentSize(0)) - 1;
    byte[] plane = new byte[width * image.getHeight()];
    int[] samples = new int[width];
    int[] alphas = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, samples);
      if (model.hasAlpha()) {
        raster.getSamples(0, y, width, 1, 1, alphas);
      }
      for (int x = 0; x < width; x++) {
        int grey = (samples[x] * 255 + most / 2) / most;
        int alpha = model.hasAlpha() ? (alphas[x] * 255 + most / 2) / most : 255;
        plane[y * width + x] = (byte) onWhite(grey, alpha);
      }
    }
    return plane;
  }

  private static byte[][] colours(BufferedImage image) {
    int width = image.getWidth();
    byte[][] planes = new byte[3][width * image.getHeight()];
    int[] row = new int[width];
    boolean coloured = false;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int alpha = row[x] >>> 24;
        int red = onWhite((row[x] >> 16) & 0xFF, alpha);
        int green = onWhite((row[x] >> 8) & 0xFF, alpha);
        int blue = onWhite(row[x] & 0xFF, alpha);
        planes[0][y * width + x] = (byte) red;
        planes[1][y * width + x] = (byte) green;
        planes[2][y * width + x] = (byte) blue;
        coloured |= red != green || green != blue;
      }
    }
    return coloured ? planes : new byte[][] {planes[0]};
  }

  private static int onWhite(int value, int alpha) {
    return alpha == 255 ? value : (value * alpha + WHITE * (255 - alpha) + 127) / 255;
  }

  /** The picture of this size, brought to it by {@link Resampler} if it has another. */
  Picture scaled(ImageSize size) {
    byte[] pixels = new byte[planes.length * size.pixels()];
    for (int c = 0; c < planes.length; c++) {
      boolean same = size.width() == width && size.height() == height;
      byte[] plane = same ? planes[c] : Resampler.scale(planes[c], width, height, size);
      System.arraycopy(plane, 0, pixels, c * size.pixels(), size.pixels());
    }
    return new Picture(size, pixels);
  }
}
