package dev.bridle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.bridle.data.Task;
import dev.bridle.metric.Link;
import dev.bridle.metric.Predictions;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law: an ONNX model answers as the network it was made of. */
final class OnnxExportTest {
  private static final Origin ORIGIN = Origin.unknown("test", "none");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 24})
  void model_ofAnyNetworkAndTable_answersAsTheNetwork(int first) throws IOException {
    check(first, 24); // in both together every recipe and every activation at least three times
  }

  @Tag("slow")
  @Test
  void model_ofManyNetworksAndTables_answersAsTheNetwork() throws IOException {
    check(48, 480);
  }

  private void check(int first, int count) throws IOException {
    for (int seed = first; seed < first + count; seed++) {
      RandomModel made = RandomModel.of(seed, folder);
      Path file = folder.resolve("model" + seed + ".onnx");
      Optional<Rows> rows = seed % 5 == 0 ? Optional.empty() : Optional.of(Rows.of(made.table()));
      OnnxExport.Written written = OnnxExport.write(made.network(), ORIGIN, rows, file);
      assertThat(written.verification().difference()).isLessThanOrEqualTo(1e-5);
      assertThat(written.bytes()).isEqualTo(Files.size(file));
      try (OnnxPredictor model = OnnxPredictor.open(file);
          NetworkPredictor network = new NetworkPredictor(made.network())) {
        assertSame(network, model, made.table());
      }
    }
  }

  private static void assertSame(NetworkPredictor network, OnnxPredictor model, Table rows) {
    Predictions expected = network.predict(rows);
    OnnxPredictor.Answer said = model.answer(Rows.of(rows));
    for (int row = 0; row < rows.rows(); row++) {
      for (int output = 0; output < expected.task().outputs(); output++) {
        double found = said.predictions().get(row, output);
        assertThat(Math.abs(found - expected.get(row, output))).isLessThanOrEqualTo(1e-5);
      }
      if (expected.task() instanceof Task.Classification) {
        assertThat(said.labels().get(row)).isEqualTo(expected.labelName(row));
      }
    }
  }

  @Test
  void sameNetwork_isTheSameBytes() throws IOException {
    RandomModel made = RandomModel.of(1, folder);
    Path one = folder.resolve("one.onnx");
    Path two = folder.resolve("two.onnx");
    OnnxExport.write(made.network(), ORIGIN, Optional.empty(), one);
    OnnxExport.write(made.network(), ORIGIN, Optional.of(Rows.of(made.table())), two);
    assertThat(two).hasSameBinaryContentAs(one);
  }

  @Test
  void batchNorm_beforeTheActivation_leavesNoOperator_behindIt_isAProductAndASum()
      throws IOException {
    assertThat(operators(1)).doesNotContain("Mul", "Add", "BatchNormalization"); // batch-norm
    assertThat(operators(4)).contains("Mul", "Add"); // batch-norm(position=after-activation)
  }

  @Test
  void weightNorm_isFoldedIntoTheKernel_contractiveIsTheLayer() throws IOException {
    assertThat(allOperators(12)).containsOnlyOnce("ArgMax").doesNotContain("Sqrt", "Mul");
    assertThat(allOperators(12).stream().filter("Gemm"::equals)).hasSize(3);
    assertThat(allOperators(14)).doesNotContain("Sqrt").contains("Gemm");
  }

  @Test
  void sigmoids_areDividedByTheirSum() throws IOException {
    assertThat(RandomModel.of(1, folder).network().link()).isEqualTo(Link.SIGMOID);
    assertThat(allOperators(1)).containsSequence("Neg", "Softplus", "Neg", "Softmax");
    assertThat(allOperators(0)).doesNotContain("Softplus");
  }

  @Test
  void monteCarlo_isRefused_sinceAModelHasNoMasks() throws IOException {
    TrainedNetwork network = RandomModel.of(0, folder, "dropout(0.2) + monte-carlo(3)").network();
    Path file = folder.resolve("model.onnx");
    assertThatThrownBy(() -> OnnxExport.write(network, ORIGIN, Optional.empty(), file))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("monte-carlo(3): the network predicts under random masks");
    assertThat(file).doesNotExist();
  }

  private List<String> allOperators(int seed) throws IOException {
    Path file = folder.resolve("operators.onnx");
    OnnxExport.write(RandomModel.of(seed, folder).network(), ORIGIN, Optional.empty(), file);
    return ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getNodeList().stream()
        .filter(node -> !node.getName().startsWith("numbers/"))
        .map(node -> node.getOpType())
        .toList();
  }

  private List<String> operators(int seed) throws IOException {
    Path file = folder.resolve("operators.onnx");
    OnnxExport.write(RandomModel.of(seed, folder).network(), ORIGIN, Optional.empty(), file);
    return ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getNodeList().stream()
        .filter(node -> node.getName().contains("batch-norm"))
        .map(node -> node.getOpType())
        .toList();
  }
}
