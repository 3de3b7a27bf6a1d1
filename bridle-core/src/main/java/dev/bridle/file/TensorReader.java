package dev.bridle.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads one safetensors file from an open channel. Memory is asked for only after the lengths have
 * been compared with the size of the file.
 */
final class TensorReader {
  private final FileChannel channel;
  private final long size;

  TensorReader(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  TensorFile read() throws IOException {
    int headerBytes = headerBytes();
    long start = Header.LENGTH_BYTES + (long) headerBytes;
    Header header = Header.parse(headerText(headerBytes));
    List<Slot> inFileOrder = Layout.check(header.slots(), size - start);
    Optional<Checksum> checksum = Checksum.claimedBy(header);
    ByteSink sink = checksum.<ByteSink>map(c -> c::add).orElse((bytes, count) -> {});
    Map<String, NamedArray> arrays = new HashMap<>();
    for (Slot slot : inFileOrder) {
      arrays.put(slot.name(), readArray(slot, start + slot.begin(), sink));
    }
    if (checksum.isPresent()) {
      checksum.get().verify(header);
    }
    return new TensorFile(
        withoutOurs(header.metadata()),
        header.slots().stream().map(s -> Objects.requireNonNull(arrays.get(s.name()))).toList());
  }

  private int headerBytes() throws IOException {
    if (size < Header.LENGTH_BYTES) {
      throw Header.damaged(
          "the file has " + size + " bytes, the length of its header alone " + Header.LENGTH_BYTES);
    }
    ByteBuffer bytes = ByteBuffer.allocate(Header.LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    readFully(bytes, 0);
    long length = bytes.getLong();
    if (Long.compareUnsigned(length, size - Header.LENGTH_BYTES) > 0) {
      String says = Long.toUnsignedString(length);
      throw Header.damaged("header says " + says + " bytes, the file has " + size);
    }
    if (length > Header.MAX_BYTES) {
      throw Header.damaged(
          "header says " + length + " bytes, at most " + Header.MAX_BYTES + " are allowed");
    }
    return (int) length;
  }

  private String headerText(int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    readFully(bytes, Header.LENGTH_BYTES);
    CharBuffer text = CharBuffer.allocate(length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    if (decoder.decode(bytes, text, true).isError()) {
      long at = Header.LENGTH_BYTES + (long) bytes.position();
      throw Header.damaged("byte " + at + " is in the header and not UTF-8");
    }
    return text.flip().toString();
  }

  private NamedArray readArray(Slot slot, long position, ByteSink sink) throws IOException {
    Dtype dtype = slot.dtype();
    Object data = dtype.allocate(slot.count());
    byte[] bytes = ByteSink.chunkFor(slot.bytes());
    ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int step = bytes.length / dtype.bytes();
    int count;
    for (int done = 0; done < slot.count(); done += count) {
      count = Math.min(step, slot.count() - done);
      chunk.clear().limit(count * dtype.bytes());
      readFully(chunk, position + (long) done * dtype.bytes());
      dtype.get(chunk, data, done, count);
      sink.add(bytes, chunk.limit());
    }
    return NamedArray.of(slot.name(), dtype, slot.sizes(), data);
  }

  /** Fills the buffer up to its limit and goes back to its front. */
  private void readFully(ByteBuffer buffer, long position) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("it became shorter while it was read");
      }
    }
    buffer.flip();
  }

  private static Map<String, String> withoutOurs(Map<String, String> metadata) {
    Map<String, String> others = new TreeMap<>(metadata);
    others.keySet().removeAll(Checksum.KEYS);
    return others;
  }
}
