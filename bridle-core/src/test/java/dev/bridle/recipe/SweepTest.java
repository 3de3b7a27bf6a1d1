package dev.bridle.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SweepTest {
  private static final Parameter STRENGTH = Parameter.strength("lambda", "strength");
  private static final Parameter RATE = Parameter.rate("rate", "share dropped");
  private static final Parameter PATIENCE =
      Parameter.number("patience", "epochs", Range.atLeast(1)).wholeNumbers();

  private static List<Double> values(Parameter parameter, double low, double high, int count) {
    return Sweep.values(parameter, new Value.Swept(low, high, count));
  }

  @Test
  void values_strength_haveEqualRatios() {
    assertThat(values(STRENGTH, 1e-6, 1e-2, 5)).containsExactly(1e-6, 1e-5, 1e-4, 1e-3, 1e-2);
  }

  @Test
  void values_halfDecades_areRoundedToThreeDigits() {
    assertThat(values(STRENGTH, 1e-4, 1e-2, 5)).containsExactly(1e-4, 3.16e-4, 1e-3, 3.16e-3, 1e-2);
  }

  @Test
  void values_rate_haveEqualDifferences() {
    assertThat(values(RATE, 0.1, 0.5, 5)).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
    assertThat(values(RATE, 0, 0.5, 4)).containsExactly(0.0, 0.167, 0.333, 0.5);
  }

  @Test
  void values_narrowRange_takesTheDigitsItNeeds() {
    assertThat(values(RATE, 0.5, 0.5004, 5)).containsExactly(0.5, 0.5001, 0.5002, 0.5003, 0.5004);
  }

  @Test
  void values_endsOfManyDigits_areExact() {
    assertThat(values(STRENGTH, 1.23456789e-5, 9.87654321e-5, 2))
        .containsExactly(1.23456789e-5, 9.87654321e-5);
  }

  @Test
  void values_wholeNumbers_areWhole() {
    assertThat(values(PATIENCE, 5, 20, 5)).containsExactly(5.0, 7.0, 10.0, 14.0, 20.0);
  }

  @Test
  void values_moreThanThereAreWholeNumbers_isRefused() {
    assertThatThrownBy(() -> values(PATIENCE, 1, 3, 5))
        .hasMessage("patience = 1..3: expected fewer values between its ends, such as 1..3/2");
  }

  @Test
  void values_neighbouringDoubles_isRefused() {
    assertThatThrownBy(() -> values(RATE, 0.5, Math.nextUp(0.5), 3))
        .hasMessageStartingWith("rate = 0.5..")
        .hasMessageContaining("expected fewer values");
  }

  @Test
  void values_logarithmicFromZero_isRefusedAndSaysSo() {
    assertThatThrownBy(() -> values(STRENGTH, 0, 1, 5))
        .hasMessage(
            "lambda = 0..1: expected a first number above 0, since this range is logarithmic;"
                + " 0 can be tried in a list, such as 0, 1e-4, 1e-3");
  }

  @Test
  void values_anyRange_increaseFromEndToEndAndFollowTheSpacing() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2000; i++) {
      double low = Math.pow(10, random.nextDouble(-8, 2));
      double high = low * (1 + Math.pow(10, random.nextDouble(-3, 4)));
      int count = random.nextInt(2, 30);
      List<Double> logarithmic = values(STRENGTH, low, high, count);
      assertThat(logarithmic).hasSize(count).startsWith(low).endsWith(high).isSorted();
      for (int j = 1; j < count - 1; j++) {
        double exact = low * Math.pow(high / low, (double) j / (count - 1));
        double gap = exact - low * Math.pow(high / low, (double) (j - 1) / (count - 1));
        assertThat(Math.abs(logarithmic.get(j) - exact)).isLessThan(0.03 * gap);
      }
    }
  }
}
