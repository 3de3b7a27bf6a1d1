package dev.bridle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTest {
  @Test
  void quoted_ordinaryText_isAsItIs() {
    assertThat(Text.quoted("dense1/weight größer 重み 😀"))
        .isEqualTo("\"dense1/weight größer 重み 😀\"");
  }

  @Test
  void quoted_whatActsOrHides_isSpelledOut() {
    assertThat(Text.quoted("a\"\\\u001b[2J\u202e\u2028\ud800\ue000"))
        .isEqualTo("\"a\\\"\\\\\\u001b[2J\\u202e\\u2028\\ud800\\ue000\"");
    assertThat(Text.quoted(Character.toString(0xE0001))).isEqualTo("\"\\u{e0001}\"");
  }

  @Test
  void quoted_longText_isCut() {
    assertThat(Text.quoted("x".repeat(100_000))).isEqualTo("\"" + "x".repeat(60) + "...\"");
  }

  @Test
  void cut_longList_isCut() {
    assertThat(Text.cut(List.of(1, 2))).isEqualTo("[1, 2]");
    assertThat(Text.cut("1".repeat(61))).isEqualTo("1".repeat(60) + "...");
  }

  @Test
  void loneSurrogate_isFoundWhereverItIs() {
    assertThat(Text.loneSurrogate("a😀b")).isEqualTo(-1);
    assertThat(Text.loneSurrogate("a\ud83d")).isEqualTo(1);
    assertThat(Text.loneSurrogate("😀\ude00")).isEqualTo(2);
    assertThat(Text.loneSurrogate("\ud83d\ud83d\ude00")).isZero();
  }

  @Test
  void requireEncodable_loneSurrogate_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Text.requireEncodable("array", "w\udc00"))
        .withMessage("array \"w\\udc00\": expected no lone surrogate, found one at 1");
  }
}
