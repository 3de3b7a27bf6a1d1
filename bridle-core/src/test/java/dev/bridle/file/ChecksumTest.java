package dev.bridle.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksumTest {
  private static final TensorFile CONTENT =
      new TensorFile(
          Map.of(
              "recipe", "dropout(0.5)\n+ l2(1)", "größe", "\"64\" \\ 😀", "\uffff", "", "😀", ""),
          List.of(
              NamedArray.of("dense1/weight", new long[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6}),
              NamedArray.of("none", new long[] {0, 3}, new float[0]),
              NamedArray.of("step", new long[0], new long[] {2000}),
              NamedArray.of("labels", new long[] {3}, new int[] {0, 1, 2})));

  @TempDir Path directory;
  private Path path;
  private byte[] bytes = new byte[0];
  private int paddingBegin;
  private int paddingEnd;

  @BeforeEach
  void writeFile() throws IOException {
    path = directory.resolve("model.safetensors");
    Safetensors.write(path, CONTENT);
    bytes = Files.readAllBytes(path);
    paddingBegin = new String(bytes, ISO_8859_1).lastIndexOf('}') + 1;
    paddingEnd = 8 + (bytes[0] & 0xff) + 256 * (bytes[1] & 0xff);
  }

  @Test
  void write_keysOfAllPlanes_hasTheChecksumThatPythonComputes() {
    // with json.dumps and hashlib, as the documentation of Safetensors shows
    assertThat(new String(bytes, ISO_8859_1))
        .contains(
            "\"bridle.sha256\":\"8a114605a2dd5995552336721f666dd0c51dca5bb5e16a3be135b826f984b55f\"");
  }

  @Test
  void read_anyBitFlipped_isNoticed() throws IOException {
    assertThat(paddingEnd - paddingBegin).isBetween(1, 7);
    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        checkDamage(at, bytes[at] ^ 1 << bit);
      }
    }
  }

  @Test
  void read_anyByteReplaced_isNoticed() throws IOException {
    Random random = new Random(17);
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(bytes.length);
      checkDamage(at, bytes[at] ^ (1 + random.nextInt(255)));
    }
  }

  @Test
  void read_cutAnywhere_isNoticed() throws IOException {
    for (int length = 0; length < bytes.length; length++) {
      Files.write(path, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Safetensors.read(path)).isInstanceOf(FileFormatException.class);
    }
  }

  @Test
  void read_changedNumber_saysSo() throws IOException {
    bytes[bytes.length - 1] ^= 1;
    Files.write(path, bytes);

    assertThatThrownBy(() -> Safetensors.read(path))
        .isExactlyInstanceOf(FileFormatException.class)
        .hasMessage(
            path
                + ": its content does not match bridle.sha256: the file is damaged or was changed"
                + " after it was written");
  }

  @Test
  void read_changedText_saysSo() throws IOException {
    replace("dropout(0.5)", "dropout(0.6)");

    assertThatThrownBy(() -> Safetensors.read(path))
        .hasMessageContaining("does not match bridle.sha256");
  }

  @Test
  void read_withOnlyOneOfTheKeys_saysSo() throws IOException {
    replace("bridle.sha256", "bundle.sha256");

    assertThatThrownBy(() -> Safetensors.read(path))
        .hasMessageContaining("it has only one of bridle.format and bridle.sha256");
  }

  @Test
  void read_newerFormat_saysSo() throws IOException {
    replace("\"bridle.format\":\"1\"", "\"bridle.format\":\"2\"");

    assertThatThrownBy(() -> Safetensors.read(path))
        .isExactlyInstanceOf(FileFormatException.class)
        .hasMessage(
            path
                + ": bridle.format \"2\": expected 1, so the file is damaged or from a newer"
                + " Bridle");
  }

  @Test
  void read_keysInOtherOrderAndSpacing_isStillValid() throws IOException {
    String data = new String(bytes, ISO_8859_1).substring(paddingEnd);
    String header = new String(bytes, ISO_8859_1).substring(8, paddingEnd);
    int metadataEnd = header.indexOf("},") + 1;
    String metadata = header.substring(1, metadataEnd);
    String arrays = header.substring(metadataEnd + 1, header.lastIndexOf('}'));
    String turned = "{ " + arrays + " ,\n" + metadata + "}";
    Files.write(
        path,
        TestFiles.file(turned.length(), turned.getBytes(ISO_8859_1), data.getBytes(ISO_8859_1)));

    assertThat(Safetensors.read(path)).isEqualTo(CONTENT);
  }

  /** Reading fails, or, where only padding was changed, gives what was written. */
  private void checkDamage(int at, int value) throws IOException {
    patch(at, value);
    try {
      assertThat(Safetensors.read(path)).isEqualTo(CONTENT);
      assertThat(at).isBetween(paddingBegin, paddingEnd - 1);
    } catch (FileFormatException e) {
      assertThat(e).hasMessageStartingWith(path + ": ");
    }
    patch(at, bytes[at]);
  }

  private void patch(int at, int value) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(at);
      file.write(value);
    }
  }

  private void replace(String old, String other) throws IOException {
    String text = new String(bytes, ISO_8859_1);
    assertThat(text).contains(old);
    Files.write(path, text.replace(old, other).getBytes(ISO_8859_1));
  }
}
