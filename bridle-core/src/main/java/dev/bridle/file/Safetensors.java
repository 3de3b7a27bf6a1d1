package dev.bridle.file;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Reads and writes named arrays in the safetensors format, which other programs read too.
 *
 * <p>A file is the length of its header (8 bytes, little-endian), the header, and the data:
 *
 * <pre>{@code
 * {"__metadata__": {"key": "text", ...},
 *  "name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [begin, end]}, ...}
 * }</pre>
 *
 * Offsets count bytes from the beginning of the data; arrays are row-major and little-endian and
 * cover the data without holes. See Hugging Face, "safetensors", format description, 2022. Of its
 * dtypes, those of {@link Dtype} are supported. What is written here also keeps this: the header is
 * filled up with spaces so that the data begin at a multiple of 8, arrays of 8-byte numbers come
 * first in the data, and equal content gives equal bytes.
 *
 * <p><b>Checksum.</b> Written files have two more texts, {@code bridle.format} ("1") and {@code
 * bridle.sha256}: the SHA-256, in lower-case hexadecimal, of the header in canonical form as UTF-8,
 * followed by the data. Canonical means: without {@code bridle.sha256}, every object sorted by the
 * code points of its keys, without spaces, escapes only where {@link Json#write} has them. In
 * Python:
 *
 * <pre>{@code
 * del header["__metadata__"]["bridle.sha256"]
 * text = json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
 * hashlib.sha256(text.encode() + data).hexdigest()
 * }</pre>
 *
 * Reading verifies it, so that a change to any name, shape, text or number is noticed; a header
 * whose keys were only put into another order passes. Files of other programs have none and are
 * read without.
 */
public final class Safetensors {
  private Safetensors() {}

  /**
   * Reads a file. Memory is asked for only when it is known that the file holds as much.
   *
   * @throws FileFormatException if the file is missing, not a regular file, damaged in any way,
   *     changed after Bridle wrote it, or holds what is not supported here
   * @throws IOException if the disk or the permissions do not let it be read
   */
  public static TensorFile read(Path path) throws IOException {
    try {
      requireRegularFile(path);
      try (FileChannel channel = FileChannel.open(path, READ)) {
        return new TensorReader(channel).read();
      }
    } catch (FileFormatException e) {
      throw new FileFormatException(path + ": " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new FileFormatException(path + ": there is no such file", e);
    } catch (IOException e) {
      throw new IOException(path + ": cannot be read: " + Reason.of(e), e);
    }
  }

  /**
   * Writes a file, replacing the one that is there in one step, as {@link AtomicFile} does.
   *
   * @throws IOException if it cannot be written; the old file is then as it was
   * @throws IllegalArgumentException if names and texts make the header longer than 100 MB
   */
  public static void write(Path target, TensorFile content) throws IOException {
    List<NamedArray> arrays = Layout.inFileOrder(content.arrays());
    Header header = Header.of(content);
    Checksum checksum = Checksum.of(header);
    ByteSink hashing = checksum::add;
    for (NamedArray array : arrays) {
      hashing.addAll(array);
    }
    byte[] first = header.with(Checksum.SHA_KEY, checksum.hex()).toBytes();
    long data = header.slots().stream().mapToLong(Slot::bytes).sum();
    AtomicFile.write(
        target,
        first.length + data,
        out -> {
          out.write(first);
          ByteSink writing = (bytes, count) -> out.write(bytes, 0, count);
          for (NamedArray array : arrays) {
            writing.addAll(array);
          }
        });
  }

  private static void requireRegularFile(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      String kind = attributes.isDirectory() ? "a directory" : "not a regular file";
      throw new FileFormatException("it is " + kind + ": expected a safetensors file");
    }
  }
}
