package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Family;
import dev.bridle.testing.InScope;
import dev.bridle.testing.Natives;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every update rule keeps to, whatever the slope it is given. */
@ExtendWith(InScope.class)
interface UpdateRuleLaws {
  /** The rule under test. */
  Rule rule();

  @Test
  default void step_first_movesAgainstTheGradient() {
    try (RuleRig rig = RuleRig.drawn(rule(), Precision.FLOAT64, 2, 13)) {
      Tensor gradient = Draw.of(1).awayFromZero(Precision.FLOAT64, 2, 1, 13);
      Tensor before = rig.weight().value().clone();
      rig.step(gradient, PerMember.of(0.01, 0.1));
      Tensor moved = rig.weight().value().sub(before).mul_(gradient);
      assertThat(Arrays.stream(Tensors.toDoubles(moved))).allMatch(product -> product < 0);
    }
  }

  @Test
  default void step_noGradientAndNoVelocity_movesNothing() {
    try (RuleRig rig = RuleRig.drawn(rule(), Precision.FLOAT32, 2, 13)) {
      rig.step(gradient(Precision.FLOAT32, 2, 13, 1), PerMember.same(0.1, 2));
      rig.rule().velocities().forEach(Tensor::zero_);
      double[] before = rig.numbers();
      rig.step(gradient(Precision.FLOAT32, 2, 13, 1).zero_(), PerMember.same(0.1, 2));
      Bits.assertSame(rig.numbers(), before, "weights");
    }
  }

  @Test
  default void step_touchesWeightsOnly_notPaddingNorStatistics() {
    try (RuleRig rig = RuleRig.drawn(rule(), Precision.FLOAT32, 2, 13)) {
      for (int i = 0; i < 5; i++) {
        rig.step(gradient(Precision.FLOAT32, 2, 13, i), PerMember.same(0.1, 2));
      }
      for (int k = 0; k < 2; k++) {
        double[] row = rig.population().row(k);
        int trained = rig.population().layout().trained();
        assertThat(Arrays.copyOfRange(row, 13, trained)).containsOnly(0);
        assertThat(Arrays.copyOfRange(row, trained, trained + 3)).containsOnly(7);
      }
    }
  }

  @Test
  default void rates_areEachMembersOwn() {
    PerMember rates = PerMember.of(0.1, 0.003, 0.5);
    try (RuleRig mixed = RuleRig.drawn(rule(), Precision.FLOAT32, 3, 13)) {
      run(mixed, rates, 4);
      for (int k = 0; k < 3; k++) {
        try (RuleRig equal = RuleRig.drawn(rule(), Precision.FLOAT32, 3, 13)) {
          run(equal, PerMember.same(rates.get(k), 3), 4);
          Bits.assertSame(mixed.population().row(k), equal.population().row(k), "member " + k);
        }
      }
    }
  }

  @Test
  default void member_aloneOrTogether_isTheSameToTheBit() {
    for (Precision precision : Precision.values()) {
      for (int n : new int[] {1, 13, 64, 527}) {
        for (int members : Family.SIZES) {
          assertAloneIsTogether(precision, members, n);
        }
      }
    }
  }

  @Test
  default void notANumber_inOneMember_leavesTheOthers() {
    try (RuleRig healthy = RuleRig.drawn(rule(), Precision.FLOAT32, 3, 13);
        RuleRig sick = RuleRig.drawn(rule(), Precision.FLOAT32, 3, 13)) {
      for (int i = 0; i < 4; i++) {
        Tensor gradient = gradient(Precision.FLOAT32, 3, 13, i);
        healthy.step(gradient, PerMember.same(0.1, 3));
        gradient.narrow(0, 1, 1).fill_(Tensors.constant(i % 2 == 0 ? Double.NaN : 1e38));
        sick.step(gradient, PerMember.same(0.1, 3));
      }
      for (int k : new int[] {0, 2}) {
        Bits.assertSame(sick.population().row(k), healthy.population().row(k), "member " + k);
      }
      assertThat(sick.population().row(1)[0]).isNaN();
    }
  }

