package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NumberRuleTest {
  private static final double NAN = Double.NaN;

  @Test
  void fit_looksAtTheTrainingRowsOnly() {
    NumberColumn column = CsvFiles.numbers("age", 2, 6, 1000, NAN);
    assertThat(NumberRule.fit(column, new int[] {0, 1}))
        .isEqualTo(new NumberRule("age", 4, 4, 2, false));
  }

  @Test
  void fill_standardisesAndClips() {
    NumberRule rule = new NumberRule("age", 4, 4, 2, false);
    assertThat(fill(rule, CsvFiles.numbers("age", 4, 6, 3, 24, 25, -17, 1e308, -1e308)))
        .containsExactly(0, 1, -0.5f, 10, 10, -10, 10, -10);
  }

  @Test
  void fill_missingInTraining_isTheMedianAndSaidInASecondInput() {
    NumberColumn column = CsvFiles.numbers("age", 0, NAN, 0, 6);
    NumberRule rule = NumberRule.fit(column, new int[] {0, 1, 2, 3});
    // present 0 0 6: median 0, mean 2, deviation sqrt((4 + 4 + 16) / 3)
    assertThat(rule).isEqualTo(new NumberRule("age", 0, 2, Math.sqrt(8), true));
    assertThat(rule.features()).containsExactly("age", "age missing");
    float low = (float) (-2 / Math.sqrt(8));
    assertThat(fill(rule, column))
        .containsExactly(low, 0, low, 1, low, 0, (float) (4 / Math.sqrt(8)), 0);
  }

  @Test
  void fill_missingButNotInTraining_isTheMedianAlone() {
    NumberRule rule = NumberRule.fit(CsvFiles.numbers("age", 1, 3, 8), new int[] {0, 1, 2});
    assertThat(rule.features()).containsExactly("age");
    assertThat(fill(rule, CsvFiles.numbers("age", NAN, 4)))
        .containsExactly((float) ((3 - rule.mean()) / rule.scale()), 0);
  }

  @Test
  void fill_constantInTraining_isZeroInEveryRow() {
    NumberRule rule = NumberRule.fit(CsvFiles.numbers("age", 7, 7, 9), new int[] {0, 1});
    assertThat(rule.scale()).isZero();
    assertThat(fill(rule, CsvFiles.numbers("age", 7, 9, NAN))).containsExactly(0, 0, 0);
  }

  @Test
  void fill_noValueInTraining_isZeroWithoutASecondInput() {
    NumberRule rule = NumberRule.fit(CsvFiles.numbers("age", NAN, NAN, 9), new int[] {0, 1});
    assertThat(rule).isEqualTo(new NumberRule("age", 0, 0, 0, false));
    assertThat(fill(rule, CsvFiles.numbers("age", NAN, 9))).containsExactly(0, 0);
  }

  @Test
  void mismatch_texts_namesTheFirstThatIsNoNumber() {
    NumberRule rule = new NumberRule("age", 0, 0, 1, false);
    CategoryColumn texts = CsvFiles.texts("age", "3", "", "oops", "no");
    assertThat(rule.mismatch(texts, CsvFiles.table(TaskKind.CLASSIFICATION, texts)))
        .contains("column \"age\" holds texts (line 4: \"oops\"), expected numbers");
    TextColumn many = new TextColumn("age", 4);
    assertThat(rule.mismatch(many, CsvFiles.table(TaskKind.CLASSIFICATION, texts)))
        .contains("column \"age\" holds texts, expected numbers");
  }

  @Test
  void mismatch_numbersOrNothing_fits() {
    NumberRule rule = new NumberRule("age", 0, 0, 1, false);
    NumberColumn numbers = CsvFiles.numbers("age", NAN, 1);
    CategoryColumn empty = CsvFiles.texts("age", "", "");
    Table table = CsvFiles.table(TaskKind.REGRESSION, numbers);
    assertThat(rule.mismatch(numbers, table)).isEmpty();
    assertThat(rule.mismatch(empty, table)).isEmpty();
    assertThat(fill(rule, empty)).containsExactly(0, 0);
  }

  @Test
  void new_uselessNumbers_areRefused() {
    assertThatThrownBy(() -> new NumberRule("age", NAN, 0, 1, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("median, mean = NaN, 0.0: expected finite numbers");
    assertThatThrownBy(() -> new NumberRule("age", 0, 0, -1, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scale = -1.0: expected a finite number >= 0");
  }

  private static float[] fill(InputRule rule, Column column) {
    int width = rule.features().size();
    float[] out = new float[column.size() * width];
    int[] rows = IntStream.range(0, column.size()).toArray();
    rule.fill(column, rows, out, 0, width);
    return out;
  }
}
