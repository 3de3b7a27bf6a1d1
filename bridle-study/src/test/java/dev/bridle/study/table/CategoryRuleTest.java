package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CategoryRuleTest {
  private static final CategoryColumn COLOR = CsvFiles.texts("color", "red", "blue", "", "green");

  @Test
  void fit_looksAtTheTrainingRowsOnly_andSorts() {
    assertThat(CategoryRule.fit(COLOR, new int[] {0, 1}))
        .isEqualTo(new CategoryRule("color", List.of("blue", "red"), false));
    assertThat(CategoryRule.fit(COLOR, new int[] {2, 3}))
        .isEqualTo(new CategoryRule("color", List.of("green"), true));
  }

  @Test
  void fill_isOneInputForEachCategory() {
    CategoryRule rule = CategoryRule.fit(COLOR, new int[] {0, 1});
    assertThat(rule.features()).containsExactly("color=blue", "color=red");
    assertThat(fill(rule, COLOR)).containsExactly(0, 1, 1, 0, 0, 0, 0, 0);
  }

  @Test
  void fill_missingInTraining_isACategory() {
    CategoryRule rule = CategoryRule.fit(COLOR, new int[] {0, 2});
    assertThat(rule.features()).containsExactly("color=red", "color missing");
    assertThat(fill(rule, COLOR)).containsExactly(1, 0, 0, 0, 0, 1, 0, 0);
  }

  @Test
  void fill_otherDictionary_goesByTheText() {
    CategoryRule rule = CategoryRule.fit(COLOR, new int[] {0, 1});
    assertThat(fill(rule, CsvFiles.texts("color", "pink", "blue", "red")))
        .containsExactly(0, 0, 1, 0, 0, 1);
  }

  @Test
  void fit_moreThanAHundred_keepsTheMostFrequent() {
    String[] values =
        IntStream.range(0, 150)
            .boxed()
            .flatMap(i -> IntStream.range(0, i < 30 ? 2 : 1).mapToObj(j -> "k" + (1000 + i)))
            .toArray(String[]::new);
    CategoryColumn column = CsvFiles.texts("k", values);
    CategoryRule rule = CategoryRule.fit(column, IntStream.range(0, values.length).toArray());
    // k1000 to k1029 occur twice, of the others k1030 to k1099 come first
    assertThat(rule.categories())
        .isEqualTo(IntStream.range(1000, 1100).mapToObj(i -> "k" + i).toList());
    CategoryColumn reversed =
        CsvFiles.texts(
            "k",
            IntStream.range(0, values.length)
                .mapToObj(i -> values[values.length - 1 - i])
                .toArray(String[]::new));
    assertThat(CategoryRule.fit(reversed, IntStream.range(0, values.length).toArray()))
        .isEqualTo(rule);
  }

  @Test
  void mismatch_numbers_saysWhatWasExpected() {
    CategoryRule rule = CategoryRule.fit(COLOR, new int[] {0, 1});
    NumberColumn numbers = CsvFiles.numbers("color", 1, 2);
    Table table = CsvFiles.table(TaskKind.REGRESSION, numbers);
    assertThat(rule.mismatch(numbers, table))
        .contains("column \"color\" holds numbers, expected categories such as \"blue\", \"red\"");
    assertThat(rule.mismatch(new TextColumn("color", 2), table))
        .contains(
            "column \"color\" holds more than 100,000 texts, expected categories such as \"blue\","
                + " \"red\"");
  }

  @Test
  void mismatch_textsOrNothing_fits() {
    CategoryRule rule = CategoryRule.fit(COLOR, new int[] {0, 2});
    NumberColumn empty = CsvFiles.numbers("color", Double.NaN, Double.NaN);
    Table table = CsvFiles.table(TaskKind.REGRESSION, empty);
    assertThat(rule.mismatch(COLOR, table)).isEmpty();
    assertThat(rule.mismatch(empty, table)).isEmpty();
    assertThat(fill(rule, empty)).containsExactly(0, 1, 0, 1);
  }

  private static float[] fill(InputRule rule, Column column) {
    int width = rule.features().size();
    float[] out = new float[column.size() * width];
    rule.fill(column, IntStream.range(0, column.size()).toArray(), out, 0, width);
    return out;
  }
}
