package dev.bridle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.data.Task;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.table.CategoryRule;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerificationTest {
  private static final Origin ORIGIN = Origin.unknown("test", "none");

  @TempDir Path folder;

  @Test
  void modelOfANetworkThatDiffersALittle_fails_andSaysWhere() throws IOException {
    RandomModel made = RandomModel.of(0, folder);
    Path file = folder.resolve("model.onnx");
    OnnxExport.write(made.network(), ORIGIN, Optional.empty(), file);
    try (OnnxPredictor model = OnnxPredictor.open(file)) {
      NetworkPredictor other = new NetworkPredictor(changed(made.network(), 1.01));
      Verification check = Verification.of(other, model, Rows.of(made.table()));
      assertThat(check.problem().orElseThrow())
          .startsWith("row ")
          .endsWith("expected a difference of at most 1.0E-5");
      assertThat(check.difference()).isGreaterThan(1e-5);
    }
  }

  @Test
  void networkWithoutFiniteAnswers_isNotWritten_andAnOlderFileStays() throws IOException {
    RandomModel made = RandomModel.of(0, folder);
    Path file = folder.resolve("model.onnx");
    Files.writeString(file, "older");
    TrainedNetwork broken = changed(made.network(), Double.NaN);
    assertThatThrownBy(
            () -> OnnxExport.write(broken, ORIGIN, Optional.of(Rows.of(made.table())), file))
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith(file + ": not written, since the ONNX model fails its check")
        .hasMessageContaining("the network NaN");
    assertThat(file).hasContent("older");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void hardRows_haveEveryColumnMissing_unknownAndFarOutside() throws IOException {
    for (int seed : List.of(0, 5, 10, 14)) {
      RandomModel made = RandomModel.of(seed, folder);
      InputColumns columns = (InputColumns) new NetworkPredictor(made.network()).input();
      Table hard = new HardRows(columns, made.network().scaling()).of(made.table());
      assertThat(hard.rows()).isGreaterThan(made.table().rows());
      for (InputRule rule : columns.reading().inputs()) {
        Column column = hard.column(rule.column()).orElseThrow();
        int before = made.table().column(rule.column()).orElseThrow().missing();
        assertThat(column.missing()).isGreaterThan(before);
        if (rule instanceof CategoryRule categories) {
          assertThat(IntStream.range(0, column.size()).mapToObj(column::text))
              .anyMatch(text -> !text.isEmpty() && !categories.categories().contains(text));
        }
      }
    }
  }

  /** The same network with all weights multiplied. */
  private static TrainedNetwork changed(TrainedNetwork network, double factor) {
    var layout = network.compiled().layout(List.of());
    double[] state = new double[layout.total()];
    for (int i = 0; i < layout.weights().size(); i++) {
      double[] values = network.values(layout.weights().get(i).name());
      System.arraycopy(
          Arrays.stream(values).map(v -> v * factor).toArray(),
          0,
          state,
          layout.offset(i),
          values.length);
    }
    assertThat(network.task()).isInstanceOf(Task.Classification.class);
    return new TrainedNetwork(
            network.compiled(),
            layout,
            network.task(),
            network.features(),
            network.scaling(),
            state,
            network.precision())
        .withAttachments(network.attachments());
  }
}
