package dev.bridle.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.layer.Shape;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.testing.Bits;
import dev.bridle.testing.InScope;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every change of training batches keeps to. */
@ExtendWith(InScope.class)
interface BatchLaws {
  /** How many members the laws put together. */
  List<Integer> MEMBERS = List.of(1, 2, 3, 16);

  /** The rule under test. */
  BatchRule rule();

  /** The name of its strength, absent at 0. */
  String strength();

  /** The shape of a row. */
  default Shape input() {
    return Shape.of(GivenBatch.FEATURES);
  }

  /** A strength that it allows, the greater the greater {@code share} of 1. */
  default double strength(double share) {
    return share;
  }

  /** Whether targets are changed; if not, inputs are, and targets are left as they are. */
  default boolean changesTargets() {
    return true;
  }

  @Test
  default void strength0_changesNoBit() {
    for (Precision precision : Precision.values()) {
      for (List<Key> keys : List.of(one(3), own(3))) {
        PerMember mixed = PerMember.of(strength(0.4), 0, strength(0.4));
        try (GivenBatch given =
            GivenBatch.of(rule(), strength(), mixed, precision, keys, input())) {
          Batch changed = given.apply(5);
          Bits.assertSame(GivenBatch.inputs(changed, 1), given.inputs(1), "inputs " + precision);
          Bits.assertSame(GivenBatch.targets(changed, 1), given.targets(1), "targets " + precision);
        }
      }
    }
  }

  @Test
  default void strength_changesTheTargets_orElseTheInputs_ofEachMember() {
    try (GivenBatch given = given(Precision.FLOAT64, one(3))) {
      Batch changed = given.apply(5);
      for (int k = 0; k < 3; k++) {
        if (changesTargets()) {
          assertThat(GivenBatch.targets(changed, k)).isNotEqualTo(given.targets(k));
        } else {
          assertThat(GivenBatch.inputs(changed, k)).isNotEqualTo(given.inputs(k));
          Bits.assertSame(GivenBatch.targets(changed, k), given.targets(k), "targets " + k);
        }
      }
    }
  }

  @Test
  default void whatItIsGiven_isLeftAsItIs() {
    for (List<Key> keys : List.of(one(3), own(3))) {
      try (GivenBatch given = given(Precision.FLOAT32, keys)) {
        double[] inputs = given.inputs(2);
        double[] targets = given.targets(2);
        given.apply(5);
        Bits.assertSame(given.inputs(2), inputs, "inputs");
        Bits.assertSame(given.targets(2), targets, "targets");
      }
    }
  }

  @Test
  default void targets_remainDistributions() {
    try (GivenBatch given = given(Precision.FLOAT64, own(3))) {
      Batch changed = given.apply(5);
      for (int k = 0; k < 3; k++) {
        double[] targets = GivenBatch.targets(changed, k);
        for (int row = 0; row < targets.length; row += GivenBatch.CLASSES) {
          double[] own = Arrays.copyOfRange(targets, row, row + GivenBatch.CLASSES);
          assertThat(Arrays.stream(own).sum()).isCloseTo(1, within(1e-12));
          assertThat(Arrays.stream(own)).allMatch(t -> t >= 0 && t <= 1);
        }
      }
    }
  }

  @Test
  default void sameStep_isTheSame_whateverWasDrawnBefore() {
    try (GivenBatch used = given(Precision.FLOAT64, one(2));
        GivenBatch fresh = given(Precision.FLOAT64, one(2))) {
      used.apply(1);
      used.apply(2);
      Batch expected = fresh.apply(5);
      Batch again = used.apply(5);
      for (int k = 0; k < 2; k++) {
        Bits.assertSame(GivenBatch.inputs(again, k), GivenBatch.inputs(expected, k), "inputs " + k);
        Bits.assertSame(
            GivenBatch.targets(again, k), GivenBatch.targets(expected, k), "targets " + k);
      }
    }
  }

  @Test
  default void rows_remainThoseOfTheTrainingPart() {
    try (GivenBatch given = given(Precision.FLOAT64, one(2))) {
      assertThat(given.apply(1).rows().of(1, 3)).isEqualTo(given.batch().rows().of(1, 3));
    }
  }

  @Test
  default void member_aloneOrTogether_isTheSameToTheBit() {
    for (Precision precision : Precision.values()) {
      for (int members : MEMBERS) {
        assertAloneIsTogether(precision, one(members), false);
        assertAloneIsTogether(precision, own(members), false);
      }
    }
  }

  /** Behind another rule each member has targets of its own, though inputs are shared. */
  @Test
  default void behindAnotherRule_aloneOrTogether_isTheSameToTheBit() {
    for (Precision precision : Precision.values()) {
      for (int members : MEMBERS) {
        assertAloneIsTogether(precision, one(members), true);
      }
    }
  }

  @Test
  default void notANumber_inOneMember_leavesTheOthers() {
    try (GivenBatch healthy = given(Precision.FLOAT32, own(3));
        GivenBatch sick = given(Precision.FLOAT32, own(3))) {
      sick.poison(1);
      Batch expected = healthy.apply(5);
      Batch changed = sick.apply(5);
      for (int k : new int[] {0, 2}) {
        Bits.assertSame(
            GivenBatch.inputs(changed, k), GivenBatch.inputs(expected, k), "inputs " + k);
        Bits.assertSame(
            GivenBatch.targets(changed, k), GivenBatch.targets(expected, k), "targets " + k);
      }
    }
  }

  private GivenBatch given(Precision precision, List<Key> keys) {
    return GivenBatch.of(rule(), strength(), strengths(keys.size()), precision, keys, input());
  }

  private PerMember strengths(int members) {
    double[] values = new double[members];
    Arrays.setAll(values, k -> strength(0.2 + 0.1 * (k % 7)));
    return PerMember.of(values);
  }

  private void assertAloneIsTogether(
      Precision precision, List<Key> keys, boolean targetsOfMembers) {
    try (GivenBatch all = given(precision, keys)) {
      Batch changed = targetsOfMembers ? all.applyToTargetsOfMembers(5) : all.apply(5);
      for (int k = 0; k < keys.size(); k++) {
        try (GivenBatch alone =
            all.alone(rule(), strength(), strengths(keys.size()).select(k), k)) {
          Batch own = alone.apply(5);
          String what = precision + ", " + k + " of " + keys.size() + ", " + targetsOfMembers;
          Bits.assertSame(GivenBatch.inputs(changed, k), GivenBatch.inputs(own, 0), what);
          Bits.assertSame(GivenBatch.targets(changed, k), GivenBatch.targets(own, 0), what);
        }
      }
    }
  }

  private static List<Key> one(int members) {
    return Collections.nCopies(members, Key.of(1));
  }

  /** Several replicates; two members of each of them. */
  private static List<Key> own(int members) {
    return IntStream.range(0, members).mapToObj(k -> Key.of(k / 2)).toList();
  }
}
