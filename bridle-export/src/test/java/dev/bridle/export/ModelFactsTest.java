package dev.bridle.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.export.graph.NetworkGraph;
import dev.bridle.model.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFactsTest {
  private static final Origin ORIGIN =
      new Origin("1.2.3", "max-norm(1)", "people.csv", 12_345, "abc123", List.of("accuracy 0.9"));

  @TempDir Path folder;

  @Test
  void bothKinds_sayTheSame_butForProducerAndSize() throws IOException {
    TrainedNetwork made = RandomModel.of(10, folder).network();
    TrainedNetwork network = made.withAttachments(ORIGIN.attachedTo(made.attachments()));
    Path saved = folder.resolve("a.safetensors");
    Path onnx = folder.resolve("a.onnx");
    network.save(saved);
    OnnxExport.write(network, ORIGIN, Optional.empty(), onnx);
    ModelFacts a = ModelFacts.ofNetwork(saved);
    ModelFacts b = ModelFacts.ofOnnx(onnx);
    assertThat(b.origin()).isEqualTo(ORIGIN);
    assertThat(a.origin().attachedTo(Map.of())).isEqualTo(ORIGIN.attachedTo(Map.of()));
    assertThat(a.origin().producer()).isEmpty();
    assertThat(b)
        .isEqualTo(
            new ModelFacts(
                a.task(), a.network(), a.input(), ORIGIN, a.parameters(), onnx.toFile().length()));
    assertThat(a.bytes()).isEqualTo(saved.toFile().length());
  }

  @Test
  void networkOfUnknownOrigin_hasItsOwnRecipe() throws IOException {
    TrainedNetwork network = RandomModel.of(10, folder).network();
    Path saved = folder.resolve("a.safetensors");
    network.save(saved);
    assertThat(ModelFacts.ofNetwork(saved).origin())
        .isEqualTo(Origin.unknown("", network.compiled().recipe().toString()));
  }

  /** A model as it was written before it knew its scores and the number of its weights. */
  @Test
  void olderOnnxModel_isReadAllTheSame() throws IOException {
    NetworkPredictor model = new NetworkPredictor(RandomModel.of(10, folder).network());
    NetworkGraph graph = NetworkGraph.of(model.network(), model.input().names());
    Map<String, String> texts =
        new TreeMap<>(ModelTexts.of(model.network(), ORIGIN, graph.answers()).all());
    assertThat(texts.remove("bridle.scores")).isEqualTo("[\"accuracy 0.9\"]");
    assertThat(texts.remove("bridle.parameters")).matches("\\d+");
    Path file = folder.resolve("a.onnx");
    Files.write(file, OnnxFile.of(graph, "1.2.3", texts).bytes());
    ModelFacts facts = ModelFacts.ofOnnx(file);
    assertThat(facts.origin()).isEqualTo(ORIGIN.withScores(List.of()));
    assertThat(facts.parameters()).isEmpty();
  }
}
