package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.testing.Bits;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MixupTest implements BatchLaws {
  @Override
  public BatchRule rule() {
    return new Mixup();
  }

  @Override
  public String strength() {
    return "alpha";
  }

  /**
   * Each row is x + s (x~ - x) of a row x~ of the same batch, with one share s up to 1/2, the same
   * for targets; s and x~ are found from the rows.
   */
  @Test
  void rows_areMixturesOfTwo_inputsAndTargetsByTheSameShare() {
    for (long step = 0; step < 20; step++) {
      try (GivenBatch given = given(PerMember.of(1), Key.of(1))) {
        Batch mixed = given.apply(step);
        double share = shareOf(given, mixed);
        assertThat(share).isBetween(0.0, 0.5);
        assertThat(partners(given, mixed, share)).containsExactlyInAnyOrder(all());
      }
    }
  }

  /** The share that makes some row a mixture of two. */
  private static double shareOf(GivenBatch given, Batch mixed) {
    double[] x = given.inputs(0);
    double[] m = GivenBatch.inputs(mixed, 0);
    for (int row = 0; row < GivenBatch.ROWS; row++) {
      for (int other = 0; other < GivenBatch.ROWS; other++) {
        double share = (m[at(row)] - x[at(row)]) / (x[at(other)] - x[at(row)]);
        if (other != row && explains(given, mixed, share, row, other)) {
          return share;
        }
      }
    }
    throw new AssertionError("no row is a mixture of two");
  }

  private static Integer[] partners(GivenBatch given, Batch mixed, double share) {
    Integer[] partners = new Integer[GivenBatch.ROWS];
    for (int row = 0; row < partners.length; row++) {
      for (int other = 0; other < partners.length; other++) {
        if (explains(given, mixed, share, row, other)) {
          partners[row] = other;
        }
      }
    }
    return partners;
  }

  private static boolean explains(GivenBatch given, Batch mixed, double share, int row, int other) {
    return close(
            given.inputs(0), GivenBatch.inputs(mixed, 0), share, row, other, GivenBatch.FEATURES)
        && close(
            given.targets(0), GivenBatch.targets(mixed, 0), share, row, other, GivenBatch.CLASSES);
  }

  private static boolean close(
      double[] plain, double[] mixed, double share, int row, int other, int width) {
    for (int i = 0; i < width; i++) {
      double own = plain[row * width + i];
      double expected = own + share * (plain[other * width + i] - own);
      if (!(Math.abs(mixed[row * width + i] - expected) < 1e-10)) {
        return false;
      }
    }
    return true;
  }

  private static int at(int row) {
    return row * GivenBatch.FEATURES;
  }

  private static Integer[] all() {
    Integer[] all = new Integer[GivenBatch.ROWS];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** Members of one replicate mix with the same rows, each by a share of its own strength. */
  @Test
  void membersOfOneReplicate_haveTheSamePartners() {
    List<Key> keys = Collections.nCopies(2, Key.of(1));
    try (GivenBatch given =
        GivenBatch.of(rule(), strength(), PerMember.of(1, 1), Precision.FLOAT64, keys)) {
      Batch mixed = given.apply(3);
      Bits.assertSame(GivenBatch.inputs(mixed, 1), GivenBatch.inputs(mixed, 0), "inputs");
    }
  }

  @Test
  void otherStep_otherMixtures_andSoAnotherReplicate() {
    try (GivenBatch given = given(PerMember.of(1), Key.of(1))) {
      double[] first = GivenBatch.inputs(given.apply(1), 0).clone();
      assertThat(GivenBatch.inputs(given.apply(2), 0)).isNotEqualTo(first);
    }
  }

  /** The mean of a batch is what it was, as each row is a partner once. */
  @Test
  void meanOfTheBatch_stays() {
    try (GivenBatch given = given(PerMember.of(1), Key.of(1))) {
      double before = Arrays.stream(given.inputs(0)).sum();
      double after = Arrays.stream(GivenBatch.inputs(given.apply(1), 0)).sum();
      assertThat(after).isCloseTo(before, within(1e-12));
    }
  }

  private GivenBatch given(PerMember alpha, Key key) {
    return GivenBatch.of(rule(), strength(), alpha, Precision.FLOAT64, List.of(key));
  }
}
