package dev.bridle.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Safetensors files put together byte by byte. */
final class TestFiles {
  private TestFiles() {}

  /** A file with the given header, of its true length, and as many zero bytes of data. */
  static byte[] file(String header, int dataBytes) {
    byte[] text = header.getBytes(UTF_8);
    return file(text.length, text, new byte[dataBytes]);
  }

  /** A file whose header claims to have the given length. */
  static byte[] file(long claimed, byte[] header, byte[] data) {
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(claimed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(length.array());
    out.writeBytes(header);
    out.writeBytes(data);
    return out.toByteArray();
  }

  /** A header with one F32 array called w. */
  static String header(String shape, String offsets) {
    return "{\"w\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":%s}}".formatted(shape, offsets);
  }

  /** The bytes that a text stands for, one for each character, in parts for legibility. */
  static byte[] bytes(String... parts) {
    return String.join("", parts).getBytes(ISO_8859_1);
  }

  /** The names in a directory, sorted. */
  static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
