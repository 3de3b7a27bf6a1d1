package dev.bridle.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Progress;
import dev.bridle.population.Strengths;
import dev.bridle.pruning.Prune.Schedule;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the share of zeros grows, when it is renewed, and that nothing comes back. */
@ExtendWith(InScope.class)
final class PruneScheduleTest {
  private static final Prune PRUNE = new Prune(Schedule.CUBIC, false);

  /** The polynomial of TensorFlow's toolkit at half of the way: s_f + (0 - s_f) / 8. */
  @Test
  void share_cubic_byHand() {
    assertThat(share(Schedule.CUBIC, 0.8, 0, 1, 0.5)).isCloseTo(0.7, within(1e-15));
    assertThat(share(Schedule.CUBIC, 0.8, 0.1, 0.6, 0.35)).isCloseTo(0.7, within(1e-15));
    assertThat(share(Schedule.CUBIC, 0.8, 0.1, 0.6, 0.09)).isZero();
    assertThat(share(Schedule.CUBIC, 0.8, 0.1, 0.6, 0.1)).isZero();
    assertThat(share(Schedule.CUBIC, 0.8, 0.1, 0.6, 0.6)).isEqualTo(0.8);
    assertThat(share(Schedule.CUBIC, 0.8, 0.1, 0.6, 1)).isEqualTo(0.8);
  }

  @Test
  void share_linearAndAtOnce_byHand() {
    assertThat(share(Schedule.LINEAR, 0.8, 0.1, 0.6, 0.35)).isCloseTo(0.4, within(1e-15));
    assertThat(share(Schedule.LINEAR, 0.8, 0.1, 0.6, 0.7)).isEqualTo(0.8);
    assertThat(share(Schedule.AT_ONCE, 0.8, 0.1, 0.6, 0.09)).isZero();
    assertThat(share(Schedule.AT_ONCE, 0.8, 0.1, 0.6, 0.1)).isEqualTo(0.8);
    assertThat(share(Schedule.CUBIC, 0.8, 0.5, 0.5, 0.5)).isEqualTo(0.8);
    assertThat(share(Schedule.CUBIC, 0.8, 0.5, 0.2, 0.5)).isEqualTo(0.8); // until before from
    assertThat(share(Schedule.CUBIC, 0.8, 0.5, 0.2, 0.4)).isZero();
  }

  private static double share(
      Schedule schedule, double sparsity, double from, double until, double done) {
    Strengths numbers = Given.strengths(PruneTest.numbers(PerMember.of(sparsity), from, until));
    return new Prune(schedule, false).share(numbers, 0, done);
  }

  @Test
  void mask_whatIsZeroOnce_staysZero_andTheShareGrows() {
    try (Family family = of(PruneTest.numbers(PerMember.of(0.9), 0.1, 0.6), List.of(17, 31))) {
      Draw draw = Draw.of(4);
      double[] mask = PruneTest.mask(family);
      for (int update = 1; update <= 200; update++) {
        family.kernel().value().copy_(draw.tensor(Precision.FLOAT64, 1, 17, 31));
        Progress progress = new Progress(update, 200, 10);
        PRUNE.project(family.kernel(), family.strengths(), progress);
        double[] next = PruneTest.mask(family);
        for (int i = 0; i < next.length; i++) {
          assertThat(next[i]).isLessThanOrEqualTo(mask[i]);
        }
        // 200 updates: renewed at every second
        double share = update % 2 == 0 ? progress.share() : (update - 1) / 200.0;
        int expected = (int) (PRUNE.share(family.strengths(), 0, share) * 527);
        assertThat(PruneTest.zeros(next)).as("update " + update).isEqualTo(expected);
        assertThat(PruneTest.zeros(Tensors.toDoubles(family.kernel().value()))).isEqualTo(expected);
        mask = next;
      }
      assertThat(PruneTest.zeros(mask)).isEqualTo(474); // floor(0.9 * 527)
    }
  }

  /** A schedule over the epochs may lead down again: nothing comes back. */
  @Test
  void mask_smallerShare_keepsWhatIsGone() {
    try (Family family = of(PruneTest.numbers(PerMember.of(0.5)), List.of(1, 4));
        Family less = family.withStrengths(PruneTest.numbers(PerMember.of(0.25)))) {
      PRUNE.project(family.kernel(), family.strengths(), PruneTest.END);
      double[] mask = PruneTest.mask(family);
      PRUNE.project(family.kernel(), less.strengths(), PruneTest.END);
      assertThat(PruneTest.mask(family)).containsExactly(mask);
    }
  }

  /**
   * However short a training is, each of its updates can prune; a long one renews a hundred times.
   */
  @Test
  void renewals_areAHundredAtMost_andTheLastUpdateIsOne() {
    assertThat(renewals(7)).isEqualTo(7);
    assertThat(renewals(100)).isEqualTo(100);
    assertThat(renewals(1000)).isEqualTo(100);
    assertThat(renewals(1003)).isBetween(100, 101);
  }

  /** In how many updates the mask of a linear schedule changes. */
  private static int renewals(int updates) {
    Prune linear = new Prune(Schedule.LINEAR, false);
    Map<String, PerMember> numbers = PruneTest.numbers(PerMember.of(0.999), 0, 1);
    try (Family family =
        PruneTest.unmasked(linear, Precision.FLOAT32, List.of(40, 40), numbers, 1)) {
      int changes = 0;
      int gone = 0;
      for (int update = 1; update <= updates; update++) {
        linear.project(family.kernel(), family.strengths(), new Progress(update, updates, 10));
        int now = PruneTest.zeros(PruneTest.mask(family));
        changes += now > gone ? 1 : 0;
        gone = now;
      }
      return changes;
    }
  }

  private static Family of(Map<String, PerMember> numbers, List<Integer> shape) {
    return PruneTest.unmasked(PRUNE, Precision.FLOAT64, shape, numbers, 1);
  }
}
