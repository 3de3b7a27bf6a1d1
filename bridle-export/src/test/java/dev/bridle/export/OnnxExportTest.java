package dev.bridle.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.bridle.data.Task;
import dev.bridle.metric.Predictions;
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
    check(first, 24); // every recipe and every activation at least twice
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
      Optional<Table> rows = seed % 5 == 0 ? Optional.empty() : Optional.of(made.table());
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
    OnnxPredictor.Answer said = model.answer(rows);
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
    OnnxExport.write(made.network(), ORIGIN, Optional.of(made.table()), two);
    assertThat(two).hasSameBinaryContentAs(one);
  }

  @Test
  void batchNorm_beforeTheActivation_leavesNoOperator_behindIt_isAProductAndASum()
      throws IOException {
    assertThat(operators(1)).doesNotContain("Mul", "Add", "BatchNormalization"); // batch-norm
    assertThat(operators(4)).contains("Mul", "Add"); // batch-norm(position=after-activation)
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
