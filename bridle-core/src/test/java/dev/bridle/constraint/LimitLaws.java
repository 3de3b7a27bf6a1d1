package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Bits;
import dev.bridle.testing.Family;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every upper limit keeps to: its strength is {@code c}, absent at infinity. */
interface LimitLaws extends ConstraintLaws {
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
      double[] absent = family.weights(1);
      double[] limited = family.weights(0);
      project(family);
      Bits.assertSame(family.weights(1), absent, "member 1");
      assertThat(family.weights(0)).isNotEqualTo(limited);
    }
  }
}
