package dev.bridle.study.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.study.table.Column;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.TableException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeriesTest {
  @TempDir Path folder;

  @Test
  void of_table_takesNumbersAsInputs_theTargetAmongThem() {
    String text =
        SeriesFiles.lines("date,a,y,same", 10, i -> "2001-01-0" + i + "," + i + "," + i * i + ",7");
    Series series = SeriesFiles.series(folder, text, 3, 2);
    assertThat(series.columns()).extracting(Column::name).containsExactly("a", "y");
    assertThat(series.target().name()).isEqualTo("y");
    assertThat(series.notes())
        .containsExactly(
            Note.info("columns \"date\", \"same\" left out: texts, or one value throughout"));
  }

  /** Ten rows, window 3, horizon 2: targets are rows 4 to 9. */
  @Test
  void size_isThatOfTheTargetsThatHaveAWindow() {
    String text = SeriesFiles.lines("y", 10, i -> "" + i);
    Series series = SeriesFiles.series(folder, text, 3, 2);
    assertThat(series.size()).isEqualTo(6);
    assertThat(series.lastRow(0)).isEqualTo(2);
    assertThat(series.targetRow(0)).isEqualTo(4);
    assertThat(series.targetRow(5)).isEqualTo(9);
  }

  @Test
  void of_gapsInInputs_areFilledFromThePast() {
    String text = "a,y\n,1\n5,2\n,3\n,4\n6,5\n";
    Series series = SeriesFiles.series(folder, text, 2, 1);
    assertThat(series.columns().get(0).values()).containsExactly(Double.NaN, 5, 5, 5, 6);
    assertThat(series.notes())
        .contains(Note.info("3 missing numbers taken as the last one before it"));
  }

  @Test
  void of_gapInTheTarget_isRefused() {
    assertThatThrownBy(() -> SeriesFiles.table(folder, "a,y\n1,1\n2,\n3,3\n"))
        .isInstanceOf(TableException.class)
        .hasMessageContaining(
            "target \"y\" has no value in line 3: expected a number in every row of a series");
  }

  @Test
  void of_textTarget_isRefused() {
    assertThatThrownBy(() -> SeriesFiles.table(folder, "a,y\n1,up\n2,down\n"))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("expected numbers for a regression");
  }

  @Test
  void of_datesThatRunBackward_areRefused() {
    String text = SeriesFiles.lines("date,y", 9, i -> "2001-01-0" + (9 - i) + "," + i);
    assertThatThrownBy(() -> SeriesFiles.series(folder, text, 2, 1))
        .isInstanceOf(TableException.class)
        .hasMessageEndingWith(
            "series.csv, line 3, column \"date\": found \"2001-01-08\" behind \"2001-01-09\","
                + " expected rows in the order of time, the oldest first; sort the file, or leave"
                + " the column out: --drop date");
  }

  @Test
  void of_otherTexts_sayNothingOfTime() {
    String text = SeriesFiles.lines("name,y", 9, i -> "z" + (9 - i) + "," + i);
    assertThat(SeriesFiles.series(folder, text, 2, 1).size()).isEqualTo(7);
  }

  @Test
  void of_fewerRowsThanAWindow_isRefused() {
    String text = SeriesFiles.lines("y", 10, i -> "" + i);
    assertThatThrownBy(() -> SeriesFiles.series(folder, text, 8, 3))
        .isInstanceOf(TableException.class)
        .hasMessageEndingWith("10 rows, expected at least window + horizon = 11");
  }

  @Test
  void options_outOfRange_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeriesOptions(0, 1))
        .withMessage("window = 0: expected a whole number of steps from 1 to 100,000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeriesOptions(1, 100_001))
        .withMessageStartingWith("horizon = 100001: ");
  }

  /** 1, 4, 9, 16, two steps ahead: errors 8, 12 and 16; sqrt((64 + 144 + 256) / 3), 36 / 3. */
  @Test
  void persistence_errors_areWorkedOutByHand() {
    String text = SeriesFiles.lines("y", 5, i -> "" + (i + 1) * (i + 1));
    Series series = SeriesFiles.series(folder, text, 1, 2);
    Persistence persistence = Persistence.of(series, 0, series.size());
    assertThat(persistence.forecasts()).isEqualTo(3);
    assertThat(persistence.rmse()).isCloseTo(Math.sqrt(464 / 3.0), within(1e-12));
    assertThat(persistence.mae()).isEqualTo(12);
    assertThatIllegalArgumentException().isThrownBy(() -> Persistence.of(series, 2, 2));
  }
}
