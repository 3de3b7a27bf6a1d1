package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TableReportTest {
  private static final int ROWS = 60;
  private static final NumberColumn NOISE = noise("noise", 1);
  private static final CategoryColumn CLASS = texts("y", i -> "k" + i % 3);
  private static final NumberColumn AMOUNT = noise("y", 2);

  @Test
  void of_nothingWrong_isEmpty() {
    assertThat(classification(NOISE)).isEmpty();
    assertThat(regression(NOISE)).isEmpty();
  }

  @Test
  void columns_thatAreLeftOut() {
    assertThat(
            classification(
                NOISE,
                numbers("three", i -> 3),
                texts("red", i -> "red"),
                numbers("empty", i -> Double.NaN),
                texts("name", i -> i == 7 ? "" : "name " + i)))
        .containsExactly(
            Note.info("column \"three\" is \"3\" in every row and is left out"),
            Note.info("column \"red\" is \"red\" in every row and is left out"),
            Note.info("column \"empty\" has no value in any row and is left out"),
            Note.info("column \"name\" has another text in every row and is left out"));
  }

  @Test
  void columns_constantButForMissingOnes_areUsed() {
    assertThat(
            classification(
                NOISE,
                texts("member", i -> i % 7 == 0 ? "" : "yes"),
                numbers("one", i -> i % 7 == 0 ? Double.NaN : 1)))
        .isEmpty();
  }

  @Test
  void columns_withManyCategories() {
    int rows = 300;
    CategoryColumn many =
        CsvFiles.texts(
            "zip", IntStream.range(0, rows).mapToObj(i -> "z" + i % 101).toArray(String[]::new));
    NumberColumn target = CsvFiles.numbers("y", new Random(1).doubles(rows).toArray());
    assertThat(TableReport.of(CsvFiles.table(TaskKind.REGRESSION, many, target)))
        .contains(
            Note.info(
                "column \"zip\" has 101 different texts: the 100 most frequent of the training rows"
                    + " get an input each, the others none"));
  }

  @Test
  void columns_thatCountTheRows() {
    Note expected =
        Note.warning("column \"id\" counts the rows; if it only names the row: --drop id");
    assertThat(classification(NOISE, numbers("id", i -> 100 + i))).containsExactly(expected);
    assertThat(classification(NOISE, numbers("id", i -> 100 - i))).containsExactly(expected);
  }

  @Test
  void columns_thatLookLikeKeys() {
    assertThat(classification(NOISE, numbers("id", i -> (i * 37) % 61)))
        .containsExactly(
            Note.warning(
                "column \"id\" has another whole number in every row, as an id has; if it only"
                    + " names the row: --drop id"));
    assertThat(classification(NOISE, numbers("x", i -> (i * 37) % 61 + 0.5))).isEmpty();
    assertThat(classification(NOISE, numbers("x", i -> (i * 37) % 59))).isEmpty();
    assertThat(classification(NOISE, numbers("x", i -> i == 0 ? Double.NaN : (i * 37) % 61)))
        .isEmpty();
  }

  @Test
  void columns_inOtherWords() {
    Note expected =
        Note.warning(
            "column \"copy\" is the target in other words: one value for each class; if it is not"
                + " known before the target is: --drop copy");
    assertThat(classification(NOISE, texts("copy", i -> "K" + i % 3))).containsExactly(expected);
    assertThat(classification(NOISE, texts("copy", i -> i % 3 == 1 ? "" : "K" + i % 3)))
        .containsExactly(expected);
    assertThat(classification(NOISE, numbers("copy", i -> new double[] {5, 1, 9}[i % 3])))
        .containsExactly(expected);
    assertThat(classification(NOISE, texts("copy", i -> i == 0 ? "K1" : "K" + i % 3))).isEmpty();
    assertThat(classification(NOISE, texts("copy", i -> "K" + Math.min(1, i % 3)))).isEmpty();
  }

  @Test
  void columns_thatTellTheClassesApart() {
    Note expected =
        Note.warning(
            "column \"late\" tells the classes apart by itself: its ranges in them do not overlap;"
                + " if it is not known before the target is: --drop late");
    IntToDoubleFunction apart = i -> (i % 3 == 1 ? 0 : i % 3 == 0 ? 5 : 9) + i / 100.0;
    assertThat(classification(NOISE, numbers("late", apart))).containsExactly(expected);
    assertThat(
            classification(
                NOISE, numbers("late", i -> i < 10 ? Double.NaN : apart.applyAsDouble(i))))
        .containsExactly(expected);
    assertThat(
            classification(
                NOISE, numbers("late", i -> i < 11 ? Double.NaN : apart.applyAsDouble(i))))
        .isEmpty(); // 49 rows are too few
    assertThat(classification(NOISE, numbers("late", i -> i == 0 ? 0.3 : apart.applyAsDouble(i))))
        .isEmpty();
  }

  @Test
  void columns_ofWhichTheTargetIsAFunction() {
    Note expected =
        Note.warning(
            "column \"log\" gives the target away: the target only rises, or only falls, with it;"
                + " if it is not known before the target is: --drop log");
    double[] y = AMOUNT.values();
    assertThat(regression(NOISE, numbers("log", i -> Math.log(y[i])))).containsExactly(expected);
    assertThat(regression(NOISE, numbers("log", i -> -2 * y[i] + 1))).containsExactly(expected);
    assertThat(regression(NOISE, numbers("log", i -> i == 5 ? 0.5 : y[i]))).isEmpty();
    assertThat(regression(NOISE, numbers("log", i -> Math.rint(3 * y[i])))).isEmpty();
  }

  @Test
  void columns_thatRiseWithTheTarget_butInSteps_areNoLeak() {
    NumberColumn steps = numbers("steps", i -> Math.floor(i / 2.0));
    NumberColumn rows = numbers("rows", i -> i + 0.5);
    assertThat(report(TaskKind.REGRESSION, rows, NOISE, steps)).isEmpty();
    assertThat(report(TaskKind.REGRESSION, steps, NOISE, rows)).isEmpty();
  }

  @Test
  void columns_thatRiseWithFewTargets_areNoLeak() {
    Table table =
        CsvFiles.table(TaskKind.REGRESSION, numbers("x", i -> i % 10), numbers("y", i -> i % 10));
    assertThat(TableReport.of(table)).noneMatch(note -> note.text().contains("gives the target"));
  }

  @Test
  void rows_thatRepeat() {
    assertThat(classification(numbers("x", i -> i % 30 / 7.0)))
        .containsExactly(
            Note.warning(
                "30 of 60 rows repeat another in every column; where one copy is trained on and the"
                    + " other scored, scores are too good"));
    assertThat(classification(numbers("x", i -> i == 3 ? 0.5 : Math.max(0.5, i / 7.0))))
        .extracting(Note::text)
        .containsExactly(
            "1 of 60 rows repeats another in every column; where one copy is trained on and the"
                + " other scored, scores are too good");
  }

  @Test
  void columns_moreThanRows() {
    Column[] columns =
        IntStream.range(0, ROWS).mapToObj(i -> noise("n" + i, i)).toArray(Column[]::new);
    assertThat(classification(columns))
        .containsExactly(
            Note.warning(
                "60 columns for 60 rows: a network can learn them by heart, and differences between"
                    + " recipes will be uncertain"));
    assertThat(classification(Arrays.copyOf(columns, ROWS - 1))).isEmpty();
  }

  private static List<Note> classification(Column... inputs) {
    return report(TaskKind.CLASSIFICATION, CLASS, inputs);
  }

  private static List<Note> regression(Column... inputs) {
    return report(TaskKind.REGRESSION, AMOUNT, inputs);
  }

  private static List<Note> report(TaskKind kind, Column target, Column... inputs) {
    Column[] all = Arrays.copyOf(inputs, inputs.length + 1);
    all[inputs.length] = target;
    return TableReport.of(CsvFiles.table(kind, all));
  }

  private static NumberColumn noise(String name, long seed) {
    Random random = new Random(seed);
    return numbers(name, i -> random.nextDouble());
  }

  private static NumberColumn numbers(String name, IntToDoubleFunction value) {
    return CsvFiles.numbers(name, IntStream.range(0, ROWS).mapToDouble(value).toArray());
  }

  private static CategoryColumn texts(String name, IntFunction<String> value) {
    return CsvFiles.texts(name, IntStream.range(0, ROWS).mapToObj(value).toArray(String[]::new));
  }
}