  /** Members that go on in a smaller population, or another day, go on as if nothing had been. */
  @Test
  default void state_isAllThatMustBeKept() {
    try (RuleRig straight = RuleRig.drawn(rule(), Precision.FLOAT32, 2, 13)) {
      run(straight, PerMember.of(0.1, 0.2), 3);
      try (RuleRig resumed = straight.select(rule(), 0, 1)) {
        resumed.resume(straight);
        run(straight, PerMember.of(0.1, 0.2), 3);
        run(resumed, PerMember.of(0.1, 0.2), 3);
        for (int k = 0; k < 2; k++) {
          Bits.assertSame(resumed.population().row(k), straight.population().row(k), "" + k);
        }
      }
    }
  }

  @Test
  default void state_isOneRowForEachMember() {
    try (RuleRig rig = RuleRig.drawn(rule(), Precision.FLOAT32, 3, 13)) {
      long width = rig.population().layout().trained();
      assertThat(Tensors.shape(rig.rule().gradient())).containsExactly(3, width);
      for (Tensor rows : rig.rule().state()) {
        assertThat(Tensors.shape(rows)).containsExactly(3, width);
      }
      for (Tensor velocity : rig.rule().velocities()) {
        assertThat(rig.rule().state()).contains(velocity);
      }
    }
  }

  /** What proximal steps go by: the move under a gradient that has been 1 for long. */
  @Test
  default void pull_isTheMoveUnderAConstantGradientOf1() {
    PerMember rates = PerMember.of(0.01, 0.2);
    try (RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT64, 2, 3)) {
      Tensor ones = Tensors.empty(Precision.FLOAT64, 2, 1, 3).fill_(Tensors.constant(1));
      double[] before = rig.numbers();
      for (int i = 0; i < 400; i++) {
        before = rig.numbers();
        rig.step(ones, rates);
      }
      double[] pull = Tensors.toDoubles(rig.pull(rates).expand(2, 1, 3));
      double[] after = rig.numbers();
      for (int i = 0; i < 6; i++) {
        assertThat(before[i] - after[i]).isCloseTo(pull[i], within(1e-9));
      }
    }
  }

  @Test
  default void manySteps_leaveNothingBehind() {
    try (RuleRig rig = RuleRig.drawn(rule(), Precision.FLOAT32, 2, 13)) {
      Tensor gradient = gradient(Precision.FLOAT32, 2, 13, 1);
      Natives.assertFlat(
          () -> {
            try (Scope step = Scope.open()) {
              rig.step(gradient, PerMember.same(1e-3, 2));
              rig.pull(PerMember.same(1e-3, 2));
            }
          });
    }
    Natives.assertFlat(
        () -> {
          try (Scope scope = Scope.open();
              RuleRig rig = RuleRig.zeros(rule(), Precision.FLOAT32, 2, 13)) {
            rig.population().members();
          }
        });
  }

  private void assertAloneIsTogether(Precision precision, int members, int n) {
    double[] rates = IntStream.range(0, members).mapToDouble(k -> 0.1 / (k + 1)).toArray();
    try (RuleRig before = RuleRig.drawn(rule(), precision, members, n);
        RuleRig all = RuleRig.drawn(rule(), precision, members, n)) {
      for (int i = 0; i < 3; i++) {
        all.step(gradient(precision, members, n, i), PerMember.of(rates));
      }
      Tensor pull = all.pull(PerMember.of(rates));
      for (int k = 0; k < members; k++) {
        try (RuleRig alone = before.select(rule(), k)) {
          String what = precision + " " + n + ", member " + k + " of " + members;
          for (int i = 0; i < 3; i++) {
            alone.step(Bits.member(gradient(precision, members, n, i), k), PerMember.of(rates[k]));
          }
          Bits.assertSame(all.population().row(k), alone.population().row(0), what);
          Bits.assertSame(Bits.member(pull, k), alone.pull(PerMember.of(rates[k])), "pull " + what);
        }
      }
    }
  }

  private static void run(RuleRig rig, PerMember rates, int steps) {
    for (int i = 0; i < steps; i++) {
      rig.step(gradient(Precision.FLOAT32, rates.size(), 13, i), rates);
    }
  }

  private static Tensor gradient(Precision precision, int members, int n, int step) {
    return Draw.of(step).tensor(precision, members, 1, n);
  }
}
