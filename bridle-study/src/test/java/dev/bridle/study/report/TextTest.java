package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "churn", "</script>", "größe", "مرحبا", "नमस्ते", "猫 🐎", "a‍b"})
  void visibleText_staysAsItIs(String text) {
    assertThat(Text.name(text)).isEqualTo(text);
  }

  @Test
  void invisibleCharacters_areSpelled() {
    assertThat(Text.name("a\u202Eb")).isEqualTo("a\\u202Eb");
    assertThat(Text.name("\u0000\u0007\u001B")).isEqualTo("\\u0000\\u0007\\u001B");
    assertThat(Text.name("\u2028\u2029\u200B\uFEFF")).isEqualTo("\\u2028\\u2029\\u200B\\uFEFF");
    assertThat(Text.name(Character.toString(0xE0041))).isEqualTo("\\u{E0041}");
  }

  @Test
  void halfPairs_areSpelled() {
    assertThat(Text.name("\uD800")).isEqualTo("\\uD800");
    assertThat(Text.name("\uDC00\uD800")).isEqualTo("\\uDC00\\uD800");
    assertThat(Text.name("\uD83D\uDC0E\uD83D")).isEqualTo("\uD83D\uDC0E\\uD83D");
  }

  @Test
  void lineBreaks_becomeSpaces() {
    assertThat(Text.prose("a\tb\nc\rd")).isEqualTo("a b c d");
  }

  @Test
  void sentence_hasACapital_andAFullStop() {
    assertThat(Text.sentence("it is the best")).isEqualTo("It is the best.");
    assertThat(Text.sentence("It is.")).isEqualTo("It is.");
    assertThat(Text.sentence("l2(0.1) is at the end")).isEqualTo("l2(0.1) is at the end.");
    assertThat(Text.sentence("why (so)?")).isEqualTo("Why (so)?");
    assertThat(Text.sentence("")).isEmpty();
  }

  @Test
  void share_isNotTornFromItsSign() {
    assertThat(Text.prose("a 95 % interval")).isEqualTo("a 95\u00a0% interval");
  }

  @Test
  void longText_endsInAnEllipsis() {
    assertThat(Text.tidy("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Text.tidy("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(Text.name("x".repeat(100_000))).hasSize(Text.NAME).endsWith("x…");
  }

  @Test
  void cut_neverSplitsAPair() {
    // the fifth and sixth char are one horse: it does not fit in front of the ellipsis
    assertThat(Text.tidy("abcd\uD83D\uDC0Eefgh", 6)).isEqualTo("abcd…");
    assertThat(Text.tidy("abc\uD83D\uDC0Eefgh", 6)).isEqualTo("abc\uD83D\uDC0E…");
  }
}
