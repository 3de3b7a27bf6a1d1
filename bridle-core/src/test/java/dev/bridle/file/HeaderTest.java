package dev.bridle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeaderTest {
  @Test
  void toBytes_isLengthJsonAndSpaces() {
    Header header = new Header(Map.of("k", "v"), List.of());

    assertThat(new String(header.toBytes(), StandardCharsets.ISO_8859_1))
        .isEqualTo(
            " \0\0\0\0\0\0\0" + "{\"__metadata__\":{\"k\":\"v\"}}" + "      "); // a space is 32
  }

  @Test
  void toBytes_nothing_isTheShortestHeader() {
    assertThat(new Header(Map.of(), List.of()).toBytes())
        .containsExactly(8, 0, 0, 0, 0, 0, 0, 0, '{', '}', ' ', ' ', ' ', ' ', ' ', ' ');
  }

  @Test
  void toBytes_lengthOfSeveralBytes_isLittleEndian() {
    byte[] bytes = new Header(Map.of("k", "v".repeat(1000)), List.of()).toBytes();

    // 25 characters around 1000 of text, filled up to 1032 = 4 * 256 + 8
    assertThat(bytes).hasSize(8 + 1032).startsWith(8, 4, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void padded_isTheNextMultipleOf8() {
    assertThat(Header.padded(2)).isEqualTo(8);
    assertThat(Header.padded(8)).isEqualTo(8);
    assertThat(Header.padded(9)).isEqualTo(16);
    assertThat(Header.padded(99_999_999)).isEqualTo(100_000_000);
  }

  @Test
  void padded_beyond100Megabytes_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Header.padded(100_000_001))
        .withMessage("header of 100000001 bytes: expected at most 100000000");
  }

  @Test
  void parse_ofItsOwnJson_isTheSame() throws IOException {
    Header header =
        new Header(
            Map.of("by", "é"),
            List.of(
                new Slot("b", Dtype.F64, List.of(), 0, 8),
                new Slot("a", Dtype.I32, List.of(2L, 1L), 8, 16)));

    assertThat(Header.parse(Json.write(header.toJson()))).isEqualTo(header);
  }
}
