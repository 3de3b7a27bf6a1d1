package dev.bridle.study.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small image files for the tests of this package. */
final class ImageFiles {
  private ImageFiles() {}

  /** A grey image whose pixel (x, y) is {@code 16 y + x + shade}. */
  static BufferedImage grey(int width, int height, int shade) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, (16 * y + x + shade) & 0xFF);
      }
    }
    return image;
  }

  /** An image of colours with much to compress. */
  static BufferedImage colour(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x * 7 % 256) << 16 | (y * 5 % 256) << 8 | (x * y * 31 % 256));
      }
    }
    return image;
  }

  /** The image as a file of this format. */
  static byte[] encode(BufferedImage image, String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("format = " + format + ": no writer for this image");
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG of four channels, as printers want them. */
  static byte[] cmyk() throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
    return written("jpeg", List.of(new IIOImage(raster, null, null)));
  }

  /** The same with the mark that Adobe's programs write: transform 2 is YCCK. */
  static byte[] adobeCmyk(int transform) throws IOException {
    byte[] plain = cmyk();
    byte[] mark = {
      (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
    };
    return ByteBuffer.allocate(plain.length + mark.length)
        .put(plain, 0, 2)
        .put(mark)
        .put(plain, 2, plain.length - 2)
        .array();
  }

  /** A GIF of so many frames. */
  static byte[] gif(int frames) throws IOException {
    List<IIOImage> all =
        java.util.stream.IntStream.range(0, frames)
            .mapToObj(i -> new IIOImage(grey(8, 8, i), null, null))
            .toList();
    return written("gif", all);
  }

  private static byte[] written(String format, List<IIOImage> images) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      if (images.size() == 1) {
        writer.write(images.get(0));
      } else {
        writer.prepareWriteSequence(null);
        for (IIOImage image : images) {
          writer.writeToSequence(image, null);
        }
        writer.endWriteSequence();
      }
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A whole PNG of black pixels, 1 bit each: 40,000 x 40,000 take 200 KB. */
  static byte[] blackPng(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504E470D0A1A0AL);
    byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array();
    chunk(out, "IHDR", header);
    chunk(out, "IDAT", deflatedZeros((long) height * ((width + 7) / 8 + 1)));
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  /** The same BMP, GIF or JPEG with another width and height in its header. */
  static byte[] claiming(int side, byte[] file) {
    byte[] claiming = file.clone();
    ByteBuffer bytes = ByteBuffer.wrap(claiming);
    if (file[0] == 'B') {
      bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(18, side).putInt(22, side);
    } else if (file[0] == 'G') {
      int block = 13 + (((file[10] & 0x80) == 0) ? 0 : 3 << ((file[10] & 7) + 1)); // colour table
      while (file[block] != ',') {
        block = 2 + block + after(file, block + 2); // an extension
      }
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      bytes.putShort(6, (short) side).putShort(8, (short) side);
      bytes.putShort(block + 5, (short) side).putShort(block + 7, (short) side);
    } else {
      int frame = 2;
      while ((file[frame + 1] & 0xFF) != 0xC0) {
        frame += 2 + bytes.getShort(frame + 2);
      }
      bytes.putShort(frame + 5, (short) side).putShort(frame + 7, (short) side);
    }
    return claiming;
  }

  /** How long the chain of a GIF's blocks is that begins here. */
  private static int after(byte[] file, int from) {
    int at = from;
    while (file[at] != 0) {
      at += 1 + (file[at] & 0xFF);
    }
    return at + 1 - from;
  }

  private static byte[] deflatedZeros(long count) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    byte[] packed = new byte[1 << 16];
    for (long left = count; left > 0 || !deflater.finished(); ) {
      if (deflater.needsInput() && left > 0) {
        int now = (int) Math.min(left, zeros.length);
        deflater.setInput(zeros, 0, now);
        left -= now;
        if (left == 0) {
          deflater.finish();
        }
      }
      out.write(packed, 0, deflater.deflate(packed));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(content);
    out.writeInt(content.length);
    out.write(type);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }

  /** Writes a file, and the folders it is in. */
  static Path write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two class folders, {@code cat} and {@code dog}, of so many grey images of 4 x 3 pixels. */
  static Path twoClasses(Path root, int each) {
    for (int i = 0; i < each; i++) {
      write(root.resolve("cat/" + i + ".png"), encode(grey(4, 3, i), "png"));
      write(root.resolve("dog/" + i + ".png"), encode(grey(4, 3, 100 + i), "png"));
    }
    return root;
  }
}
