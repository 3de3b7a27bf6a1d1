package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AxisTest {
  @Test
  void covering_endsAtRoundNumbers() {
    assertThat(Axis.covering(0.03, 0.97)).isEqualTo(new Axis(0, 1, 0.2));
    assertThat(Axis.covering(-3.4, 2.8)).isEqualTo(new Axis(-4, 4, 2));
    assertThat(Axis.covering(91.2, 94.3)).isEqualTo(new Axis(91, 95, 1));
  }

  @Test
  void covering_oneNumber_hasAWidth() {
    Axis axis = Axis.covering(5, 5);
    assertThat(axis.min()).isLessThan(5);
    assertThat(axis.max()).isGreaterThan(5);
    assertThat(Axis.covering(0, 0).max()).isPositive();
  }

  @Test
  void clipped_keepsAllThatIsGood() {
    Axis axis = Axis.clipped(0, List.of(0.1, 0.2, 50.0), true, 1, 1.25);
    assertThat(axis.max()).isGreaterThanOrEqualTo(50);
  }

  @Test
  void clipped_leavesOutWhatIsFarOnTheBadSide() {
    // good side 2; bad side at most the larger of 1.25 * 2 and twice the third quartile, 2 * 2
    List<Double> values = List.of(1.0, 2.0, -1.0, -2.0, 1.0, -2.0, 0.5, -40.0);
    assertThat(Axis.clipped(0, values, true, 1, 1.25)).isEqualTo(new Axis(-4, 2, 2));
    List<Double> mirrored = values.stream().map(v -> -v).toList();
    assertThat(Axis.clipped(0, mirrored, false, 1, 1.25)).isEqualTo(new Axis(-2, 4, 2));
  }

  @Test
  void clipped_keepsTheBadSide_whereMostValuesAreThere() {
    Axis axis = Axis.clipped(0, List.of(-5.0, -6.0, -7.0, 0.1), true, 1, 1.25);
    assertThat(axis.holds(-7)).isTrue();
  }

  @Test
  void with_and_below_changeTheEnds() {
    assertThat(new Axis(90, 94, 1).with(List.of(99.7, 93.0))).isEqualTo(new Axis(90, 100, 2));
    assertThat(new Axis(85, 105, 5).below(100)).isEqualTo(new Axis(85, 100, 5));
    assertThat(new Axis(85, 95, 5).below(100)).isEqualTo(new Axis(85, 95, 5));
  }

  @Test
  void covering_anyNumbers_holdsBoth_inFewSteps() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double scale = Math.pow(10, random.nextInt(200) - 100);
      double a = scale * random.nextGaussian();
      double b = scale * random.nextGaussian();
      Axis axis = Axis.covering(a, b);
      double slack = 1e-6 * axis.step();
      assertThat(axis.min()).isLessThanOrEqualTo(Math.min(a, b) + slack);
      assertThat(axis.max()).isGreaterThanOrEqualTo(Math.max(a, b) - slack);
      double steps = (axis.max() - axis.min()) / axis.step();
      assertThat(steps).isBetween(1.0, 13.0).isCloseTo(Math.rint(steps), within(1e-3));
    }
  }
}
