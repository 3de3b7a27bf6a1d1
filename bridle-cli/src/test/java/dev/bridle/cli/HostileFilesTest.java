package dev.bridle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small files that ask for much, and a large one, in a heap of 100 MB: refused with the right code,
 * and nothing is written anywhere. Cases 19, 20 and 21 of docs/reliability.md.
 */
final class HostileFilesTest {
  @TempDir Path folder;
  @TempDir Path output;

  private final List<List<String>> commands = new ArrayList<>();

  @Test
  void filesThatAskForMuch_areRefusedInLittleMemory() throws Exception {
    Path rows = Files.writeString(folder.resolve("rows.csv"), "a,b\n1,2\n");
    add("predict", write("longest.safetensors", tensors(Long.MAX_VALUE, "{}")), rows);
    String huge = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1099511627776],\"data_offsets\":[0,8]}}";
    add("predict", write("huge.safetensors", tensors(huge.length(), huge)), rows);
    add("predict", write("graph.onnx", new byte[] {0x3A, -1, -1, -1, -1, 7, 1, 2, 3}), rows);
    add("compare", "--data", "mnist", "--data-dir", idx("mnist"), "--out", output.resolve("s"));
    add("compare", images("images"), "--out", output.resolve("s"));
    add("compare", write("long.csv", "a,b,c,y\n1,2,3,4\n".repeat(2_000_000).getBytes(UTF_8)));
    List<Path> before = listing();

    List<String> said = ChildJvm.run(output, List.of("-Xmx100m", "-XX:+UseSerialGC"), commands);

    assertThat(said).hasSize(6);
    assertThat(said.get(0)).startsWith("exit 6 ").contains("header says 9223372036854775807 bytes");
    assertThat(said.get(1)).startsWith("exit 6 ").contains("huge.safetensors: array \"w\"");
    assertThat(said.get(2)).startsWith("exit 6 ").contains("graph.onnx: is no ONNX model");
    assertThat(said.get(3)).startsWith("exit 3 ").contains("2,000,000,000 numbers in all");
    assertThat(said.get(4))
        .startsWith("exit 3 ")
        .contains("\"cat/1.png\" has 40,000 x 40,000 pixels")
        .contains("\"dog/1.png\" has 40,000 x 40,000 pixels");
    assertThat(said.get(5)).startsWith("exit 3 ").contains("(32,000,000 bytes)", "-Xmx");
    assertThat(listing()).isEqualTo(before);
    assertThat(output.resolve("s")).doesNotExist();
  }

  private void add(Object... command) {
    commands.add(Arrays.stream(command).map(Object::toString).toList());
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private List<Path> listing() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  private static byte[] tensors(long length, String header) {
    return ByteBuffer.allocate(16 + header.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(header.getBytes(UTF_8))
        .array();
  }

  /** Four files of which the first says 2 GB of pixels and is long enough for them to be in it. */
  private Path idx(String name) throws IOException {
    Path set = Files.createDirectories(folder.resolve(name));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(
          ByteBuffer.allocate(16).putInt(0x803).putInt(2000).putInt(1000).putInt(1000).array());
    }
    byte[] images = Arrays.copyOf(bytes.toByteArray(), 3_000_000);
    byte[] labels = ByteBuffer.allocate(9).putInt(0x801).putInt(1).array();
    for (String part : List.of("train", "t10k")) {
      Files.write(set.resolve(part + "-images-idx3-ubyte.gz"), images);
      Files.write(set.resolve(part + "-labels-idx1-ubyte"), labels);
    }
    return set;
  }

  /** PNG files that say they are 40,000 x 40,000 pixels of one bit. */
  private Path images(String name) throws IOException {
    ByteBuffer png = ByteBuffer.allocate(1000).putLong(0x89504E470D0A1A0AL);
    byte[] size = ByteBuffer.allocate(13).putInt(40_000).putInt(40_000).put((byte) 1).array();
    chunk(png, "IHDR", size);
    chunk(png, "IDAT", new byte[900]);
    for (String each : List.of("cat/1.png", "dog/1.png")) {
      Path file = folder.resolve(name).resolve(each);
      Files.createDirectories(file.getParent());
      Files.write(file, png.array());
    }
    return folder.resolve(name);
  }

  private static void chunk(ByteBuffer png, String type, byte[] content) {
    png.putInt(content.length);
    int from = png.position();
    png.put(type.getBytes(UTF_8)).put(content);
    CRC32 crc = new CRC32();
    crc.update(png.array(), from, png.position() - from);
    png.putInt((int) crc.getValue());
  }
}
