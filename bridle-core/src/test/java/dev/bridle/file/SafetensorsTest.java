package dev.bridle.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsTest {
  /** One array w = [1, -2] as {@link Safetensors#write} must write it. */
  private static final byte[] REFERENCE =
      TestFiles.bytes(
          "\u00b0\0\0\0\0\0\0\0", // 176: the header has 174 bytes and two spaces
          "{\"__metadata__\":{\"bridle.format\":\"1\",\"bridle.sha256\":\"",
          // computed with Python's hashlib as the documentation says
          "eb48d967d342caa5c447ce101d6174200fec1596acf3c68ef5d1c2a6b065cff8",
          "\"},\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}  ",
          "\0\0\u0080?", // ? is 0x3f: 1 = 0x3f800000, lowest byte first
          "\0\0\0\u00c0"); // -2 = 0xc0000000

  /**
   * What the reference implementation (safetensors 0.8.0 for Python) writes for {@link #foreign}:
   * wide numbers first, offsets as [begin, end].
   */
  private static final byte[] FOREIGN =
      TestFiles.bytes(
          "\u00f8\0\0\0\0\0\0\0", // 248
          "{\"__metadata__\":{\"by\":\"\u00c3\u00a9\\n\"},",
          "\"n\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]},",
          "\"d\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[8,16]},",
          "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[16,24]},",
          "\"i\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[24,28]}}",
          "\7\0\0\0\0\0\0\0", // 7
          "\0\0\0\0\0\0\u00e0?", // 0.5 = 0x3fe0000000000000
          "\0\0\u00c0?\0\0\0\u00c0", // 1.5, -2
          "\u00ff\u00ff\u00ff\u00ff"); // -1

  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = directory.resolve("model.safetensors");
  }

  @Test
  void write_oneArray_isTheReferenceToTheByte() throws IOException {
    Safetensors.write(path, new TensorFile(Map.of(), List.of(floats("w", 1, -2))));

    assertThat(Files.readAllBytes(path)).isEqualTo(REFERENCE);
  }

  @Test
  void read_reference_isTheArrayWithoutOurOwnTexts() throws IOException {
    Files.write(path, REFERENCE);

    assertThat(Safetensors.read(path))
        .isEqualTo(new TensorFile(Map.of(), List.of(floats("w", 1, -2))));
  }

  @Test
  void read_fileOfTheReferenceImplementation_isUnderstood() throws IOException {
    Files.write(path, FOREIGN);

    assertThat(Safetensors.read(path)).isEqualTo(foreign());
  }

  @Test
  void write_narrowArrayBeforeWideOne_wideOneIsFirstInTheData() throws IOException {
    NamedArray narrow = floats("a", 1);
    NamedArray wide = NamedArray.of("b", new long[] {1}, new long[] {258});
    Safetensors.write(path, new TensorFile(Map.of(), List.of(narrow, wide)));

    byte[] bytes = Files.readAllBytes(path);
    String text = new String(bytes, ISO_8859_1);
    assertThat(text)
        .contains("\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]},\"b\"")
        .endsWith("\2\1\0\0\0\0\0\0" + "\0\0\u0080?");
    assertThat((bytes.length - 12) % 8).isZero();
    assertThat(Safetensors.read(path).arrays()).containsExactly(narrow, wide);
  }

  @Test
  void write_nothing_isAFileToo() throws IOException {
    TensorFile nothing = new TensorFile(Map.of(), List.of());
    Safetensors.write(path, nothing);

    assertThat(Safetensors.read(path)).isEqualTo(nothing);
  }

  @Test
  void write_equalContent_givesEqualBytes() throws IOException {
    Map<String, String> forwards = new HashMap<>();
    Map<String, String> backwards = new HashMap<>(1024);
    for (int i = 0; i < 50; i++) {
      forwards.put("key" + i, "x");
      backwards.put("key" + (49 - i), "x");
    }
    Path other = directory.resolve("other");

    Safetensors.write(path, new TensorFile(forwards, List.of()));
    Safetensors.write(other, new TensorFile(backwards, List.of()));

    assertThat(path).hasSameBinaryContentAs(other);
  }

  @Test
  void write_overAFile_replacesIt() throws IOException {
    Safetensors.write(path, new TensorFile(Map.of(), List.of(floats("w", new float[1000]))));
    Safetensors.write(path, new TensorFile(Map.of(), List.of(floats("w", 1, -2))));

    assertThat(path).hasBinaryContent(REFERENCE);
    assertThat(TestFiles.names(directory)).containsExactly("model.safetensors");
  }

  @Test
  void write_missingDirectory_isAPlainIoException() {
    assertThatThrownBy(
            () -> Safetensors.write(path.resolve("x"), new TensorFile(Map.of(), List.of())))
        .isExactlyInstanceOf(IOException.class)
        .hasMessageContaining("x: cannot be written: there is no directory " + path);
  }

  @Test
  void read_ofWhatWasWritten_isTheSameForRandomContent() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      TensorFile content = RandomContent.next(random);
      Safetensors.write(path, content);

      assertThat(Safetensors.read(path)).isEqualTo(content);
    }
  }

  @Test
  void read_arraysOfSeveralChunks_areTheSame() throws IOException {
    Random random = new Random(5);
    int count = ByteSink.CHUNK / 8 * 2 + 3; // two whole chunks of doubles and a rest
    NamedArray doubles = NamedArray.of("d", new long[] {count}, random.doubles(count).toArray());
    NamedArray ints = NamedArray.of("i", new long[] {1, count}, random.ints(count).toArray());
    TensorFile content = new TensorFile(Map.of(), List.of(ints, doubles));

    Safetensors.write(path, content);

    assertThat(Safetensors.read(path)).isEqualTo(content);
  }

  @Test
  void read_specialNumbers_areTheSameToTheBit() throws IOException {
    float[] numbers = {
      Float.intBitsToFloat(0x7fc00001), // a NaN with a payload
      -0f,
      Float.MIN_VALUE,
      Float.NEGATIVE_INFINITY,
      Float.MAX_VALUE
    };
    Safetensors.write(path, new TensorFile(Map.of(), List.of(floats("w", numbers))));

    float[] read = Safetensors.read(path).array("w").floats();
    for (int i = 0; i < numbers.length; i++) {
      assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(Float.floatToRawIntBits(numbers[i]));
    }
  }

  private static TensorFile foreign() {
    return new TensorFile(
        Map.of("by", "é\n"),
        List.of(
            NamedArray.of("n", new long[] {1}, new long[] {7}),
            NamedArray.of("d", new long[0], new double[] {0.5}),
            NamedArray.of("w", new long[] {1, 2}, new float[] {1.5f, -2}),
            NamedArray.of("i", new long[] {1}, new int[] {-1})));
  }

  private static NamedArray floats(String name, float... numbers) {
    return NamedArray.of(name, new long[] {numbers.length}, numbers);
  }
}
