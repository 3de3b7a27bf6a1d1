package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
  private static final Columns COLUMNS = Columns.of("size", 6).and("K", 3).and("slowest", 2);

  @Test
  void line_firstCellLeft_othersRight() {
    assertThat(COLUMNS.head()).isEqualTo("size      K  slowest");
    assertThat(COLUMNS.line(List.of("tiny", "16", "1.5"))).isEqualTo("tiny     16      1.5");
  }

  @Test
  void line_cellThatIsTooWide_isPrintedWhole() {
    assertThat(COLUMNS.line(List.of("enormous", "1", "1"))).isEqualTo("enormous    1        1");
  }

  @Test
  void line_otherCount_isRefused() {
    assertThatThrownBy(() -> COLUMNS.line(List.of("tiny")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cells = [tiny]: expected 3");
  }

  @Test
  void rows_ofCells_standBelowTheirHeads() {
    StepCell cell =
        new StepCell("tiny", 8, 2, "adam(1e-3)", Kind.PLAIN, new Spread(25, 24, 130), 5, 12.5);
    assertThat(StepCell.COLUMNS.head() + "\n" + cell.row())
        .isEqualTo(
            "size      K  workers            rule         kind       us  fastest  slowest    flops"
                + "   ratio  traffic   ratio\n"
                + "tiny      8        2      adam(1e-3)        plain     25.0     24.0      130"
                + "      5.0    5.00     12.5    2.00");
  }
}
