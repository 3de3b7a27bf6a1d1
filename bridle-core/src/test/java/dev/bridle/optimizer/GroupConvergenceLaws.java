package dev.bridle.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.penalty.GroupLasso;
import dev.bridle.tensor.PerMember;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every rule that pulls at all weights alike reaches the minimum of the same problem with a group
 * lasso, all five weights one group: there the slope of the problem is opposite to the weights and
 * of the length of the strength, or, where the weights are 0, no longer than that.
 */
interface GroupConvergenceLaws extends ConvergenceLaws {
  /** The minimum without a penalty has a slope at 0 of length 1.84: the second is too strong. */
  PerMember LAMBDA = PerMember.of(0.3, 0.9);

  @Test
  default void groupLasso_reachesTheMinimum() {
    double[] found =
        minimise(
            new GroupLasso(GroupLasso.By.UNIT),
            Map.of("lambda", LAMBDA, "sparse", PerMember.same(0, 2)));
    double[] w = Arrays.copyOf(found, 5);
    double length = Math.sqrt(Arrays.stream(w).map(x -> x * x).sum());
    for (int i = 0; i < 5; i++) {
      double slope = ConvergenceLaws.slope(w, i);
      assertThat(slope).isCloseTo(-0.3 * Math.sqrt(5) * w[i] / length, within(1e-5));
    }
    assertThat(Arrays.copyOfRange(found, 5, 10)).containsOnly(0);
  }
}
