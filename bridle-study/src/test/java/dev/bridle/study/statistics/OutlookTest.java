package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutlookTest {
  private static Comparison with(Claim claim, double delta, int comparisons) {
    return new Comparison(claim, 0.05, delta, comparisons, true, 0.25, 7);
  }

  @Test
  void of_effectOfHalf_isWhatPowerSays() {
    // 34 replicates give power 0.8 against d = 0.5 at 0.05, and 10 are there
    Outlook outlook = Outlook.of(with(Claim.FRESH, 0.1, 1), Samples.withEffect(10, 0.5));
    assertThat(outlook.more()).hasValue(24);
    assertThat(outlook.text()).isEqualTo("about 24 more replicates would be needed");
  }

  @Test
  void of_moreComparisons_takesMore() {
    int one = Outlook.of(with(Claim.FRESH, 0.1, 1), Samples.withEffect(10, 0.5)).more().orElse(0);
    int ten = Outlook.of(with(Claim.FRESH, 0.1, 10), Samples.withEffect(10, 0.5)).more().orElse(0);
    assertThat(ten).isGreaterThan(one);
  }

  @Test
  void of_splitsBelowTheFloor_saysSo() {
    Outlook outlook = Outlook.of(with(Claim.SAMPLES, 0.1, 1), Samples.withEffect(10, 0.9));
    assertThat(outlook.more()).isEmpty();
    assertThat(outlook.text())
        .isEqualTo("the split design cannot decide this; larger data or --claim seeds");
  }

  @Test
  void of_splitsAboveTheFloor_saysHowMany() {
    assertThat(Outlook.of(with(Claim.SAMPLES, 0.1, 1), Samples.withEffect(10, 1.5)).more())
        .isPresent();
  }

  @Test
  void of_fiveSeedsAllBetter_needsTheSixth() {
    // the least p of five is 0.0625, of six 0.03125
    Outlook outlook = Outlook.of(with(Claim.SEEDS, 0.1, 1), Samples.withEffect(5, 9));
    assertThat(outlook.more()).hasValue(1);
    assertThat(outlook.text()).isEqualTo("about 1 more replicate would be needed");
    assertThat(Outlook.of(with(Claim.SEEDS, 0.1, 10), Samples.withEffect(5, 9)).more()).hasValue(4);
  }

  @Test
  void of_belowDelta_countsForEquivalence() {
    // mean 0, s = 1, delta 0.5: see PowerTest; with d = 0 no test could ever detect a difference
    Outlook outlook = Outlook.of(with(Claim.FRESH, 0.5, 1), Samples.withEffect(10, 0));
    int needed = Power.replicatesToEquate(0, 1, 0.5, 0.05, 0).orElseThrow();
    assertThat(outlook.more()).hasValue(needed - 10);
  }

  @Test
  void of_nearlyDelta_isMoreThanAnyoneRuns() {
    Outlook outlook = Outlook.of(with(Claim.FRESH, 0.5, 1), Samples.withEffect(10, 0.499));
    assertThat(outlook.more()).isEmpty();
    assertThat(outlook.text()).isEqualTo("more than 10000 replicates would be needed");
  }

  @Test
  void of_noSpread_needsASignTest() {
    Comparison comparison = with(Claim.FRESH, 0.01, 1);
    assertThat(Outlook.of(comparison, Samples.constant(3, 0.02)).more()).hasValue(3);
    assertThat(Outlook.of(comparison, Samples.constant(3, 0)).more()).hasValue(2);
  }

  @Test
  void of_oneReplicate_cannotTell() {
    Outlook outlook = Outlook.of(with(Claim.FRESH, 0.01, 1), PairedDifferences.of(0.5));
    assertThat(outlook.more()).isEmpty();
    assertThat(outlook.text()).isEqualTo("one replicate cannot tell; at least two are needed");
  }

  @Test
  void of_zeroMeanAndZeroDelta_isNoMatterOfReplicates() {
    Outlook outlook = Outlook.of(with(Claim.FRESH, 0, 1), PairedDifferences.of(1, -1));
    assertThat(outlook.more()).isEmpty();
    assertThat(outlook.text()).contains("delta = 0");
  }
}
