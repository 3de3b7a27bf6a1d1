package dev.bridle.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Family;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every upper limit on norms keeps to. */
interface NormLaws extends LimitLaws {
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
