package dev.bridle.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatienceTest {
  /**
   * Eight epochs, the third of them the best:
   *
   * <pre>
   * epoch        1     2     3     4     5     6     7     8
   * training     1.00  0.80  0.60  0.50  0.45  0.40  0.40  0.40
   * validation   1.00  0.80  0.50  0.52  0.51  0.55  0.60  0.66
   * GL in %      0     0     0     4     2     10    20    32
   * P, strip 2         111         100         62.5        0
   * P, strip 4                     450                     31.25
   * </pre>
   */
  private static final Losses TABLE =
      new Losses(
          List.of(1.0, 0.8, 0.6, 0.5, 0.45, 0.4, 0.4, 0.4),
          List.of(1.0, 0.8, 0.5, 0.52, 0.51, 0.55, 0.6, 0.66));

  /** The first epoch, counted from 1, after which it is over; 0 for none. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          2 => 5
          3 => 6
          5 => 8
          6 => 0
          gl(3) => 4
          gl(5) => 6
          gl(15) => 7
          gl(25) => 8
          gl(50) => 0
          pq(0.03), strip=2 => 4
          pq(0.1), strip=2 => 6
          pq(1000), strip=2 => 8
          pq(0.005), strip=4 => 4
          pq(0.01), strip=4 => 8
          pq(1), strip=4 => 8
          pq(1.05), strip=4 => 0
          pq(0.001), strip=1 => 4
          pq(0.001), strip=5 => 5
          pq(0.001) => 5
          pq(0.001), strip=9 => 0
          pq(0.001), strip=inf => 0
          up(1), strip=1 => 4
          up(2), strip=1 => 7
          up(3), strip=1 => 8
          up(4), strip=1 => 0
          up(1), strip=2 => 6
          up(2), strip=2 => 8
          up(3), strip=2 => 0
          up(1), strip=3 => 6
          up(1), strip=4 => 8
          up(1) => 0
          up(1), strip=inf => 0
          """)
  void stops_atTheEpochOfTheTable(String settings, int epoch) {
    Term term = Recipe.parse("early-stopping(" + settings + ")").terms().get(0);
    StoppingRule rule = (StoppingRule) Catalogue.make(term);
    assertThat(firstStop(rule, TABLE, term.numbers())).isEqualTo(epoch);
    assertThat(rule.judge(TABLE, term.numbers()).best()).isEqualTo(2);
  }

  /** 0.625 is 25 % above 0.5, to the bit. */
  @Test
  void gl_ofExactlyItsLimit_isBorne() {
    Losses losses = of(0.5, 0.625);
    assertThat(over(Patience.GENERALIZATION_LOSS, losses, 25, 1)).isFalse();
    assertThat(over(Patience.GENERALIZATION_LOSS, losses, Math.nextDown(25.0), 1)).isTrue();
  }

  /** No loss of generalization is none, even without progress; any is too much then. */
  @Test
  void pq_withoutProgress_stopsAtTheFirstLoss() {
    List<Double> still = List.of(0.25, 0.25);
    Patience pq = Patience.PROGRESS_QUOTIENT;
    assertThat(over(pq, new Losses(still, List.of(0.5, 0.25)), 0.1, 2)).isFalse();
    assertThat(over(pq, new Losses(still, List.of(0.5, 0.5)), 0.1, 2)).isFalse();
    assertThat(over(pq, new Losses(still, List.of(0.25, 0.5)), 1e300, 2)).isTrue();
  }

  /** Losses of 0: the quotients are not defined, what they mean is. */
  @Test
  void zeroLosses_areTheBest_andAnythingIsWorse() {
    Losses zero = of(0, 0);
    Losses worse = of(0, 1e-300);
    for (Patience measured : List.of(Patience.GENERALIZATION_LOSS, Patience.PROGRESS_QUOTIENT)) {
      assertThat(over(measured, zero, 1, 1)).isFalse();
      assertThat(over(measured, worse, 1e6, 1)).isTrue();
    }
  }

  @Test
  void notANumber_isAnInfiniteLoss() {
    List<Double> train = Collections.nCopies(2, 1.0);
    Losses lost = new Losses(train, List.of(1.0, Double.NaN));
    Losses neverFound = new Losses(train, List.of(Double.NaN, Double.NaN));
    for (Patience patience : Patience.values()) {
      Map<String, Double> numbers = numbers(1, 1);
      EarlyStopping rule = new EarlyStopping(patience);
      assertThat(rule.judge(lost, numbers).stop()).as("%s", patience).isTrue();
      assertThat(rule.judge(lost, numbers).best()).isZero();
      boolean epochs = patience == Patience.EPOCHS; // no epoch is better than the one before
      assertThat(rule.judge(neverFound, numbers).stop()).as("%s", patience).isEqualTo(epochs);
    }
  }

  @Test
  void up_equalLosses_doNotRise() {
    assertThat(over(Patience.RISING_STRIPS, of(1, 1), 1, 1)).isFalse();
    assertThat(over(Patience.RISING_STRIPS, of(1, 2, 2), 2, 1)).isFalse();
  }

  @Test
  void of_unknownScale_isRefused() {
    assertThat(Patience.of("pq")).isEqualTo(Patience.PROGRESS_QUOTIENT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Patience.of("ql"))
        .withMessage("patience \"ql\": expected a number, gl, pq or up");
  }

  @Nested
  final class GeneralizationLossTest implements StoppingLaws {
    @Override
    public StoppingRule rule() {
      return new EarlyStopping(Patience.GENERALIZATION_LOSS);
    }

    @Override
    public Map<String, Double> patience(double limit) {
      return numbers(limit, 1);
    }
  }

  @Nested
  final class ProgressQuotientTest implements StoppingLaws {
    @Override
    public StoppingRule rule() {
      return new EarlyStopping(Patience.PROGRESS_QUOTIENT);
    }

    @Override
    public Map<String, Double> patience(double limit) {
      return numbers(limit / 100, 2);
    }
  }

  @Nested
  final class RisingStripsTest implements StoppingLaws {
    @Override
    public StoppingRule rule() {
      return new EarlyStopping(Patience.RISING_STRIPS);
    }

    @Override
    public Map<String, Double> patience(double limit) {
      return numbers(limit, 2);
    }
  }

  private static int firstStop(StoppingRule rule, Losses losses, Map<String, Double> numbers) {
    for (int n = 1; n <= losses.epochs(); n++) {
      Losses soFar = new Losses(losses.training().subList(0, n), losses.validation().subList(0, n));
      if (rule.judge(soFar, numbers).stop()) {
        return n;
      }
    }
    return 0;
  }

  /** Training and validation losses alike. */
  private static Losses of(double... losses) {
    List<Double> list = Arrays.stream(losses).boxed().toList();
    return new Losses(list, list);
  }

  private static boolean over(Patience patience, Losses losses, double limit, double strip) {
    return new EarlyStopping(patience).judge(losses, numbers(limit, strip)).stop();
  }

  private static Map<String, Double> numbers(double patience, double strip) {
    return Map.of("patience", patience, "strip", strip);
  }
}
