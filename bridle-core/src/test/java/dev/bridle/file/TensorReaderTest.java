package dev.bridle.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that must be refused. */
final class TensorReaderTest {
  private static final String DAMAGED = ": the file is damaged or not a safetensors file";

  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = directory.resolve("model.safetensors");
  }

  @Test
  void read_missingFile_isRefused() {
    assertRefused("there is no such file");
  }

  @Test
  void read_directory_isRefused() throws IOException {
    Files.createDirectory(path);
    assertRefused("it is a directory: expected a safetensors file");
  }

  @Test
  void read_socket_isRefusedWithoutOpeningIt() throws IOException {
    path = directory.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
      assertRefused("it is not a regular file: expected a safetensors file");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void read_shorterThanTheLength_isRefused(int size) throws IOException {
    Files.write(path, new byte[size]);
    assertRefused("the file has " + size + " bytes, the length of its header alone 8" + DAMAGED);
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, 9223372036854775808",
    "-1, 18446744073709551615",
    "113, 113"
  })
  void read_headerLongerThanTheFile_isRefused(long claimed, String shown) throws IOException {
    Files.write(path, TestFiles.file(claimed, new byte[112], new byte[0]));
    assertRefused("header says " + shown + " bytes, the file has 120" + DAMAGED);
  }

  @Test
  void read_headerLongerThanAllowed_isRefusedWithoutReadingIt() throws IOException {
    Files.write(path, TestFiles.file(100_000_001, new byte[0], new byte[0]));
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(100_000_100); // no bytes are stored for what was never written
    }
    long allocated =
        Allocation.bytesWhile(
            () ->
                assertRefused(
                    "header says 100000001 bytes, at most 100000000 are allowed" + DAMAGED));
    assertThat(allocated).isLessThan(5_000_000);
  }

  @Test
  void read_headerNotUtf8_isRefusedWithThePlace() throws IOException {
    byte[] header = "{\"é\":1}".getBytes(UTF_8);
    header[3] = ' '; // the first half of é lost its second
    Files.write(path, TestFiles.file(header.length, header, new byte[0]));
    assertRefused("byte 10 is in the header and not UTF-8" + DAMAGED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|the header begins with \"\", expected \"{\"",
        "[]|the header begins with \"[\", expected \"{\"",
        "` {}`|the header begins with \" \", expected \"{\"",
        "{|the header is not JSON: line 1, column 2: expected a key in double quotes, found the"
            + " end",
        "{}x|the header is not JSON: line 1, column 3: expected the end of the text, found \"x\"",
        "{\"__metadata__\":[]}|__metadata__: expected an object of texts",
        "{\"__metadata__\":null}|__metadata__: expected an object of texts",
        "{\"__metadata__\":{\"k\":1}}|metadata \"k\": expected a text",
        "{\"__metadata__\":{\"k\":null}}|metadata \"k\": expected a text",
        "{\"w\":[]}|array \"w\": expected exactly dtype, shape and data_offsets",
        "{\"w\":{}}|array \"w\": expected exactly dtype, shape and data_offsets",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4],\"x\":1}}"
            + "|array \"w\": expected exactly dtype, shape and data_offsets",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[],\"offsets\":[0,4]}}"
            + "|array \"w\": expected data_offsets as a list of whole numbers",
        "{\"w\":{\"dtype\":32,\"shape\":[],\"data_offsets\":[0,4]}}"
            + "|array \"w\": expected a dtype in double quotes",
        "{\"w\\u001b\":{\"dtype\":1,\"shape\":[],\"data_offsets\":[0,4]}}"
            + "|array \"w\\u001b\": expected a dtype in double quotes",
        "{\"w\":1,\"w\":1}|the header is not JSON: line 1, column 8: expected different keys,"
            + " found \"w\" twice",
      })
  void read_headerOfOtherForm_isRefused(String header, String problem) throws IOException {
    Files.write(path, TestFiles.file(header, 4));
    assertRefused(problem + DAMAGED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1.0]|[0,4]|array \"w\": expected shape as a list of whole numbers",
        "1|[0,4]|array \"w\": expected shape as a list of whole numbers",
        "[\"1\"]|[0,4]|array \"w\": expected shape as a list of whole numbers",
        "[1]|[0]|array \"w\": data_offsets [0]: expected two numbers",
        "[1]|[0,4,8]|array \"w\": data_offsets [0, 4, 8]: expected two numbers",
        "[1]|[0,4.5]|array \"w\": expected data_offsets as a list of whole numbers",
        "[-1]|[0,4]|array \"w\" of shape [-1]: expected sizes of at least 0",
        "[-1,-1]|[0,4]|array \"w\" of shape [-1, -1]: expected sizes of at least 0",
        "[4294967296,4294967296]|[0,0]"
            + "|array \"w\" of shape [4294967296, 4294967296]: expected fewer than 2^63 numbers",
        "[4611686018427387904]|[0,0]"
            + "|array \"w\": shape [4611686018427387904]: expected fewer than 2^63 bytes",
        "[2]|[0,4]|array \"w\": data_offsets [0, 4] for shape [2] of F32: expected 8 bytes",
        "[1]|[4,0]|array \"w\": data_offsets [4, 0] for shape [1] of F32: expected 4 bytes",
        "[1]|[-4,0]|array \"w\": data_offsets [-4, 0] for shape [1] of F32: expected 4 bytes",
        "[1]|[9223372036854775807,-9223372036854775805]|array \"w\": data_offsets"
            + " [9223372036854775807, -9223372036854775805] for shape [1] of F32: expected 4 bytes",
        "[2]|[0,8]|array \"w\" ends at byte 8, the data have 4",
        "[1]|[4,8]|array \"w\" ends at byte 8, the data have 4",
        "[0]|[0,0]|the arrays take 0 bytes, the data have 4",
        "[0]|[4,4]|bytes 0 to 4 belong to no array",
      })
  void read_shapeAndOffsetsThatDoNotFit_isRefused(String shape, String offsets, String problem)
      throws IOException {
    Files.write(path, TestFiles.file(TestFiles.header(shape, offsets), 4));
    assertRefused(problem + DAMAGED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0,8]|[4,12]|array \"b\" begins at byte 4, the one before it ends at 8",
        "[0,8]|[0,8]|array \"b\" begins at byte 0, the one before it ends at 8",
        "[8,16]|[4,12]|bytes 0 to 4 belong to no array",
        "[0,8]|[12,20]|bytes 8 to 12 belong to no array",
        "[0,8]|[8,16]|the arrays take 16 bytes, the data have 20",
        "[0,8]|[16,24]|array \"b\" ends at byte 24, the data have 20",
      })
  void read_twoArraysThatDoNotCoverTheData_isRefused(String a, String b, String problem)
      throws IOException {
    String entry = "\"%s\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":%s}";
    String header = "{" + entry.formatted("a", a) + "," + entry.formatted("b", b) + "}";
    Files.write(path, TestFiles.file(header, 20));
    assertRefused(problem + DAMAGED);
  }

  @Test
  void read_dtypeNotSupported_isRefusedWithoutCallingTheFileDamaged() throws IOException {
    String header = TestFiles.header("[2]", "[0,4]").replace("F32", "BF16");
    Files.write(path, TestFiles.file(header, 4));
    assertRefused("array \"w\" holds \"BF16\": expected one of F32, F64, I32, I64");
  }

  @Test
  void read_emptyArraysAnywhere_areNoHoles() throws IOException {
    String header =
        "{\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"c\":{\"dtype\":\"F64\",\"shape\":[7,0],\"data_offsets\":[4,4]},"
            + "\"a\":{\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[0,0]}}";
    Files.write(path, TestFiles.file(header, 4));
    assertThat(Safetensors.read(path).names()).containsExactly("b", "c", "a");
  }

  @Test
  void read_claimOf2To40Bytes_allocatesNothingLikeIt() throws IOException {
    String header = TestFiles.header("[274877906944]", "[0,1099511627776]");
    Files.write(path, TestFiles.file(header, 200 - 8 - header.length()));

    long allocated =
        Allocation.bytesWhile(
            () ->
                assertRefused(
                    "array \"w\" ends at byte 1099511627776,"
                        + " the data have "
                        + (200 - 8 - header.length())
                        + DAMAGED));
    assertThat(allocated).isLessThan(5_000_000);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> Safetensors.read(path))
        .isExactlyInstanceOf(FileFormatException.class)
        .hasMessage(path + ": " + message);
  }
}
