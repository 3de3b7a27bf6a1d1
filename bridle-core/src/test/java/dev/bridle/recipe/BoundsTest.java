package dev.bridle.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two ends of {@code box} and {@code min-max-norm}. */
final class BoundsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "box(-1, hi=1)",
        "box(1, hi=1)",
        "box(-2, -1.5, hi=[-1, 0])",
        "box(-2..-1/3, hi=-0.5)",
        "box(0, hi=inf)",
        "min-max-norm(0.5, hi=2, rate=0.1)",
        "min-max-norm(0, 1, hi=[1, inf])"
      })
  void ends_inOrder_areReadAndPrintedAgain(String text) {
    assertThat(Recipe.parse(text)).hasToString(text);
    assertThat(Recipe.parse(text).expand()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "box(1, hi=0.5)              | hi = 0.5: expected no number below lo = 1",
        "box(0, 1, hi=[0.5, 2])      | hi = [0.5, 2]: expected no number below lo = [0, 1]",
        "box(-1, hi=-2..2)           | hi = -2..2: expected no number below lo = -1",
        "min-max-norm(2, hi=1)       | hi = 1: expected no number below lo = 2",
        "min-max-norm(-1, hi=1)      | lo = -1: expected a finite number >= 0",
        "min-max-norm(0, hi=0)       | hi = 0: expected a number > 0 (inf: no limit)",
        "min-max-norm(0, hi=1, rate=2) | rate = 2: expected a number in [0, 1]",
        "box(0)                      | box needs its hi, a number (inf: no limit)",
        "box(hi=1)                   | box needs its lo, a finite number",
      })
  void ends_wrong_areRefused(String text, String message) {
    assertThatThrownBy(() -> Recipe.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "box(-1, 1)        | for a range write box(-1, hi=1)",
        "min-max-norm(1, 2) | for a range write min-max-norm(1, hi=2)",
      })
  void ends_bothWithoutAName_areAnsweredWithWhatIsMeant(String text, String message) {
    assertThatThrownBy(() -> Recipe.parse(text))
        .hasMessageContaining("needs its hi")
        .hasMessageContaining(message);
  }
}
