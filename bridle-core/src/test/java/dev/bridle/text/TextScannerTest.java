package dev.bridle.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextScannerTest {
  @ParameterizedTest
  @CsvSource({
    "3, 3, ''",
    "0.5, 0.5, ''",
    ".5, 0.5, ''",
    "-1e-4), -0.0001, )",
    "1E+2, 100, ''",
    "1e-6..1e-2, 0.000001, ..1e-2",
    "1..2, 1, ..2",
    "1., 1, .",
    "3x-init, 3, x-init",
    "2e, 2, e",
    "2e-, 2, e-",
    "0.1.2, 0.1, .2",
    "0x10, 0, x10",
    "0e5, 0, ''"
  })
  void number_followedByOther_stopsWhereTheNumberEnds(String text, double value, String rest) {
    TextScanner scanner = new TextScanner("number", text);
    assertThat(scanner.number("a number")).isEqualTo(value);
    assertThat(text.substring(scanner.offset())).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-", "+1", "..5", "e5", "NaN", "Infinity", "\u0663"})
  void number_isNone_isRefused(String text) {
    TextScanner scanner = new TextScanner("number", text);
    assertThat(scanner.seesNumber()).isFalse();
    assertThatThrownBy(() -> scanner.number("a number"))
        .isInstanceOf(TextException.class)
        .hasMessageEndingWith(", expected a number");
  }

  @Test
  void number_beyondDoubles_isRefusedAndNotRounded() {
    assertThatThrownBy(() -> new TextScanner("number", "1e999").number("a number"))
        .hasMessage("number \"1e999\", position 1: found 1e999, which is too large for a number");
    assertThatThrownBy(() -> new TextScanner("number", "-1e-999").number("a number"))
        .hasMessage(
            "number \"-1e-999\", position 1: found -1e-999,"
                + " which is too small for a number other than 0");
  }

  @ParameterizedTest
  @CsvSource({
    "max-norm(3), max-norm, (3)",
    "max_norm, max_norm, ''",
    "beta1=2, beta1, =2",
    "inf->2, inf, ->2",
    "a--b, a, --b",
    "a-, a, -",
    "3x, '', 3x",
    "-a, '', -a"
  })
  void word_followedByOther_stopsWhereTheWordEnds(String text, String word, String rest) {
    TextScanner scanner = new TextScanner("word", text);
    assertThat(scanner.word()).isEqualTo(word);
    assertThat(text.substring(scanner.offset())).isEqualTo(rest);
  }

  @Test
  void pieces_spacesOfAnyKind_areSkipped() {
    TextScanner scanner = new TextScanner("text", " \t\na\u00a0+\r\n3 ");
    assertThat(scanner.word()).isEqualTo("a");
    assertThat(scanner.accept("-")).isFalse();
    scanner.expect("+");
    assertThat(scanner.number("a number")).isEqualTo(3);
    assertThat(scanner.atEnd()).isTrue();
  }

  @Test
  void wholeNumber_outsideOrBroken_namesItAsWritten() {
    assertThat(new TextScanner("n", "1e2").wholeNumber("units", 1, 1000)).isEqualTo(100);
    for (String wrong : new String[] {"0", "1001", "2.50", "-3"}) {
      assertThatThrownBy(() -> new TextScanner("n", wrong).wholeNumber("units", 1, 1000))
          .hasMessageEndingWith(": units = " + wrong + ": expected a whole number from 1 to 1,000");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', the end of the text",
    "12a, \"12\"",
    "ab-c d, \"ab-c\"",
    "(a, \"(\"",
    "ä, \"ä\""
  })
  void found_namesThePieceInWords(String text, String found) {
    assertThat(new TextScanner("text", text).found()).isEqualTo("found " + found);
  }

  @Test
  void unexpected_afterACharacterOfTwoUnits_countsCharacters() {
    TextScanner scanner = new TextScanner("text", "\ud83d\ude00 x");
    assertThat(scanner.found()).isEqualTo("found \"\ud83d\ude00\"");
    assertThat(scanner.accept("\ud83d\ude00")).isTrue();
    assertThat(scanner.unexpected("the end").position()).isEqualTo(3);
  }

  @Test
  void at_valueRefused_isAnErrorThereAndKeepsTheCause() {
    TextScanner scanner = new TextScanner("text", "abc");
    assertThatThrownBy(
            () ->
                scanner.at(
                    2,
                    () -> {
                      throw new IllegalArgumentException("rate = 2: expected 1");
                    }))
        .isInstanceOf(TextException.class)
        .hasMessage("text \"abc\", position 3: rate = 2: expected 1")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void at_errorWithAPositionOfItsOwn_keepsIt() {
    TextScanner scanner = new TextScanner("text", "abc");
    assertThatThrownBy(
            () ->
                scanner.at(
                    2,
                    () -> {
                      throw scanner.error(0, "wrong");
                    }))
        .hasMessage("text \"abc\", position 1: wrong");
  }
}
