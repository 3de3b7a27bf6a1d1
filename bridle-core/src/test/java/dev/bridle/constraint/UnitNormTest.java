package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Family;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InScope.class)
final class UnitNormTest {
  private static final Strengths NONE = Given.strengths(Map.of());

  /** The laws of each scope; exactly on the sphere are vectors of a single number, 1 or -1. */
  interface SphereLaws extends ConstraintLaws {
    Scope scope();

    @Override
    default Constraint constraint() {
      return new UnitNorm(scope());
    }

    @Override
    default Map<String, PerMember> strengths(int members) {
      return Map.of();
    }

    @Override
    default void moveInside(Family family) {
      family.kernel().value().zero_();
      FirstNumbers.of(scope(), family.kernel().value()).fill_(Tensors.constant(-1));
    }
  }

  @Nested
  final class PerUnit implements SphereLaws {
    @Override
    public Scope scope() {
      return Scope.PER_UNIT;
    }
  }

  @Nested
  final class PerInput implements SphereLaws {
    @Override
    public Scope scope() {
      return Scope.PER_INPUT;
    }
  }

  @Nested
  final class Whole implements SphereLaws {
    @Override
    public Scope scope() {
      return Scope.WHOLE;
    }
  }

  /** Norms 5, 0 and 0.5: shortened, left alone, lengthened. */
  @Test
  void project_longAndShortRows_landOnTheSphere_zeroStays() {
    assertThat(projected("unit-norm", 3, 4, 0, 0, 0.3, 0.4))
        .containsExactly(new double[] {0.6, 0.8, 0, 0, 0.6, 0.8}, within(1e-15));
  }

  /** Columns (3, 4, 0) and (0, 0, -2). */
  @Test
  void project_perInput_takesColumns() {
    assertThat(projected("unit-norm(scope=per-input)", 3, 0, 4, 0, 0, -2))
        .containsExactly(new double[] {0.6, 0, 0.8, 0, 0, -1}, within(1e-15));
  }

  /** 1 + 4 + 4 + 16 = 25. */
  @Test
  void project_whole_takesTheMatrix() {
    assertThat(projected("unit-norm(scope=whole)", 1, 2, 2, 4, 0, 0))
        .containsExactly(new double[] {0.2, 0.4, 0.4, 0.8, 0, 0}, within(1e-15));
  }

  /** A bias is a vector of one number for each unit: its sign is all that is left. */
  @Test
  void project_bias_keepsSigns() {
    try (Family family = Family.drawn(Precision.FLOAT64, List.of(3, 2), Map.of(), 1)) {
      Tensors.write(family.bias().value(), new double[] {-4, 0, 0.25});
      new UnitNorm(Scope.PER_UNIT).project(family.bias(), NONE);
      assertThat(Tensors.toDoubles(family.bias().value())).containsExactly(-1, 0, 1);
    }
  }

  /** So short that its squares are 0 in single precision: it has no direction to keep. */
  @Test
  void project_vectorWhoseNormVanishes_keepsEveryBit() {
    Weight weight = Weight.kernel(Tensors.of(Precision.FLOAT32, new double[] {1e-30, 0}, 1, 1, 2));
    new UnitNorm(Scope.PER_UNIT).project(weight, NONE);
    assertThat(Tensors.toDoubles(weight.value())).containsExactly((float) 1e-30, 0);
  }

  /** Norms 5 and 0.5 differ from 1 by 4 and 0.5; that of a zero vector does not count. */
  @Test
  void violation_isTheWorstDifferenceFromOne() {
    Weight weight = Weight.kernel(Given.tensor(new long[] {2, 2, 2}, 3, 4, 0, 0, 0.3, 0.4, 1, 0));
    assertThat(Tensors.toDoubles(new UnitNorm(Scope.PER_UNIT).violation(weight, NONE)))
        .containsExactly(4, 0.5);
  }

  @Test
  void byUnits_onlyWhereAVectorBelongsToOneUnit() {
    assertThat(new UnitNorm(Scope.PER_UNIT).byUnits()).isTrue();
    assertThat(new UnitNorm(Scope.PER_INPUT).byUnits()).isFalse();
    assertThat(new UnitNorm(Scope.WHOLE).byUnits()).isFalse();
  }

  /** A kernel {@code [3, 2]} after a projection. */
  private static double[] projected(String text, double... values) {
    Tensor value = Given.tensor(new long[] {1, 3, 2}, values);
    UnitNorm.of(Given.settings(text)).project(Weight.kernel(value), NONE);
    return Tensors.toDoubles(value);
  }
}
