package dev.bridle.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law for layers with shapes: an ONNX model answers as the network it was made of. */
final class ShapedExportTest {
  private static final int ROWS = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 7 6 | conv(3, 3) relu                                              | none
          2 7 6 | conv(4, 3, stride=2, padding=1) tanh, dense(5) relu          | batch-norm
          4 6 6 | conv(8, 2, groups=4) silu, conv(4, 3, padding=2, groups=2)   | batch-norm(position=after-activation)
          2 7 6 | conv(4, 3) relu, max-pool(2), conv(6, 2) gelu                | layer-norm
          2 7 6 | conv(4, 3, padding=1) relu, avg-pool(3, stride=2), flatten   | rms-norm
          2 7 6 | conv(4, 3) relu, max-pool(3, stride=1), global-avg-pool      | group-norm(2)
          2 7 6 | conv(6, 3) leaky-relu, global-max-pool                              | group-norm(3, position=after-activation)
          2 7 6 | avg-pool(2), dense(6) relu                                   | none
          2 6 6 | residual(conv(2, 3, padding=1) relu, conv(2, 3, padding=1)) relu | batch-norm + stochastic-depth(0.3)
          2 6 6 | conv(4, 3) relu, residual(conv(4, 1) relu) tanh, global-avg-pool | spatial-dropout(0.2) + drop-block(0.1)
          2 7 6 | conv(4, 3) relu, dense(6) tanh                               | spectral-norm(2) + weight-norm
          9 3   | conv(4, 3, stride=2, padding=1) relu, max-pool(2)            | batch-norm
          9 3   | conv(6, 2, groups=3) relu, global-max-pool                   | layer-norm
          9 4   | conv(4, 3) relu, avg-pool(3, stride=2), dense(4) selu        | group-norm(2)
          9 3   | residual(conv(3, 3, padding=1) sigmoid), global-avg-pool     | rms-norm
          9 3   | rnn(5)                                                       | none
          9 3   | lstm(5)                                                      | variational-dropout(0.2)
          9 3   | gru(5)                                                       | none
          9 3   | rnn(5, sequence, bidirectional)                              | none
          9 3   | lstm(5, sequence), lstm(4)                                   | none
          9 3   | lstm(5, sequence, bidirectional), global-max-pool            | none
          9 3   | lstm(4, bidirectional), dense(5) relu                        | batch-norm
          9 3   | gru(4, sequence, bidirectional), gru(3, bidirectional)       | none
          9 3   | conv(4, 3) relu, gru(4)                                      | batch-norm
          9 3   | lstm(5)                                                      | zoneout(0.3)
          9 3   | gru(5, sequence)                                             | zoneout(0.2) + variational-dropout(0.1)
          9 3   | rnn(5, bidirectional)                                        | zoneout(0.4)
          9 3   | lstm(5, masked)                                              | none
          9 3   | gru(5, masked, sequence, bidirectional)                      | none
          9 3   | rnn(5, masked, bidirectional)                                | zoneout(0.1)
          """)
  void model_answersAsTheNetwork(String shape, String layers, String recipe) throws IOException {
    check(rows(sizes(shape), 0), layers, recipe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          embedding(12, 4), lstm(5)                                  | none
          embedding(12, 4), gru(5, bidirectional)                    | zoneout(0.2)
          embedding(12, 4), lstm(5, sequence, bidirectional), rnn(4) | none
          embedding(12, 4), conv(5, 3) relu, global-max-pool         | batch-norm
          embedding(12, 4), global-avg-pool                          | none
          embedding(12, 4), dense(6) relu                            | dropout(0.2)
          """)
  void model_ofIds_answersAsTheNetwork(String layers, String recipe) throws IOException {
    check(rows(new int[] {9}, 12), layers, recipe);
  }

  @Test
  void batchNormBehindAConvolution_isFoldedIntoItsFilters() throws IOException {
    String layers = "conv(4, 3), global-avg-pool";
    List<String> plain = operators(new int[] {2, 7, 6}, layers, "none");
    assertThat(plain).containsOnlyOnce("Conv");
    assertThat(operators(new int[] {2, 7, 6}, layers, "batch-norm")).isEqualTo(plain);
  }

  @Test
  void recurrentLayers_areOneOperator_orAScanWhereThereIsNone() throws IOException {
    int[] shape = {9, 3};
    assertThat(operators(shape, "lstm(5)", "none")).contains("LSTM");
    assertThat(operators(shape, "gru(5)", "variational-dropout(0.1)")).contains("GRU");
    assertThat(operators(shape, "rnn(5, bidirectional)", "none")).containsOnlyOnce("RNN");
    assertThat(operators(shape, "lstm(5)", "zoneout(0.1)")).contains("Scan").doesNotContain("LSTM");
    assertThat(operators(shape, "gru(5, masked)", "none")).contains("Scan").doesNotContain("GRU");
  }

  private List<String> operators(int[] shape, String layers, String recipe) throws IOException {
    Path file = folder.resolve("operators.onnx");
    TrainedNetwork network = trained(rows(shape, 0), layers, recipe);
    OnnxExport.write(network, Origin.unknown("test", recipe), Optional.empty(), file);
    return ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getNodeList().stream()
        .map(node -> node.getOpType())
        .toList();
  }

  private void check(Dataset rows, String layers, String recipe) throws IOException {
    TrainedNetwork network = trained(rows, layers, recipe);
    for (boolean real : List.of(true, false)) {
      OnnxExport.Written written =
          OnnxExport.write(
              network,
              Origin.unknown("test", recipe),
              real ? Optional.of(Rows.of(DatasetTable.ofInputs("rows", rows))) : Optional.empty(),
              folder.resolve("model.onnx"));
      assertThat(written.verification().difference()).isLessThanOrEqualTo(1e-5);
    }
    try (OnnxPredictor model = OnnxPredictor.open(folder.resolve("model.onnx"))) {
      double[] said = new double[ROWS * 3];
      double[] expected = new double[ROWS * 3];
      var found = model.predict(DatasetTable.ofInputs("rows", rows));
      var wanted = network.predict(rows.inputs());
      Arrays.setAll(said, i -> found.get(i / 3, i % 3));
      Arrays.setAll(expected, i -> wanted.get(i / 3, i % 3));
      assertThat(said).containsExactly(expected, org.assertj.core.data.Offset.offset(1e-5));
      assertThat(Arrays.stream(expected).max().orElseThrow())
          .isGreaterThan(0.4); // it says something
    }
  }

  private static TrainedNetwork trained(Dataset rows, String layers, String recipe) {
    return Trainer.train(
            Architecture.parse(layers),
            Recipe.parse(recipe),
            TrainingPlan.parse("adam(1e-2), batch 16, updates 40, unscaled"),
            new Split(rows, rows, rows),
            5)
        .network();
  }

  private static int[] sizes(String shape) {
    return Arrays.stream(shape.strip().split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  /** Rows of three classes; of ids if there is a vocabulary, else of numbers. Some steps are 0. */
  private static Dataset rows(int[] shape, int vocabulary) {
    Random random = new Random(3);
    int width = IntStream.of(shape).reduce(1, Math::multiplyExact);
    int step = shape[shape.length - 1];
    float[] inputs = new float[ROWS * width];
    for (int i = 0; i < inputs.length; i++) {
      boolean absent = i / step % 4 == i / width % 5 && vocabulary == 0;
      float number =
          vocabulary > 0 ? random.nextInt(vocabulary) : (float) random.nextGaussian() + i % 3;
      inputs[i] = absent ? 0 : number;
    }
    int[] labels = IntStream.range(0, ROWS).map(row -> row % 3).toArray();
    return Dataset.classification(inputs, shape, labels, List.of("a", "b", "c"));
  }
}
