package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.statistics.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BadgeTest {
  @Test
  void everyVerdict_hasABadgeOfItsOwn() {
    assertThat(Badge.known().stream().map(Badge::verdict))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Verdict.values()).map(Verdict::word).toList());
    assertThat(Badge.known().stream().map(Badge::mark)).doesNotHaveDuplicates();
  }

  @Test
  void order_isFromBestToWorst() {
    assertThat(Badge.of("better").rank()).isZero();
    assertThat(Badge.of("worse").rank()).isGreaterThan(Badge.of("undecided").rank());
  }

  @Test
  void unknownVerdict_isShown_butNamesNoClass() {
    Badge badge = Badge.of("\" onclick=");
    assertThat(badge.text()).isEqualTo("\" onclick=");
    assertThat(badge.verdict()).isEqualTo("other");
    assertThat(badge.rank()).isEqualTo(Badge.known().size());
  }
}
