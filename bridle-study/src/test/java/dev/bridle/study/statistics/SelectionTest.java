package dev.bridle.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SelectionTest {
  private static final double NAN = Double.NaN;

  private static Candidate member(String name, int strength, Double... scores) {
    return new Candidate(name, strength, Arrays.asList(scores));
  }

  private static Selected choose(boolean higherIsBetter, Candidate... family) {
    return Selection.choose(List.of(family), higherIsBetter).orElseThrow();
  }

  @Test
  void choose_clearlyBest_isChosen() {
    Selected selected =
        choose(
            true,
            member("weak", 0, 0.70, 0.71, 0.69),
            member("middle", 1, 0.80, 0.81, 0.80),
            member("strong", 2, 0.75, 0.74, 0.76));
    assertThat(selected.chosen().name()).isEqualTo("middle");
    assertThat(selected.tied()).containsExactly("middle");
    assertThat(selected.atBorder()).isFalse();
  }

  @Test
  void choose_withinOneStandardError_isTheWeaker() {
    // gaps 0.03, -0.02, 0.02: mean 0.01, s = 0.02646, standard error 0.01528
    Selected selected =
        choose(true, member("strong", 1, 0.83, 0.78, 0.82), member("weak", 0, 0.80, 0.80, 0.80));
    assertThat(selected.chosen().name()).isEqualTo("weak");
    assertThat(selected.best().name()).isEqualTo("strong");
    assertThat(selected.tied()).containsExactly("strong", "weak");
    assertThat(selected.atBorder()).isTrue();
  }

  @Test
  void choose_steadyGapOnHardSplits_isNoTie() {
    // the scores vary by 0.3 from split to split, the gaps 0.01, 0.02, 0.01 hardly at all
    Selected selected =
        choose(true, member("weak", 0, 0.50, 0.80, 0.65), member("strong", 1, 0.51, 0.82, 0.66));
    assertThat(selected.chosen().name()).isEqualTo("strong");
  }

  @Test
  void choose_lossMetric_takesTheLowest() {
    Selected selected = choose(false, member("weak", 0, 1.0, 1.1), member("strong", 1, 0.50, 0.61));
    assertThat(selected.chosen().name()).isEqualTo("strong");
  }

  @Test
  void choose_oneReplicate_tiesOnlyWhenEqual() {
    assertThat(choose(true, member("weak", 0, 0.79), member("strong", 1, 0.80)).chosen().name())
        .isEqualTo("strong");
    assertThat(choose(true, member("strong", 1, 0.80), member("weak", 0, 0.80)).chosen().name())
        .isEqualTo("weak");
  }

  @Test
  void choose_sameStrength_takesTheBetterMeanThenTheFirst() {
    // gaps to the best are 0.03, -0.02, 0.02 and 0.04, -0.03, 0.05: both within one standard error
    Selected selected =
        choose(
            true,
            member("strong", 1, 0.83, 0.78, 0.82),
            member("weak, slow", 0, 0.79, 0.81, 0.77),
            member("weak, fast", 0, 0.80, 0.80, 0.80),
            member("weak, faster", 0, 0.80, 0.80, 0.80));
    assertThat(selected.tied()).hasSize(4);
    assertThat(selected.chosen().name()).isEqualTo("weak, fast");
  }

  @Test
  void choose_manyFailures_areChosenOnlyWhereAllFailed() {
    Candidate unsteady = member("strong", 1, 0.99, 0.99, 0.99, NAN);
    Candidate steady = member("weak", 0, 0.50, 0.51, 0.49, 0.50);
    assertThat(choose(true, unsteady, steady).chosen()).isEqualTo(steady);
    Candidate worse = member("weak", 0, NAN, NAN, 0.51, 0.50);
    assertThat(choose(true, unsteady, worse).chosen()).isEqualTo(unsteady);
  }

  @Test
  void choose_fewFailures_countAsTheWorstScore() {
    // one in five is allowed; with 0.2 in its place the strong one has mean 0.68, below 0.74
    Candidate strong = member("strong", 2, 0.80, 0.80, 0.80, 0.80, NAN);
    Candidate middle = member("middle", 1, 0.74, 0.74, 0.74, 0.74, 0.74);
    Candidate weak = member("weak", 0, 0.20, 0.20, 0.20, 0.20, 0.20);
    assertThat(choose(true, strong, middle, weak).best()).isEqualTo(middle);
  }

  @Test
  void choose_strongerOnesDiverged_isNoBorder() {
    // the grid goes on beyond the best, but what lies there does not train
    Selected selected =
        choose(
            true,
            member("weak", 0, 0.5, 0.5, 0.51),
            member("middle", 1, 0.8, 0.8, 0.81),
            member("strong", 2, NAN, NAN, NAN));
    assertThat(selected.chosen().name()).isEqualTo("middle");
    assertThat(selected.atBorder()).isFalse();
  }

  @Test
  void choose_singleMember_hasNoBorder() {
    assertThat(choose(true, member("only", 0, 0.5, 0.6)).atBorder()).isFalse();
  }

  @Test
  void choose_everyRunFailed_isEmpty() {
    assertThat(Selection.choose(List.of(member("only", 0, NAN, NAN)), true)).isEmpty();
  }

  @Test
  void choose_unequalReplicatesOrNone_isRefused() {
    assertThatThrownBy(
            () ->
                Selection.choose(
                    List.of(member("weak", 0, 0.5), member("strong", 1, 0.5, 0.6)), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("candidate \"strong\" has 2 replicates: expected as many as the first, 1");
    assertThatThrownBy(() -> Selection.choose(List.of(), true))
        .hasMessage("family = []: expected at least one candidate");
    assertThatThrownBy(() -> member("weak", -1, 0.5))
        .hasMessage("strength of weak = -1: expected a whole number >= 0");
  }
}
