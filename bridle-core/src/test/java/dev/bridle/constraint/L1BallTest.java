package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Given;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The form that is written {@code l1-ball(c)}, and numbers for the others. */
final class L1BallTest implements LimitLaws {
  @Override
  public Constraint constraint() {
    return new L1Ball(Scope.PER_UNIT);
  }

  @Override
  public double limit() {
    return 0.5;
  }

  @Nested
  final class PerInput implements LimitLaws {
    @Override
    public Constraint constraint() {
      return new L1Ball(Scope.PER_INPUT);
    }

    @Override
    public double limit() {
      return 0.5;
    }
  }

  @Nested
  final class Whole implements LimitLaws {
    @Override
    public Constraint constraint() {
      return new L1Ball(Scope.WHOLE);
    }

    @Override
    public double limit() {
      return 0.5;
    }
  }

  /** 3 + 4 is 7, 4 too much for two: theta 2. The row (1, -1) is inside. */
  @Test
  void project_bothStay_eachLosesHalfOfTheExcess() {
    assertThat(projected("l1-ball(3)", 3, 3, -4, 1, -1)).containsExactly(1, -2, 1, -1);
  }

  /** Of (2.5, 3.2, 0.5) at c = 1, theta = (5.7 - 1) / 2 = 2.35 leaves nothing of the smallest. */
  @Test
  void project_smallest_isExactly0() {
    Tensor value = Given.tensor(new long[] {1, 1, 3}, 2.5, -3.2, 0.5);
    constraint().project(Weight.kernel(value), Given.strength("c", PerMember.of(1)));
    double[] after = Tensors.toDoubles(value);
    assertThat(after).containsExactly(new double[] {0.15, -0.85, 0}, within(1e-15));
    assertThat(after[2]).isZero();
  }

  /** Columns (3, 1) and (-4, -1): 1 off each, 3 off the larger. */
  @Test
  void project_perInput_takesColumns() {
    assertThat(projected("l1-ball(2, scope=per-input)", 2, 3, -4, 1, -1))
        .containsExactly(2, -2, 0, 0);
  }

  /** 3 + 4 + 1 + 1 = 9; of 3 and 4 alone 7, and 5 of these are shared by two. */
  @Test
  void project_whole_takesTheMatrix() {
    assertThat(projected("l1-ball(2, scope=whole)", 2, 3, -4, 1, -1))
        .containsExactly(0.5, -1.5, 0, 0);
  }

  @Test
  void project_twoMembers_twoLimits() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 1, 2}, 3, 4, 3, 4));
    constraint().project(weight, Given.strength("c", PerMember.of(7, 0.5)));
    assertThat(Tensors.toDoubles(weight.value())).containsExactly(3, 4, 0, 0.5);
  }

  /** Norms 7 and 3 against 2. */
  @Test
  void violation_isTheWorstVector_asAShareOfTheLimit() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 2, 2}, 3, -4, 1, 1, 1, -1, 0, 0));
    Tensor violation = constraint().violation(weight, Given.strength("c", PerMember.same(2, 2)));
    assertThat(Tensors.toDoubles(violation)).containsExactly(2.5, 0);
  }

  /** The threshold by bisection, from drawn vectors of many lengths, ties and zeros among them. */
  @Test
  void project_drawnVectors_isTheNearestPointOfTheBall() {
    Draw draw = Draw.of(7);
    for (int trial = 0; trial < 300; trial++) {
      int n = 1 + trial % 41;
      double[] u = draw.normals(n);
      for (int i = 0; i < n; i += 3) {
        u[i] = Math.rint(2 * u[i]) / 2;
      }
      double c = Math.exp(draw.uniform(1, -4, 4)[0]);
      for (Precision precision : Precision.values()) {
        Tensor value = Tensors.of(precision, u, 1, 1, n);
        double[] rounded = Tensors.toDoubles(value);
        constraint().project(Weight.kernel(value), Given.strength(precision, "c", PerMember.of(c)));
        double size = 1 + Arrays.stream(u).map(Math::abs).max().orElseThrow();
        double tolerance = size * (precision == Precision.FLOAT32 ? 1e-6 : 1e-14);
        assertThat(Tensors.toDoubles(value))
            .as("trial %s, %s", trial, precision)
            .containsExactly(nearest(rounded, c), within(tolerance));
      }
    }
  }

  @Test
  void byUnits_onlyWhereAVectorBelongsToOneUnit() {
    assertThat(new L1Ball(Scope.PER_UNIT).byUnits()).isTrue();
    assertThat(new L1Ball(Scope.PER_INPUT).byUnits()).isFalse();
    assertThat(new L1Ball(Scope.WHOLE).byUnits()).isFalse();
  }

  /** A soft threshold that is halved in on from both sides until the sum is c. */
  private static double[] nearest(double[] u, double c) {
    if (Arrays.stream(u).map(Math::abs).sum() <= c) {
      return u;
    }
    double low = 0;
    double high = Arrays.stream(u).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      boolean tooLong = Arrays.stream(shrunk(u, middle)).map(Math::abs).sum() > c;
      low = tooLong ? middle : low;
      high = tooLong ? high : middle;
    }
    return shrunk(u, high);
  }

  private static double[] shrunk(double[] u, double theta) {
    return Arrays.stream(u).map(x -> Math.copySign(Math.max(Math.abs(x) - theta, 0), x)).toArray();
  }

  /** A kernel {@code [2, 2]} after a projection. */
  private static double[] projected(String text, double c, double... values) {
    Tensor value = Given.tensor(new long[] {1, 2, 2}, values);
    L1Ball.of(Given.settings(text))
        .project(Weight.kernel(value), Given.strength("c", PerMember.of(c)));
    return Tensors.toDoubles(value);
  }
}
