package dev.bridle.study.image;

import dev.bridle.study.table.Words;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of the IDX format: two zero bytes, the type of numbers (8: unsigned bytes, the only one
 * read), the number of dimensions, each dimension in four bytes with the high one first, then the
 * numbers, the last dimension fastest. As it is or compressed by gzip, which its content tells.
 *
 * <p>What the header promises is held against the size of the file before room is made for it: gzip
 * makes nothing smaller than to a 1032nd. It is held against the Java heap too, since a file of a
 * few kilobytes may come out as gigabytes.
 */
final class IdxFile {
  private static final int UNSIGNED_BYTES = 8;
  private static final int MOST_GZIP = 1032;

  private final List<Integer> dimensions;
  private final byte[] numbers;
  private final byte[] sha256;
  private final long bytes;

  private IdxFile(List<Integer> dimensions, byte[] numbers, byte[] sha256, long bytes) {
    this.dimensions = List.copyOf(dimensions);
    this.numbers = numbers;
    this.sha256 = sha256;
    this.bytes = bytes;
  }

  /** Sizes, the number of items first. */
  List<Integer> dimensions() {
    return dimensions;
  }

  /** All numbers, row-major; not a copy. */
  byte[] numbers() {
    return numbers;
  }

  /** Of the file's bytes as they come out of gzip; not a copy. */
  byte[] sha256() {
    return sha256;
  }

  /** The size of the file. */
  long bytes() {
    return bytes;
  }

  /** Reads a file of so many dimensions. */
  static IdxFile read(Path file, int rank) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream content = unpacked(raw)) {
      long size = Files.size(file);
      long most = content == raw ? size : MOST_GZIP * size;
      return new Source(file, content, content == raw, size, most).read(rank);
    } catch (ZipException e) {
      throw new ImageException(file + ": damaged gzip: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ImageException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    return packed ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  /** A file being read, and how far. */
  private static final class Source {
    private final Path file;
    private final InputStream stream;
    private final boolean plain;
    private final long size;
    private final long most;
    private final MessageDigest digest = ImageLoader.sha256();
    private long at;

    Source(Path file, InputStream stream, boolean plain, long size, long most) {
      this.file = file;
      this.stream = stream;
      this.plain = plain;
      this.size = size;
      this.most = most;
    }

    IdxFile read(int rank) throws IOException {
      int magic = integer(4 + 4L * rank);
      int wanted = UNSIGNED_BYTES << 8 | rank;
      if (magic != wanted) {
        throw wrong(0, hex(magic), hex(wanted) + " (unsigned bytes of " + rank + " dimensions)");
      }
      List<Integer> dimensions = new ArrayList<>();
      long count = 1;
      for (int i = 0; i < rank; i++) {
        int side = integer(4 + 4L * rank);
        if (side < 1) {
          throw wrong(4 + 4L * i, "a dimension of " + side, "at least 1");
        }
        dimensions.add(side);
        count = Math.min(Long.MAX_VALUE / side, count) * side;
      }
      requirePromised(count);
      byte[] numbers = bytes((int) count, at + count);
      if (stream.read() >= 0) {
        throw wrong(at, "more bytes", "the end of the file, by its header");
      }
      return new IdxFile(dimensions, numbers, digest.digest(), this.size);
    }

    private void requirePromised(long count) {
      boolean fits = plain ? at + count == size : at + count <= most;
      if (!fits || count > Integer.MAX_VALUE - 8) {
        throw wrong(
            4,
            "dimensions of " + Words.count(count, "number") + " in all",
            plain
                ? Words.grouped(size - at) + ", since the file has " + Words.count(size, "byte")
                : "at most "
                    + Words.grouped(Math.min(most - at, Integer.MAX_VALUE - 8))
                    + " in it");
      }
      long room = Runtime.getRuntime().maxMemory() / ImageLoader.HEAP_PER_NUMBER;
      if (count > room) {
        throw wrong(
            4,
            "dimensions of " + Words.count(count, "number") + " in all",
            "at most "
                + Words.grouped(room)
                + ", one for every "
                + ImageLoader.HEAP_PER_NUMBER
                + " bytes of heap; give Java more memory (JAVA_OPTS=-Xmx8g)");
      }
    }

    private int integer(long whole) throws IOException {
      byte[] four = bytes(4, whole);
      return (four[0] & 0xFF) << 24
          | (four[1] & 0xFF) << 16
          | (four[2] & 0xFF) << 8
          | (four[3] & 0xFF);
    }

    /** The next bytes, of a file that should have so many in the whole. */
    private byte[] bytes(int count, long whole) throws IOException {
      byte[] read;
      try {
        read = stream.readNBytes(count);
      } catch (EOFException e) {
        throw new ImageException(
            file + ": the gzip stream ends too soon, behind byte " + at + " of its content", e);
      }
      at += read.length;
      if (read.length < count) {
        throw wrong(at, "the end of the file", Words.count(whole, "byte"));
      }
      digest.update(read);
      return read;
    }

    private ImageException wrong(long offset, String found, String expected) {
      return new ImageException(
          file + ": at byte " + offset + ": found " + found + ", expected " + expected);
    }

    private static String hex(int number) {
      return String.format(Locale.ROOT, "0x%08X", number);
    }
  }
}
