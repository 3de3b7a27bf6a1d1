package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MissingWordsTest {
  private final MissingWords usual = TableOptions.defaults().missingWords();

  @ParameterizedTest
  @ValueSource(strings = {"", "NA", "na", "N/A", "n/a", "NaN", "nan", "null", "NULL", "?", "-"})
  void contains_usualWords_inAnyCase(String text) {
    assertThat(contains(usual, text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "NAN1", "N", "--", "??", "0", "nulls", "ɴᴀ", "missing", "inf"})
  void contains_otherWords_isFalse(String text) {
    assertThat(contains(usual, text)).isFalse();
  }

  @Test
  void contains_declaredWord_besidesTheUsual() {
    MissingWords more =
        TableOptions.defaults().withMissing(List.of("-999", " Ö ", "")).missingWords();
    assertThat(contains(more, "-999")).isTrue();
    assertThat(contains(more, "Ö")).isTrue();
    assertThat(contains(more, "-99")).isFalse();
    assertThat(contains(more, "NA")).isTrue();
  }

  private static boolean contains(MissingWords words, String text) {
    return words.contains(("<" + text + ">").toCharArray(), 1, 1 + text.length());
  }
}
