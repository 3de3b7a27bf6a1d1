package dev.bridle.averaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.population.Progress;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.PerMember;
import dev.bridle.testing.Given;
import dev.bridle.testing.InScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every average of weights keeps to. */
@ExtendWith(InScope.class)
interface AveragingLaws {
  /** The average under test. */
  Averaging averaging();

  /** The name of its number. */
  String number();

  /** The value at which the average is the weights themselves. */
  double absence();

  @Test
  default void share_isBetween0And1() {
    for (double value : new double[] {0, 0.1, 0.5, 0.75, 0.99}) {
      for (long update = 1; update <= 23; update++) {
        assertThat(share(update, value)).as("update " + update).isBetween(0.0, 1.0);
      }
    }
  }

  /** Nothing of what the average holds before the first update may last. */
  @Test
  default void share_someUpdateReplacesTheStart_beforeAnyIsMixed() {
    for (double value : new double[] {0, 0.1, 0.5, 0.75, 0.99}) {
      double first = 0;
      for (long update = 1; first == 0; update++) {
        first = share(update, value);
      }
      assertThat(first).isEqualTo(1);
    }
  }

  @Test
  default void absence_isTheWeightsThemselves_wheneverTheyAreLookedAt() {
    for (long update = 1; update <= 23; update++) {
      if (new Progress(update, 23, 5).endsEpoch()) {
        assertThat(share(update, absence())).as("update " + update).isEqualTo(1);
      }
    }
  }

  @Test
  default void share_isAFunctionOfTheMembersOwnNumber() {
    Strengths numbers = Given.strength(number(), PerMember.of(0.3, 0.9, 0.3));
    for (long update = 1; update <= 23; update++) {
      Progress progress = new Progress(update, 23, 5);
      assertThat(averaging().share(progress, numbers, 0)).isEqualTo(share(update, 0.3));
      assertThat(averaging().share(progress, numbers, 1)).isEqualTo(share(update, 0.9));
      assertThat(averaging().share(progress, numbers, 2)).isEqualTo(share(update, 0.3));
    }
  }

  /** The share after an update of 23, in epochs of 5. */
  private double share(long update, double value) {
    Strengths numbers = Given.strength(number(), PerMember.of(value));
    return averaging().share(new Progress(update, 23, 5), numbers, 0);
  }
}
