package dev.bridle.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.study.report.Leaderboard.Cell;
import dev.bridle.study.result.StudyReport;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LeaderboardTest {
  @Test
  void cells_areAsManyAsColumns() {
    for (StudyReport study : List.of(SampleStudies.classification(), SampleStudies.regression())) {
      Leaderboard board = board(study, Metric.of(study));
      assertThat(board.rows())
          .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(board.columns()));
    }
  }

  @Test
  void numbers_carryWhatTheyAreSortedBy() {
    StudyReport study =
        Tiny.study(
            Tiny.arm("none", "baseline", 0.9),
            Tiny.compared("l2(1)", "better", 0.02, List.of(0.02)));
    Leaderboard.Row row = board(study, Tiny.ACCURACY).rows().get(0);
    assertThat(row.cells().get(0)).isEqualTo(new Cell("92.0", "91.0 to 93.0", "0.92"));
    assertThat(row.cells().get(1)).isEqualTo(new Cell("+2.0", "−2.0 to +6.0", "0.02"));
    assertThat(row.cells().get(2)).isEqualTo(new Cell("0.030", "", "0.03"));
    assertThat(board(study, Tiny.ACCURACY).rows().get(1).cells().get(1)).isEqualTo(Cell.none());
  }

  @Test
  void firstClick_showsTheBest() {
    StudyReport study = Tiny.study(Tiny.arm("none", "baseline", 0.9));
    assertThat(board(study, Tiny.ACCURACY).columns().get(0).first()).isEqualTo("descending");
    assertThat(board(study, Tiny.RMSE).columns().get(0).first()).isEqualTo("ascending");
    assertThat(board(study, Tiny.ACCURACY).columns().get(2).first()).isEqualTo("ascending");
  }

  @Test
  void legend_namesTheLevelOfTheIntervals() {
    StudyReport study = SampleStudies.classification();
    assertThat(board(study, Metric.of(study)).legend())
        .contains(
            "Difference: replicate by replicate to none, mean with its 99.6\u00a0% interval.");
  }

  private static Leaderboard board(StudyReport study, Metric metric) {
    return Leaderboard.of(study, Ranking.of(study), metric);
  }
}
