package dev.bridle.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Takes the bytes of arrays, a chunk at a time, so that no second copy of the data is made. */
@FunctionalInterface
interface ByteSink {
  /** The most bytes that pass at once; a multiple of every number's size. */
  int CHUNK = 1 << 18;

  /** Takes the first {@code count} bytes; the array is used again afterwards. */
  void add(byte[] bytes, int count) throws IOException;

  /** Sends the numbers of an array, little-endian. */
  default void addAll(NamedArray array) throws IOException {
    int width = array.dtype().bytes();
    byte[] bytes = chunkFor((long) array.size() * width);
    ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int step = bytes.length / width;
    int count;
    for (int done = 0; done < array.size(); done += count) {
      count = Math.min(step, array.size() - done);
      array.dtype().put(chunk, array.data(), done, count);
      add(bytes, count * width);
    }
  }

  /** Room for data of the given length, or for a chunk of them. */
  static byte[] chunkFor(long bytes) {
    return new byte[(int) Math.min(CHUNK, bytes)];
  }
}
