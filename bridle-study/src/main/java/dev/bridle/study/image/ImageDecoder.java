package dev.bridle.study.image;

import dev.bridle.study.table.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes the bytes of one file: PNG, JPEG, GIF of one frame or BMP, whatever the file is called.
 *
 * <p>The size is read from the header and refused before anything is decoded if it is beyond {@link
 * #MOST_PIXELS}: 40,000 x 40,000 white pixels fit into a file of a few kilobytes. A reader that
 * only warns of missing data (as Java's does of half a JPEG, which it fills up with grey) counts as
 * an error. Turns noted by a camera (EXIF) are not made.
 */
final class ImageDecoder {
  /** The most pixels an image may have before it is scaled; decoding takes about 8 bytes each. */
  static final int MOST_PIXELS = 1 << 25;

  private static final List<String> FORMATS = List.of("png", "jpeg", "gif", "bmp");

  private static final String OTHER_COLOURS =
      "has colours in CMYK or the like, expected grey or RGB";

  /** Words of warnings about what is no part of the picture. */
  private static final List<String> HARMLESS =
      List.of("profile", "icc", "thumbnail", "metadata", "extraneous");

  private ImageDecoder() {}

  /** The image in these bytes. */
  static Raw decode(byte[] file) throws BadImage {
    if (file.length == 0) {
      throw new BadImage("is empty");
    }
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      ImageReader reader = readerOf(input);
      try {
        return Raw.of(read(reader, input));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // the readers throw whatever damage leads them to
      throw new BadImage("is damaged" + cause(e), e);
    }
  }

  private static String cause(Exception e) {
    String text = e.getMessage();
    return text == null || text.isBlank() ? "" : ": " + Words.quote(text.strip());
  }

  private static ImageReader readerOf(ImageInputStream input) throws BadImage {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (isRead(reader)) {
        return reader;
      }
      reader.dispose();
    }
    throw new BadImage("is no image, expected PNG, JPEG, GIF or BMP");
  }

  private static boolean isRead(ImageReader reader) {
    try {
      return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      return false;
    }
  }

  private static BufferedImage read(ImageReader reader, ImageInputStream input)
      throws IOException, BadImage {
    boolean mayBeFilm = reader.getFormatName().equalsIgnoreCase("gif");
    reader.setInput(input, !mayBeFilm, true);
    if (mayBeFilm) {
      requireOneFrame(reader.getNumImages(true));
    }
    requireSmall(reader.getWidth(0), reader.getHeight(0));
    Warnings warnings = new Warnings();
    reader.addIIOReadWarningListener(warnings);
    BufferedImage image = decoded(reader);
    boolean jpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
    if (jpeg && image.getRaster().getNumBands() > 3) { // which Java takes for transparency
      throw new BadImage(OTHER_COLOURS);
    }
    if (warnings.first.isPresent()) {
      throw new BadImage("is damaged: " + Words.quote(warnings.first.get()));
    }
    return image;
  }

  private static BufferedImage decoded(ImageReader reader) throws IOException, BadImage {
    try {
      return reader.read(0);
    } catch (javax.imageio.IIOException e) {
      if (String.valueOf(e.getMessage()).startsWith("Unsupported Image Type")) {
        throw new BadImage(OTHER_COLOURS, e);
      }
      throw e;
    }
  }

  private static void requireOneFrame(int frames) throws BadImage {
    if (frames != 1) {
      throw new BadImage("is a film of " + Words.count(frames, "frame") + ", expected one image");
    }
  }

  private static void requireSmall(int width, int height) throws BadImage {
    if ((long) width * height > MOST_PIXELS) {
      throw new BadImage(
          "has "
              + Words.grouped(width)
              + " x "
              + Words.grouped(height)
              + " pixels, expected at most "
              + Words.grouped(MOST_PIXELS)
              + " in all");
    }
  }

  /** Remembers the first warning that matters. */
  private static final class Warnings implements javax.imageio.event.IIOReadWarningListener {
    private Optional<String> first = Optional.empty();

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      String lower = warning.toLowerCase(Locale.ROOT);
      if (first.isEmpty() && HARMLESS.stream().noneMatch(lower::contains)) {
        first = Optional.of(warning);
      }
    }
  }
}
