package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.data.Dataset;
import dev.bridle.data.Task;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreparationTest {
  private static final Table PEOPLE =
      CsvFiles.table(
          TaskKind.CLASSIFICATION,
          CsvFiles.numbers("age", 20, 40, Double.NaN, 30, 90),
          CsvFiles.texts("plan", "b", "a", "b", "", "c"),
          CsvFiles.numbers("one", 1, 1, 1, 1, 1),
          CsvFiles.texts("churn", "no", "yes", "no", "yes", "no"));

  private static final Table AMOUNTS =
      CsvFiles.table(
          TaskKind.REGRESSION, CsvFiles.numbers("x", 1, 3, 5), CsvFiles.numbers("y", 10, 30, 50));

  @TempDir Path folder;

  @Test
  void apply_mixedTable_isWorkedOutByHand() {
    Preparation preparation = Preparation.fit(PEOPLE, 0, 1, 2);
    Dataset data = preparation.apply(PEOPLE, 4, 3, 2, 0);
    assertThat(data.featureNames()).containsExactly("age", "age missing", "plan=a", "plan=b");
    // age: mean 30, deviation 10, median 30
    assertThat(data.inputs()).containsExactly(6, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, -1, 0, 0, 1);
    assertThat(data.task()).isEqualTo(new Task.Classification(List.of("no", "yes")));
    assertThat(data.labels()).containsExactly(0, 1, 0, 0);
    assertThat(data.size()).isEqualTo(4);
  }

  @Test
  void apply_regression_leavesTheTargetInItsUnits() {
    Preparation preparation = Preparation.fit(AMOUNTS, 0, 1);
    assertThat(preparation.target()).isEqualTo(new TargetRule.Amount("y"));
    assertThat(preparation.apply(AMOUNTS, 0, 2).values()).containsExactly(10, 50);
  }

  @Test
  void fit_otherRows_changeNothing() {
    Table other =
        CsvFiles.table(
            TaskKind.CLASSIFICATION,
            CsvFiles.numbers("age", 20, 40, Double.NaN, 7, Double.NaN),
            CsvFiles.texts("plan", "b", "a", "b", "new", ""),
            CsvFiles.numbers("one", 1, 1, 1, 1, 1),
            CsvFiles.texts("churn", "no", "yes", "no", "yes", "no"));
    assertThat(Preparation.fit(other, 0, 1, 2)).isEqualTo(Preparation.fit(PEOPLE, 0, 1, 2));
  }

  @Test
  void fit_noRows_isRefused() {
    assertThatThrownBy(() -> Preparation.fit(PEOPLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trainingRows = []: expected at least one");
  }

  @Test
  void fit_nothingToLearnFrom_isRefused() {
    Table table =
        CsvFiles.table(
            TaskKind.REGRESSION, CsvFiles.numbers("one", 1, 1), CsvFiles.numbers("y", 1, 2));
    assertThatThrownBy(() -> Preparation.fit(table, 0, 1))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "data.csv: none of the columns beside the target can be learned from (1 looked at):"
                + " each is constant, empty, or another text in every row; expected at least one"
                + " other");
  }

  @Test
  void map_thereAndBack_isEqual() {
    for (Table table : List.of(PEOPLE, AMOUNTS)) {
      Preparation preparation = Preparation.fit(table, 0, 1, 2);
      Map<String, String> map = new HashMap<>(preparation.toMap());
      map.put("model", "other entries are passed over");
      assertThat(Preparation.of(map)).isEqualTo(preparation);
    }
  }

  @Test
  void toMap_isReadable() {
    assertThat(Preparation.fit(PEOPLE, 0, 1, 2).toMap())
        .isEqualTo(
            new LinkedHashMap<>(
                Map.ofEntries(
                    Map.entry("preparation", "1"),
                    Map.entry("inputs", "2"),
                    Map.entry("input.0.kind", "number"),
                    Map.entry("input.0.column", "age"),
                    Map.entry("input.0.median", "30.0"),
                    Map.entry("input.0.mean", "30.0"),
                    Map.entry("input.0.scale", "10.0"),
                    Map.entry("input.0.missing", "true"),
                    Map.entry("input.1.kind", "category"),
                    Map.entry("input.1.column", "plan"),
                    Map.entry("input.1.missing", "false"),
                    Map.entry("input.1.category.count", "2"),
                    Map.entry("input.1.category.0", "a"),
                    Map.entry("input.1.category.1", "b"),
                    Map.entry("target.kind", "classes"),
                    Map.entry("target.column", "churn"),
                    Map.entry("target.class.count", "2"),
                    Map.entry("target.class.0", "no"),
                    Map.entry("target.class.1", "yes"))));
  }

  @Test
  void of_damagedMap_namesTheEntry() {
    assertDamaged("preparation", "2", "preparation = \"2\": expected one of 1");
    assertDamaged("inputs", "-1", "inputs = \"-1\": expected a whole number >= 0");
    assertDamaged("inputs", "3", "input.2.kind: missing, expected a text");
    assertDamaged("inputs", "0", "inputs = []: expected at least one rule");
    assertDamaged("input.0.kind", "x", "input.0.kind = \"x\": expected one of number, category");
    assertDamaged("input.0.mean", "NaN", "input.0.mean = \"NaN\": expected a finite number");
    assertDamaged("input.0.mean", "1e999", "input.0.mean = \"1e999\": expected a finite number");
    assertDamaged("input.0.missing", "no", "input.0.missing = \"no\": expected one of true, false");
    assertDamaged("target.class.count", "9", "target.class.2: missing, expected a text");
  }

  @Test
  void apply_foreignFileInOtherOrder_givesTheSameInputs() {
    Table training = read("age,zip,plan,y\n" + "20,01,b,no\n40,7,a,yes\n30,,c,no\n".repeat(20));
    Preparation preparation = Preparation.fit(training, IntStream.range(0, 60).toArray());
    Path file = CsvFiles.write(folder, "more,plan,zip,age\n1,b,1,20\n2,a,7,40\n3,c,NA,30\n");
    Table foreign = TableReader.of(TableOptions.defaults()).readFor(preparation, file);
    assertThat(foreign.target()).isEmpty();
    assertThat(preparation.inputsOf(foreign, 0, 1, 2))
        .isEqualTo(preparation.inputsOf(training, 0, 1, 2));
    assertThat(foreign.notes())
        .containsExactly(Note.info("1 column is not used by the model: \"more\""));
  }

  @Test
  void readFor_categoriesThatLookLikeNumbers_stayCategories() {
    Table training = read("zip,y\n" + "01,no\n1,yes\nA,no\n".repeat(10));
    Preparation preparation = Preparation.fit(training, IntStream.range(0, 30).toArray());
    Path file = CsvFiles.write(folder, "zip,y\n1,no\n01,no\n7,no\n");
    Table foreign = TableReader.of(TableOptions.defaults()).readFor(preparation, file);
    assertThat(preparation.features()).containsExactly("zip=01", "zip=1", "zip=A");
    assertThat(preparation.inputsOf(foreign, 0, 1, 2)).containsExactly(0, 1, 0, 1, 0, 0, 0, 0, 0);
    assertThat(foreign.notes()).isEmpty();
  }

  @Test
  void readFor_missingColumns_areAllNamed() {
    Preparation preparation = Preparation.fit(PEOPLE, 0, 1, 2);
    Path file = CsvFiles.write(folder, "Age,other\n1,2\n");
    assertThatThrownBy(() -> TableReader.of(TableOptions.defaults()).readFor(preparation, file))
        .isInstanceOf(ColumnMismatch.class)
        .hasMessage(
            file
                + ": does not fit the model: no column \"age\" (did you mean \"Age\"?); no column"
                + " \"plan\"");
  }

  @Test
  void inputsOf_wrongTypes_areAllNamed() {
    Preparation preparation = Preparation.fit(PEOPLE, 0, 1, 2);
    Table foreign =
        CsvFiles.table(
            TaskKind.CLASSIFICATION,
            CsvFiles.numbers("plan", 1, 2),
            CsvFiles.texts("age", "33", "oops"));
    assertThatThrownBy(() -> preparation.inputsOf(foreign, 0))
        .isInstanceOf(ColumnMismatch.class)
        .hasMessage(
            "data.csv: does not fit the model: column \"age\" holds texts (line 3: \"oops\"),"
                + " expected numbers; column \"plan\" holds numbers, expected categories such as"
                + " \"a\", \"b\"");
  }

  @Test
  void readFor_textAmongManyNumbers_isAMismatch() {
    Table training = read("age,y\n" + "20,no\n40,yes\n".repeat(10));
    Preparation preparation = Preparation.fit(training, IntStream.range(0, 20).toArray());
    Path file = CsvFiles.write(folder, "age\n" + "20\n".repeat(500) + "oops\n");
    Table foreign = TableReader.of(TableOptions.defaults()).readFor(preparation, file);
    assertThatThrownBy(() -> preparation.inputsOf(foreign, 0))
        .isInstanceOf(ColumnMismatch.class)
        .hasMessage(
            file
                + ": does not fit the model: column \"age\" holds texts (line 502: \"oops\"),"
                + " expected numbers");
  }

  @Test
  void readFor_manyMissingColumns_areNamedUpToTen() {
    String names = String.join(",", Layout.numbered(30));
    Table training = read(names + ",y\n" + CsvFiles.lines(20, i -> (i + ",").repeat(30) + i % 2));
    Preparation preparation = Preparation.fit(training, IntStream.range(0, 20).toArray());
    Path file = CsvFiles.write(folder, "c1,z\n1,2\n");
    assertThatThrownBy(() -> TableReader.of(TableOptions.defaults()).readFor(preparation, file))
        .hasMessageStartingWith(
            file + ": does not fit the model: no column \"c2\"; no column \"c3\"")
        .hasMessageEndingWith("no column \"c11\"; and 19 more");
  }

  @Test
  void apply_unknownClass_namesTheLine() {
    Preparation preparation = Preparation.fit(PEOPLE, 0, 1, 2);
    Table foreign =
        CsvFiles.table(
            TaskKind.CLASSIFICATION,
            CsvFiles.numbers("age", 1, 2),
            CsvFiles.texts("plan", "a", "b"),
            CsvFiles.texts("churn", "no", "maybe"));
    assertThatThrownBy(() -> preparation.apply(foreign, 0, 1))
        .isInstanceOf(ColumnMismatch.class)
        .hasMessage(
            "data.csv, line 3, target \"churn\": found \"maybe\", expected one of \"no\", \"yes\"");
  }

  @Test
  void inputsOf_tooManyForAnArray_isRefused() {
    Table table =
        CsvFiles.table(
            TaskKind.REGRESSION,
            CsvFiles.texts(
                "k", IntStream.range(0, 100).mapToObj(i -> "k" + i / 2).toArray(String[]::new)),
            CsvFiles.numbers("y", IntStream.range(0, 100).asDoubleStream().toArray()));
    Preparation preparation = Preparation.fit(table, IntStream.range(0, 100).toArray());
    assertThatThrownBy(() -> preparation.inputsOf(table, new int[50_000_000]))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "data.csv: 50,000,000 rows of 50 inputs, expected at most 2,147,483,639 numbers in all;"
                + " take fewer rows or columns");
  }

  private Table read(String text) {
    return CsvFiles.read(folder, text);
  }

  private static void assertDamaged(String key, String value, String message) {
    Map<String, String> map = new HashMap<>(Preparation.fit(PEOPLE, 0, 1, 2).toMap());
    map.put(key, value);
    assertThatThrownBy(() -> Preparation.of(map))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
