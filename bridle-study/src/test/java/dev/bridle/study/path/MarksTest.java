package dev.bridle.study.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MarksTest {
  @Test
  void strongest_andWeakest_withinOneStandardErrorOfTheBest() {
    List<PathPoint> points =
        points(
            List.of(1.0, 1.1, 0.9), // clearly worse
            List.of(0.45, 0.55, 0.50), // 0.05 worse than the best, standard error 0.126: tied
            List.of(0.55, 0.25, 0.55), // the best: 0.45
            List.of(0.55, 0.30, 0.56), // 0.02 worse, standard error 0.0153: not tied
            List.of(0.35, 0.45, 0.58), // 0.01 worse, standard error 0.1159: tied
            List.of(2.0, 2.0, 2.0));
    assertThat(Marks.of(points, false)).contains(new Marks(2, 4, 1, false));
  }

  @Test
  void higherIsBetter_turnsTheOrder_andEndsAreSaid() {
    List<PathPoint> points = points(List.of(0.9, 0.91), List.of(0.7, 0.72), List.of(0.5, 0.4));
    assertThat(Marks.of(points, true)).contains(new Marks(0, 0, 0, true));
    assertThat(Marks.of(points, false)).contains(new Marks(2, 2, 2, true));
  }

  @Test
  void oneReplicate_hasNoError_soThatOnlyEqualsTie() {
    List<PathPoint> points = points(List.of(0.3), List.of(0.2), List.of(0.2), List.of(0.21));
    assertThat(Marks.of(points, false)).contains(new Marks(1, 2, 1, false));
  }

  @Test
  void divergedStrength_isNotChosen_andAllDiverged_hasNoMarks() {
    double failed = Double.NaN;
    List<PathPoint> points = points(List.of(0.3, 0.4), List.of(0.1, failed));
    assertThat(Marks.of(points, false).orElseThrow().best()).isZero();
    assertThat(Marks.of(points(List.of(failed), List.of(failed)), false)).isEmpty();
  }

  @SafeVarargs
  private static List<PathPoint> points(List<Double>... scores) {
    List<PathPoint> points = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      points.add(
          new PathPoint(
              "l1(" + (i + 1) + ")",
              i + 1,
              scores[i],
              Average.of(scores[i]),
              Optional.empty(),
              List.of(),
              0,
              0,
              0));
    }
    return points;
  }
}
