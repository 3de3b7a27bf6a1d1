package dev.bridle.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PredictionsTest {
  private static final Task COLOURS = new Task.Classification(List.of("red", "green", "blue"));
  private static final Task NUMBERS = new Task.Regression(List.of("a", "b"));

  @Test
  void get_isRowMajor() {
    Predictions predictions = new Predictions(COLOURS, new double[] {0.1, 0.2, 0.7, 0.5, 0.4, 0.1});
    assertThat(predictions.size()).isEqualTo(2);
    assertThat(predictions.get(0, 2)).isEqualTo(0.7);
    assertThat(predictions.get(1, 1)).isEqualTo(0.4);
    assertThat(predictions.task()).isEqualTo(COLOURS);
  }

  @Test
  void rows_areThoseAskedFor_inThatOrder() {
    Predictions all = new Predictions(NUMBERS, new double[] {1, 2, 3, 4, 5, 6});
    Predictions some = all.rows(2, 0);
    assertThat(some.size()).isEqualTo(2);
    assertThat(some.get(0, 1)).isEqualTo(6);
    assertThat(some.get(1, 0)).isEqualTo(1);
  }

  @Test
  void label_isTheMostProbableClass_theFirstOfSeveral() {
    Predictions predictions = new Predictions(COLOURS, new double[] {0.1, 0.2, 0.7, 0.4, 0.4, 0.2});
    assertThat(predictions.label(0)).isEqualTo(2);
    assertThat(predictions.label(1)).isZero();
    assertThat(predictions.labelName(0)).isEqualTo("blue");
  }

  @Test
  void labelName_ofNumbers_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Predictions(NUMBERS, new double[] {1, 2}).labelName(0))
        .withMessage("a regression has no classes; ask for get(row, output)");
  }

  /** Logits 0, ln 3 and ln 4: 1/8, 3/8 and 4/8. */
  @Test
  void ofLogits_areProbabilities() {
    Predictions predictions =
        Predictions.ofLogits(COLOURS, new double[] {0, Math.log(3), Math.log(4)});
    assertThat(predictions.get(0, 0)).isCloseTo(0.125, within(1e-15));
    assertThat(predictions.get(0, 1)).isCloseTo(0.375, within(1e-15));
    assertThat(predictions.get(0, 2)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void ofLogits_extreme_areExact() {
    Predictions predictions =
        Predictions.ofLogits(COLOURS, new double[] {1e300, -1e300, 0, -1e4, -1e4, -2e4});
    assertThat(predictions.get(0, 0)).isEqualTo(1);
    assertThat(predictions.get(0, 1)).isZero();
    assertThat(predictions.get(1, 0)).isEqualTo(0.5);
  }

  @Test
  void ofLogits_notANumberInARow_isThatRowsAlone() {
    Predictions predictions =
        Predictions.ofLogits(COLOURS, new double[] {Double.NaN, 1, 2, 0, 0, 0});
    assertThat(predictions.get(0, 1)).isNaN();
    assertThat(predictions.get(1, 1)).isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void ofOutputs_numbersReturnToTheirUnits_logitsBecomeProbabilities() {
    Dataset train = Truth.numbers(2, 1, 10, 3, 30);
    Scaling scaling = Scaling.fit(train); // means 2 and 20, deviations 1 and 10
    Predictions numbers = Predictions.ofOutputs(train.task(), new double[] {0.5, -2}, scaling);
    assertThat(numbers.get(0, 0)).isEqualTo(2.5);
    assertThat(numbers.get(0, 1)).isZero();
    Predictions classes = Predictions.ofOutputs(COLOURS, new double[] {5, 5, 5}, scaling);
    assertThat(classes.get(0, 1)).isCloseTo(1.0 / 3, within(1e-15));
  }
}
