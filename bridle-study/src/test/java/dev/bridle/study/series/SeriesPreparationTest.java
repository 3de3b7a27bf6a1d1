package dev.bridle.study.series;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Task;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeriesPreparationTest {
  @TempDir Path folder;

  /** Columns a = 0, 1, 2, ... and y = 10, 20, 30, ..., twelve rows. */
  private Series series(int window, int horizon) {
    String text = SeriesFiles.lines("a,y", 12, i -> i + "," + 10 * (i + 1));
    return SeriesFiles.series(folder, text, window, horizon);
  }

  /**
   * Window 2, horizon 1, training examples 0 and 1: they see rows 0 to 3, so a has mean 1.5 and
   * variance 1.25, y has mean 25 and variance 125.
   */
  @Test
  void fit_scales_areThoseOfTheRowsThatTrainingSees() {
    SeriesPreparation fitted = SeriesPreparation.fit(series(2, 1), 0, 2);
    assertThat(fitted.rules()).hasSize(2);
    assertThat(fitted.rules().get(0).mean()).isEqualTo(1.5);
    assertThat(fitted.rules().get(0).scale()).isCloseTo(Math.sqrt(1.25), within(1e-12));
    assertThat(fitted.rules().get(1).mean()).isEqualTo(25);
  }

  @Test
  void apply_windows_areOldestFirst_columnBesideColumn() {
    SeriesPreparation fitted = SeriesPreparation.fit(series(2, 1), 0, 2);
    Dataset data = fitted.apply(series(2, 1), 3, 5);
    assertThat(data.inputShape()).containsExactly(2, 2);
    assertThat(data.featureNames()).containsExactly("a t-1", "y t-1", "a t", "y t");
    assertThat(data.task()).isEqualTo(new Task.Regression(List.of("y")));
    assertThat(data.values()).containsExactly(60, 70); // rows 5 and 6
    double a = Math.sqrt(1.25);
    double y = Math.sqrt(125);
    double[] expected = {1.5 / a, 15 / y, 2.5 / a, 25 / y, 2.5 / a, 25 / y, 3.5 / a, 35 / y};
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) data.inputs()[i]).isCloseTo(expected[i], within(1e-6));
    }
  }

  @Test
  void apply_noExamples_isEmpty() {
    Dataset data = SeriesPreparation.fit(series(2, 1), 0, 2).apply(series(2, 1), 9, 9);
    assertThat(data.size()).isZero();
    assertThat(data.inputShape()).containsExactly(2, 2);
  }

  @Test
  void steps_haveAWindowForEachRowBehindTheFirst_theLastRowIncluded() throws IOException {
    SeriesPreparation fitted = SeriesPreparation.fit(series(2, 3), 0, 4);
    Path file = Files.writeString(folder.resolve("new.csv"), "y,extra,a\n50,x,4\n60,x,5\n70,x,6\n");
    Table table = TableReader.of(TableOptions.defaults()).readFor(fitted.columns(), file);
    Steps steps = fitted.steps(table);
    assertThat(steps.windows()).isEqualTo(2);
    assertThat(steps.window(1)).containsExactly(5, 60, 6, 70); // a, y
    double[] both = DoubleStream.concat(stream(steps.window(0)), stream(steps.window(1))).toArray();
    assertThat(fitted.inputsOf(both)).isEqualTo(fitted.apply(series(2, 3), 4, 6).inputs());
  }

  @Test
  void inputsOf_missingNumber_isTheOneBeforeInItsWindow_orTheMean() {
    SeriesPreparation fitted = SeriesPreparation.fit(series(2, 1), 0, 2); // a: 1.5, y: 15
    double none = Double.NaN;
    float[] inputs = fitted.inputsOf(4, 50, none, none, none, none, 4, none);
    float a = fitted.rules().get(0).input(4);
    assertThat(inputs)
        .containsExactly(a, fitted.rules().get(1).input(50), a, inputs[1], 0, 0, a, 0);
  }

  @Test
  void steps_tooFewRows_areRefused() throws IOException {
    SeriesPreparation fitted = SeriesPreparation.fit(series(3, 1), 0, 4);
    Path file = Files.writeString(folder.resolve("new.csv"), "a,y\n1,2\n2,3\n");
    Table table = TableReader.of(TableOptions.defaults()).readFor(fitted.columns(), file);
    assertThatThrownBy(() -> fitted.steps(table))
        .isInstanceOf(TableException.class)
        .hasMessageEndingWith("2 rows, expected at least 3, one window of the model");
  }

  @Test
  void toMap_of_isTheSame_andOtherEntriesArePassedOver() {
    SeriesPreparation fitted = SeriesPreparation.fit(series(4, 2), 1, 5);
    Map<String, String> map = new LinkedHashMap<>(fitted.toMap());
    map.put("other", "entry");
    assertThat(SeriesPreparation.of(map)).isEqualTo(fitted);
    assertThat(SeriesPreparation.isIn(map)).isTrue();
    assertThat(SeriesPreparation.isIn(Map.of("preparation", "1"))).isFalse();
    map.remove("series.window");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeriesPreparation.of(map))
        .withMessage("series.window: missing, expected a text");
  }
}
