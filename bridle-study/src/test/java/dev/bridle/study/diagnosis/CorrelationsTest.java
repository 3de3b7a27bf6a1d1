package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.builtin.Correlated;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.tensor.Key;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CorrelationsTest {
  @Test
  void r_byHand() {
    double[][] values = {{1, 2, 3, 4}, {1, 3, 2, 4}, {5, 5, 5, 5}, {-1, -2, -3, -4}};
    Correlations found = Correlations.of(List.of("a", "b", "same", "minus"), values, 4);
    assertThat(found.columns()).containsExactlyInAnyOrder("a", "b", "minus"); // one never varies
    assertThat(r(found, "a", "b")).isCloseTo(0.8, within(1e-12));
    assertThat(r(found, "b", "minus")).isCloseTo(-0.8, within(1e-12));
    assertThat(r(found, "a", "minus")).isCloseTo(-1, within(1e-12));
    assertThat(r(found, "b", "b")).isEqualTo(1);
  }

  @Test
  void missing_countsAsTheMean() {
    // deviations -1 0 1 and -1 1 0: r = 1 / 2
    double[][] values = {{1, Double.NaN, 3}, {1, 3, Double.NaN}};
    assertThat(r(Correlations.of(List.of("a", "b"), values, 2), "a", "b"))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void blocks_ofTheCorrelatedGenerator_areItsThreeGroups() {
    Diagnosis diagnosis =
        Diagnoser.of(DatasetTable.of("c", new Correlated().draw(300, Key.of(3))), 7);
    assertThat(diagnosis.correlations().blocks())
        .extracting(Correlations.Block::columns)
        .containsExactlyInAnyOrder(
            List.of("x1", "x2", "x3", "x4", "x5"),
            List.of("x6", "x7", "x8", "x9", "x10"),
            List.of("x11", "x12", "x13", "x14", "x15"));
    // variance 1 of 1.01 is shared
    assertThat(diagnosis.correlations().blocks())
        .allMatch(block -> Math.abs(block.mean() - 1 / 1.01) < 0.005);
    assertThat(diagnosis.correlations().inBlocks()).isEqualTo(15);
    assertThat(diagnosis.correlations().shareInBlocks()).isEqualTo(15 / 40.0);
  }

  @Test
  void order_keepsBlocksTogether() {
    Correlations found =
        Diagnoser.of(DatasetTable.of("c", new Correlated().draw(300, Key.of(3))), 7).correlations();
    for (Correlations.Block block : found.blocks()) {
      int[] places = block.columns().stream().mapToInt(found.columns()::indexOf).sorted().toArray();
      assertThat(places[4] - places[0]).isEqualTo(4);
    }
  }

  @Test
  void strangers_makeNoBlocks_howeverFewRows() {
    for (int rows : new int[] {3, 8, 20, 50}) {
      double[][] values =
          IntStream.range(0, 60)
              .mapToObj(i -> Tables.normals(rows, 100 + i))
              .toArray(double[][]::new);
      List<String> names = IntStream.range(0, 60).mapToObj(i -> "c" + i).toList();
      assertThat(Correlations.of(names, values, 60).blocks()).as(rows + " rows").isEmpty();
    }
  }

  @Test
  void extremes_doNotOverflow() {
    double[][] values = {{1e308, -1e308, 0}, {1, -1, 0}};
    assertThat(r(Correlations.of(List.of("a", "b"), values, 2), "a", "b"))
        .isCloseTo(1, within(1e-12));
  }

  private static double r(Correlations found, String a, String b) {
    return found.r().get(found.columns().indexOf(a)).get(found.columns().indexOf(b));
  }
}
