package dev.bridle.export;

import dev.bridle.dropout.MonteCarlo;
import dev.bridle.export.graph.AnswersOut;
import dev.bridle.export.graph.NetworkGraph;
import dev.bridle.file.AtomicFile;
import dev.bridle.file.FileFormatException;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes a trained network as an ONNX model: raw columns in, by name, or images, or windows of a
 * time series; labels and probabilities, or values, out. What was learnt about inputs, the scaling
 * of inputs and targets, and all layers are inside; batch normalisation is folded into the layer
 * before it, dropout and noise are gone.
 *
 * <p>The model is in single precision, whatever the network's. Nothing is written unless ONNX
 * Runtime gives the network's own answers ({@link Verification}).
 */
public final class OnnxExport {
  private OnnxExport() {}

  /**
   * What was written.
   *
   * @param bytes the size of the file
   * @param answers what its outputs are called
   * @param verification how close it is to the network
   * @param latency how fast it answers here
   */
  public record Written(
      long bytes, AnswersOut answers, Verification verification, Latency latency) {}

  /**
   * Why there is no ONNX model of such a network, if there is none.
   *
   * @param recipe of the network
   */
  public static Optional<String> obstacle(Recipe recipe) {
    return recipe.terms().stream()
        .filter(term -> term.name().equals(MonteCarlo.DECLARATION.name()))
        .findFirst()
        .map(
            term ->
                term
                    + ": the network predicts under random masks, and an ONNX model would predict"
                    + " without any, which is another prediction; its .safetensors file predicts"
                    + " as it was scored");
  }

  /**
   * Writes a model, beside the target and then moved into place.
   *
   * @param network with what prepares its inputs attached, if they are prepared
   * @param rows to check the model on, with more that are hard made of them; if absent, made-up
   *     ones
   * @throws ExportException if the model fails the check, or there is no ONNX form of the network
   * @throws dev.bridle.study.table.ColumnMismatch if the rows are not for this network
   * @throws IOException if the file cannot be written
   */
  public static Written write(TrainedNetwork network, Origin origin, Optional<Rows> rows, Path file)
      throws IOException {
    Optional<String> obstacle = obstacle(network.compiled().recipe());
    if (obstacle.isPresent()) {
      throw new ExportException(file + ": not written: " + obstacle.get());
    }
    NetworkPredictor original = new NetworkPredictor(network);
    OnnxFile content = content(original, origin, file);
    try (OnnxPredictor model = opened(content, file)) {
      Rows checked = HardRows.of(original, rows);
      Verification verification = Verification.of(original, model, checked);
      if (verification.problem().isPresent()) {
        throw new ExportException(
            file
                + ": not written, since the ONNX model fails its check against the network: "
                + verification.problem().get());
      }
      AtomicFile.write(file, content.bytes().length, out -> out.write(content.bytes()));
      return new Written(
          content.bytes().length, model.answers(), verification, Latency.of(model, checked));
    }
  }

  private static OnnxPredictor opened(OnnxFile content, Path file) {
    try {
      return OnnxPredictor.of(content, file.toString());
    } catch (FileFormatException e) {
      throw new ExportException("not written: " + e.getMessage());
    }
  }

  private static OnnxFile content(NetworkPredictor original, Origin origin, Path file) {
    try {
      NetworkGraph graph = NetworkGraph.of(original.network(), original.input().names());
      ModelTexts texts = ModelTexts.of(original.network(), origin, graph.answers());
      return OnnxFile.of(graph, origin.producer(), texts.all());
    } catch (IllegalArgumentException e) {
      throw new ExportException(file + ": not written: " + e.getMessage());
    }
  }
}
