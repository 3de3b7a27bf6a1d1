package dev.bridle.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Family;
import dev.bridle.testing.InScope;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every change of weights for a pass keeps to: unbiased, and a function of replicate, weight
 * and step alone.
 */
@ExtendWith(InScope.class)
interface PerturbationLaws {
  /** The change under test. */
  Perturbation perturbation();

  /** The name of its strength, absent at 0. */
  String strength();

  @Test
  default void strength0_changesNoBit() {
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        Map<String, PerMember> mixed = Map.of(strength(), PerMember.of(0.4, 0, 0.4));
        try (PerturbedWeight rig =
            PerturbedWeight.drawn(perturbation(), precision, shape, mixed, same(3))) {
          Tensor before = rig.weight().value().clone();
          Tensor seen = rig.seen(3);
          Bits.assertSame(Bits.member(seen, 1), Bits.member(before, 1), precision + " " + shape);
          rig.bound()
              .slopes()
              .ifPresent(s -> assertThat(Tensors.toDoubles(Bits.member(s, 1))).containsOnly(1.0));
        }
      }
    }
  }

  @Test
  default void strength_changesTheWeight_ofEachMember() {
    try (PerturbedWeight rig = drawn(same(3))) {
      Tensor before = rig.weight().value().clone();
      Tensor seen = rig.seen(3);
      for (int k = 0; k < 3; k++) {
        assertDiffer(Bits.member(seen, k), Bits.member(before, k));
      }
    }
  }

  /** Within five standard errors, for each member. */
  @Test
  default void mean_isTheWeightItself() {
    Map<String, PerMember> numbers = Map.of(strength(), PerMember.of(0.1, 0.5, 0.3));
    try (PerturbedWeight rig =
        PerturbedWeight.level(perturbation(), "layer", 2, numbers, same(3))) {
      Tensor seen = rig.seen(11);
      for (int k = 0; k < 3; k++) {
        double[] w = Tensors.toDoubles(Bits.member(seen, k));
        double mean = Arrays.stream(w).average().orElseThrow();
        double variance = Arrays.stream(w).map(v -> (v - mean) * (v - mean)).sum() / w.length;
        assertThat(variance).isPositive();
        assertThat(Math.abs(mean - 2)).isLessThan(5 * Math.sqrt(variance / w.length));
      }
    }
  }

  @Test
  default void sameStep_isTheSame_whateverWasDrawnBefore() {
    try (PerturbedWeight used = drawn(same(2));
        PerturbedWeight fresh = drawn(same(2))) {
      used.seen(1);
      used.seen(2);
      Bits.assertSame(used.seen(5), fresh.seen(5), "step 5");
    }
  }

  @Test
  default void otherStep_isAnother() {
    try (PerturbedWeight rig = drawn(same(1))) {
      assertDiffer(rig.seen(1), rig.seen(2));
    }
  }

  @Test
  default void otherWeight_isAnother() {
    Map<String, PerMember> half = Map.of(strength(), PerMember.of(0.5));
    try (PerturbedWeight here = PerturbedWeight.level(perturbation(), "dense1", 2, half, same(1));
        PerturbedWeight there = PerturbedWeight.level(perturbation(), "dense2", 2, half, same(1))) {
      assertDiffer(here.seen(1), there.seen(1));
    }
  }

  @Test
  default void replicate_saysWhichChange() {
    Map<String, PerMember> half = Map.of(strength(), PerMember.same(0.5, 3));
    List<Key> keys = List.of(Key.of(1), Key.of(2), Key.of(1));
    try (PerturbedWeight rig = PerturbedWeight.level(perturbation(), "dense1", 2, half, keys)) {
      Tensor seen = rig.seen(1);
      assertDiffer(Bits.member(seen, 0), Bits.member(seen, 1));
      Bits.assertSame(Bits.member(seen, 2), Bits.member(seen, 0), "members of one replicate");
    }
  }

  /** The gradient by the changed weight, times the slopes, is that by the weight itself. */
  @Test
  default void slopes_areTheDerivative() {
    try (PerturbedWeight rig = drawn(same(2))) {
      double step = 1e-4;
      Tensor before = rig.weight().value().clone();
      rig.weight().value().add_(Tensors.factor(step, before));
      Tensor above = rig.seen(4);
      rig.weight().value().copy_(before).sub_(Tensors.factor(step, before));
      Tensor below = rig.seen(4);
      double[] expected = Tensors.toDoubles(above.sub(below).div_(Tensors.factor(2 * step, above)));
      double[] ones = new double[expected.length];
      Arrays.fill(ones, 1);
      assertThat(rig.bound().slopes().map(s -> Tensors.toDoubles(s.clone())).orElse(ones))
          .containsExactly(expected, within(1e-9));
    }
  }

  @Test
  default void member_aloneOrTogether_isTheSameToTheBit() {
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        for (int members : Family.SIZES) {
          Map<String, PerMember> numbers = numbers(members);
          List<Key> keys = twoReplicates(members);
          try (PerturbedWeight all =
              PerturbedWeight.drawn(perturbation(), precision, shape, numbers, keys)) {
            Tensor seen = all.seen(7);
            for (int k = 0; k < members; k++) {
              Map<String, PerMember> own = Map.of(strength(), numbers.get(strength()).select(k));
              try (PerturbedWeight alone = all.alone(perturbation(), k, own, keys)) {
                String what = precision + " " + shape + ", " + k + " of " + members;
                Bits.assertSame(Bits.member(seen, k), alone.seen(7), what);
              }
            }
          }
        }
      }
    }
  }

  @Test
  default void notANumber_inOneMember_leavesTheOthers() {
    try (PerturbedWeight healthy = drawn(same(3));
        PerturbedWeight sick = drawn(same(3))) {
      sick.weight().value().narrow(0, 1, 1).fill_(Tensors.constant(Double.NaN));
      Tensor expected = healthy.seen(1);
      Tensor seen = sick.seen(1);
      for (int k : new int[] {0, 2}) {
        Bits.assertSame(Bits.member(seen, k), Bits.member(expected, k), "member " + k);
      }
    }
  }

  /** Members with strengths from 0.1 to 0.7. */
  private Map<String, PerMember> numbers(int members) {
    double[] values = new double[members];
    Arrays.setAll(values, k -> 0.1 * (k % 7 + 1));
    return Map.of(strength(), PerMember.of(values));
  }

  private PerturbedWeight drawn(List<Key> keys) {
    return PerturbedWeight.drawn(
        perturbation(), Precision.FLOAT64, List.of(17, 31), numbers(keys.size()), keys);
  }

  private static List<Key> same(int members) {
    return Collections.nCopies(members, Key.of(1));
  }

  private static List<Key> twoReplicates(int members) {
    return IntStream.range(0, members).mapToObj(k -> Key.of(k % 2)).toList();
  }

  private static void assertDiffer(Tensor first, Tensor second) {
    assertThat(Tensors.toDoubles(first)).isNotEqualTo(Tensors.toDoubles(second));
  }
}
