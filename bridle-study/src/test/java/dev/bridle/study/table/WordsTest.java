package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordsTest {
  @Test
  void quote_plainText_asItIs() {
    assertThat(Words.quote("größe 💡")).isEqualTo("\"größe 💡\"");
  }

  @Test
  void quote_controlAndDirectionCharacters_areSpelledOut() {
    assertThat(Words.quote("a\nb\u202Ec\u2028\uD800"))
        .isEqualTo("\"a\\u000Ab\\u202Ec\\u2028\\uD800\"");
  }

  @Test
  void quote_longText_isCutAt40Characters() {
    assertThat(Words.quote("x".repeat(40))).isEqualTo('"' + "x".repeat(40) + '"');
    assertThat(Words.quote("x".repeat(41))).isEqualTo('"' + "x".repeat(40) + "...\"");
  }

  @Test
  void option_isQuotedOnlyWhereItNeedsTo() {
    assertThat(Words.option("--drop", "radius_mean")).isEqualTo("--drop radius_mean");
    assertThat(Words.option("--drop", "concave points")).isEqualTo("--drop \"concave points\"");
    assertThat(Words.option("--missing", "-999")).isEqualTo("--missing=-999");
  }

  @Test
  void count_isGroupedAndPlural() {
    assertThat(Words.count(1, "row")).isEqualTo("1 row");
    assertThat(Words.count(1200, "row")).isEqualTo("1,200 rows");
  }

  @Test
  void list_saysHowManyMore() {
    assertThat(Words.list(List.of("a", "b"), 2)).isEqualTo("\"a\", \"b\"");
    assertThat(Words.list(List.of("a", "b", "c"), 1)).isEqualTo("\"a\" and 2 more");
  }

  @Test
  void number_wholeOnes_haveNoFraction() {
    assertThat(Words.number(3)).isEqualTo("3");
    assertThat(Words.number(-0.0)).isEqualTo("0");
    assertThat(Words.number(0.25)).isEqualTo("0.25");
    assertThat(Words.number(1e300)).isEqualTo("1.0E300");
  }
}
