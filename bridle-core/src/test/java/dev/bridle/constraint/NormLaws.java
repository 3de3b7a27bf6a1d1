package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Family;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every upper limit on norms keeps to: its strength is {@code c}, absent at infinity. */
interface NormLaws extends ConstraintLaws {
  @Override
  default Map<String, PerMember> strengths(int members) {
    return Family.around(limit(), List.of("c"), members);
  }

  /** A limit below the norms of the drawn vectors, for the first member; others have more. */
  double limit();

  @Test
  default void infinity_changesNoBit() {
    Map<String, PerMember> absent = Family.same(Double.POSITIVE_INFINITY, List.of("c"), 3);
    for (Precision precision : Precision.values()) {
      for (List<Integer> shape : Family.SHAPES) {
        try (Family family = family(precision, shape, absent, 3)) {
          List<double[]> before = family.rows();
          project(family);
          for (int k = 0; k < 3; k++) {
            Bits.assertSame(family.row(k), before.get(k), precision + " " + shape);
          }
          assertThat(Tensors.toDoubles(constraint().violation(family.kernel(), family.strengths())))
              .containsOnly(0);
        }
      }
    }
  }

  @Test
  default void infinity_ofOneMemberOnly_changesNoBitOfIt() {
    Map<String, PerMember> mixed =
        Map.of("c", PerMember.of(limit(), Double.POSITIVE_INFINITY, limit()));
    try (Family family = family(Precision.FLOAT32, List.of(17, 31), mixed, 3)) {
      List<double[]> before = family.rows();
      project(family);
      Bits.assertSame(family.row(1), before.get(1), "member 1");
      assertThat(family.row(0)).isNotEqualTo(before.get(0));
    }
  }

  /** Each weight is multiplied by one factor in (0, 1], the same for all weights of its vector. */
  @Test
  default void project_keepsDirections() {
    try (Family family = family(Precision.FLOAT64, List.of(5, 3), 3)) {
      double[] before = Tensors.toDoubles(family.kernel().value());
      project(family);
      double[] after = Tensors.toDoubles(family.kernel().value());
      int shrunk = 0;
      for (int i = 0; i < before.length; i++) {
        int mate = mateOf(i);
        if (before[i] != 0 && before[mate] != 0) {
          double factor = after[i] / before[i];
          assertThat(factor).isCloseTo(after[mate] / before[mate], within(1e-14));
          assertThat(factor).isGreaterThan(0).isLessThanOrEqualTo(1);
          shrunk += factor < 1 ? 1 : 0;
        }
      }
      assertThat(shrunk).isPositive();
    }
  }

  /** Another number of the same vector, for kernels {@code [5, 3]}: a row, unless overridden. */
  default int mateOf(int i) {
    return i - i % 3 + (i + 1) % 3;
  }
}
