package dev.bridle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.metric.Predictions;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.table.Preparation;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import dev.bridle.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of the usual size on data sets of the world; skipped where they are not at hand. */
final class RealDataExportTest {
  private static final Path DATA = Path.of(System.getProperty("bridle.data", "../../shared/data"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "sonar/sonar.csv, -1, dropout(0.3) + max-norm(1)",
    "pima-indians-diabetes/pima-indians-diabetes.csv, -1, batch-norm + dropout(0.2)",
    "diabetes/diabetes.csv, -1, layer-norm + l2(1e-3)",
    "iris/iris.csv, -1, rms-norm + input-noise(0.1)",
    "breast-cancer/wdbc.csv, diagnosis, batch-norm(position=after-activation)"
  })
  void model_answersAsTheNetwork_onEveryRow(String name, String target, String recipe)
      throws IOException {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), () -> "no file " + name + " in the folder of -Dbridle.data");
    Table table = TableReader.of(TableOptions.defaults().withTarget(target)).read(file);
    int[] all = IntStream.range(0, table.rows()).toArray();
    int[] train = IntStream.of(all).filter(row -> row % 5 > 0).toArray();
    Preparation preparation = Preparation.fit(table, train);
    Dataset rows = preparation.apply(table, train);
    TrainedNetwork network =
        Trainer.train(
                Architecture.DEFAULT,
                Recipe.parse(recipe),
                TrainingPlan.parse("adam(1e-3), updates 300, unscaled"),
                new Split(rows, rows, rows),
                7)
            .network()
            .withAttachments(preparation.toMap());
    Path model = folder.resolve("best.onnx");
    OnnxExport.write(network, Origin.unknown("test", recipe), Optional.of(Rows.of(table)), model);
    try (OnnxPredictor onnx = OnnxPredictor.open(model)) {
      Predictions said = onnx.predict(table);
      Predictions expected = new NetworkPredictor(network).predict(table);
      double unit = rows.isClassification() ? 1 : network.scaling().targetDeviation()[0];
      for (int row : all) {
        for (int output = 0; output < expected.task().outputs(); output++) {
          double difference = Math.abs(said.get(row, output) - expected.get(row, output));
          assertThat(difference / unit).isLessThanOrEqualTo(1e-5);
        }
      }
    }
  }
}
