package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of {@link Verdict} and {@link Claim}, which other programs read. */
final class WordsTest {
  @ParameterizedTest
  @EnumSource
  void verdict_itsWord_isFound(Verdict verdict) {
    assertThat(Verdict.of(verdict.word())).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource
  void claim_itsWord_isFound(Claim claim) {
    assertThat(Claim.of(claim.word())).isEqualTo(claim);
  }

  @Test
  void verdict_words_areThoseOfTheDesign() {
    assertThat(Verdict.values())
        .extracting(Verdict::word)
        .containsExactly(
            "better",
            "worse",
            "no-practical-difference",
            "negligible",
            "undecided",
            "baseline",
            "failed");
  }

  @Test
  void claim_near_isSuggested() {
    assertThatThrownBy(() -> Claim.of("seed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("claim \"seed\": expected one of samples, seeds, fresh; did you mean seeds?");
  }

  @Test
  void verdict_farFromAll_isOnlyRefused() {
    assertThatThrownBy(() -> Verdict.of("excellent"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("verdict \"excellent\": expected one of better, worse,")
        .hasMessageNotContaining("did you mean");
  }
}
