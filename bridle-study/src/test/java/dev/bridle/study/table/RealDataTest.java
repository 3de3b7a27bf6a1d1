package dev.bridle.study.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bridle.data.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Public data sets, as their page describes them; skipped where the files are missing. The system
 * property {@code bridle.data} names their folder.
 */
final class RealDataTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("bridle.data", "../../shared/data"));

  @Test
  void breastCancer_hasTwoClasses_andAnIdThatIsNoticed() {
    Table table = read("breast-cancer/wdbc.csv", "diagnosis");
    assertShape(table, 569, 31, List.of("B", "M"), List.of(357, 212));
    assertThat(TableReport.of(table))
        .containsExactly(
            Note.warning(
                "column \"id\" has another whole number in every row, as an id has; if it only"
                    + " names the row: --drop id"));
    assertThat(table.fingerprint().bytes()).isEqualTo(124_634);
    assertThat(table.fingerprint().sha256())
        .isEqualTo("dfb9015a16924c0cce6a00ac3fe2d5d75ca49bf9b94f5ef18f922192c5a2f69c");
  }

  @Test
  void sonar_hasNoHeader_andTwoClasses() {
    Table table = read("sonar/sonar.csv", "-1");
    assertShape(table, 208, 60, List.of("M", "R"), List.of(111, 97));
    assertThat(TableReport.of(table)).hasSize(1);
    assertThat(TableReport.of(table).get(0).text()).startsWith("the first row looks like data");
    assertThat(table.fingerprint().bytes()).isEqualTo(87_775);
  }

  @Test
  void pima_hasNoHeader_andTwoClassesOfNumbers() {
    Table table = read("pima-indians-diabetes/pima-indians-diabetes.csv", "-1");
    assertShape(table, 768, 8, List.of("0", "1"), List.of(500, 268));
    assertThat(table.line(0)).isEqualTo(1);
  }

  @Test
  void digits_hasTenClasses_andTwoConstantPixels() {
    Table table = read("digits/optdigits.tra", "-1");
    List<String> classes = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    assertShape(
        table, 3823, 64, classes, List.of(376, 389, 380, 389, 387, 376, 377, 387, 380, 382));
    assertThat(Preparation.fit(table, all(table)).features()).hasSize(62);
  }

  @Test
  void digitsTest_fitsThePreparationOfTheTrainingFile() {
    Table training = read("digits/optdigits.tra", "-1");
    Table test = read("digits/optdigits.tes", "-1");
    List<String> classes = training.target().orElseThrow().classes();
    assertShape(test, 1797, 64, classes, List.of(178, 182, 177, 183, 181, 182, 181, 179, 174, 180));
    Dataset data = Preparation.fit(training, all(training)).apply(test, all(test));
    assertThat(data.size()).isEqualTo(1797);
    assertThat(data.features()).isEqualTo(62);
  }

  @Test
  void iris_hasThreeClasses_andThreeRepeatedRows() {
    Table table = read("iris/iris.csv", "-1");
    assertShape(
        table,
        150,
        4,
        List.of("Iris-setosa", "Iris-versicolor", "Iris-virginica"),
        List.of(50, 50, 50));
    assertThat(TableReport.of(table))
        .contains(
            Note.warning(
                "3 of 150 rows repeat another in every column; where one copy is trained on and the"
                    + " other scored, scores are too good"));
  }

  @Test
  void diabetes_isARegression() {
    Table table = read("diabetes/diabetes.csv", "y");
    assertThat(table.rows()).isEqualTo(442);
    assertThat(table.inputs()).hasSize(10);
    assertThat(table.target()).contains(new Target(10, TaskKind.REGRESSION, List.of()));
    double[] y = ((NumberColumn) table.columns().get(10)).values();
    assertThat(y).contains(25, 346);
    assertThat(IntStream.range(0, 442).mapToDouble(i -> y[i])).allMatch(v -> v >= 25 && v <= 346);
    assertThat(TableReport.of(table)).isEmpty();
  }

  @Test
  void diabetes_preparedInputs_areStandardised() {
    Table table = read("diabetes/diabetes.csv", "y");
    Dataset data = Preparation.fit(table, all(table)).apply(table, all(table));
    for (int f = 0; f < 10; f++) {
      double sum = 0;
      double squares = 0;
      for (int row = 0; row < 442; row++) {
        double x = data.inputs()[row * 10 + f];
        sum += x;
        squares += x * x;
      }
      assertThat(Math.abs(sum / 442)).as("mean of " + f).isLessThan(1e-6);
      assertThat(Math.abs(squares / 442 - 1)).as("variance of " + f).isLessThan(1e-6);
    }
  }

  @Test
  void temperatures_lineEndsOfWindowsAndQuotes_areRead() {
    Table table = read("daily-min-temperatures/daily-min-temperatures.csv", "Temp");
    assertThat(table.rows()).isEqualTo(3650);
    double[] degrees = ((NumberColumn) table.columns().get(1)).values();
    assertThat(IntStream.range(0, 3650).mapToDouble(i -> degrees[i]).max()).hasValue(26.3);
    assertThat(TableReport.of(table))
        .containsExactly(
            Note.info("column \"Date\" has another text in every row and is left out"));
  }

  private static Table read(String name, String target) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), () -> "no file " + name + " in the folder of -Dbridle.data");
    return TableReader.of(TableOptions.defaults().withTarget(target)).read(file);
  }

  private static int[] all(Table table) {
    return IntStream.range(0, table.rows()).toArray();
  }

  private static void assertShape(
      Table table, int rows, int inputs, List<String> classes, List<Integer> counts) {
    assertThat(table.rows()).isEqualTo(rows);
    assertThat(table.inputs()).hasSize(inputs);
    assertThat(table.target().orElseThrow().kind()).isEqualTo(TaskKind.CLASSIFICATION);
    assertThat(ClassCounts.of(table.targetColumn())).isEqualTo(new ClassCounts(classes, counts));
  }
}
