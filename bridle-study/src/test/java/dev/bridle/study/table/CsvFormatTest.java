package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class CsvFormatTest {
  private static final CsvFormat USUAL = CsvFormat.usual();

  @Test
  void with_changesOneThing() {
    CsvFormat other =
        USUAL
            .withHeader(Header.NO)
            .withEncoding(StandardCharsets.UTF_16)
            .withDecimal(',')
            .withSeparator(';')
            .withBadRows(BadRows.SKIP)
            .withLimits(7, 8);
    assertThat(other)
        .isEqualTo(
            new CsvFormat(
                Header.NO, StandardCharsets.UTF_16, ',', Optional.of(';'), BadRows.SKIP, 7, 8));
    assertThat(USUAL).isEqualTo(CsvFormat.usual());
  }

  @Test
  void usual_cells_areOneForEverySixteenBytesOfHeap() {
    assertThat(USUAL.maxCells()).isEqualTo(Runtime.getRuntime().maxMemory() / 16);
    assertThat(USUAL.maxColumns()).isEqualTo(100_000);
  }

  @Test
  void new_unusableCharacters_areRefused() {
    assertRefused(() -> USUAL.withDecimal(';'), "decimal = \";\": expected . or ,");
    assertRefused(
        () -> USUAL.withSeparator('.'),
        "separator = \".\": expected another than the decimal character");
    assertRefused(
        () -> USUAL.withSeparator('\n'),
        "separator = \"\\u000A\": expected a character other than a quote, a line end or NUL");
    assertRefused(() -> USUAL.withLimits(0, 1), "maxColumns = 0: expected at least 1");
    assertRefused(() -> USUAL.withLimits(1, 0), "maxCells = 0: expected at least 1");
  }

  @Test
  void encodingOf_knownNames_inAnyCase() {
    assertThat(CsvFormat.encodingOf("latin1")).isEqualTo(StandardCharsets.ISO_8859_1);
    assertThat(CsvFormat.encodingOf("utf-8")).isEqualTo(StandardCharsets.UTF_8);
    assertThat(CsvFormat.encodingOf("GBK").name()).isEqualTo("GBK");
  }

  @Test
  void encodingOf_unknownName_suggestsTheNearest() {
    assertRefused(
        () -> CsvFormat.encodingOf("windows-1552"),
        "encoding \"windows-1552\": expected a name such as UTF-8, windows-1252, UTF-16 or GBK; did"
            + " you mean \"windows-1252\"?");
    assertRefused(
        () -> CsvFormat.encodingOf("no such"),
        "encoding \"no such\": expected a name such as UTF-8, windows-1252, UTF-16 or GBK");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
