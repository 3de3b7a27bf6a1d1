package dev.bridle.export;

import dev.bridle.dropout.MonteCarlo;
import dev.bridle.export.graph.AnswersOut;
import dev.bridle.export.graph.NetworkGraph;
import dev.bridle.file.AtomicFile;
import dev.bridle.file.FileFormatException;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.image.ImagePreparation;
import dev.bridle.study.series.SeriesPreparation;
import dev.bridle.study.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a trained network as an ONNX model: raw columns in, by name; labels and probabilities, or
 * values, out. What was learnt about columns, the scaling of inputs and targets, and all layers are
 * inside; batch normalisation is folded into the layer before it, dropout and noise are gone.
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
   * @param preparation what is attached to it about its inputs
   */
  public static Optional<String> obstacle(Recipe recipe, Map<String, String> preparation) {
    if (ImagePreparation.isIn(preparation)) {
      return Optional.of(
          "the network takes images, and ONNX models are written of networks for rows of columns;"
              + " its .safetensors file predicts");
    }
    if (SeriesPreparation.isIn(preparation)) {
      return Optional.of(
          "the network takes windows of a time series, and ONNX models are written of networks for"
              + " rows of columns; its .safetensors file predicts");
    }
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
   * @param network with what prepares its columns attached, if they are prepared
   * @param rows to check the model on, with more that are hard made of them; if absent, made-up
   *     ones
   * @throws ExportException if the model fails the check, or there is no ONNX form of the network
   * @throws dev.bridle.study.table.ColumnMismatch if the rows are not for this network
   * @throws IOException if the file cannot be written
   */
  public static Written write(
      TrainedNetwork network, Origin origin, Optional<Table> rows, Path file) throws IOException {
    Optional<String> obstacle = obstacle(network.compiled().recipe(), network.attachments());
    if (obstacle.isPresent()) {
      throw new ExportException(file + ": not written: " + obstacle.get());
    }
    NetworkPredictor original = new NetworkPredictor(network);
    OnnxFile content = content(original, origin, file);
    try (OnnxPredictor model = opened(content, file)) {
      HardRows hard = new HardRows(original.columns(), network.scaling());
      Table checked = rows.map(hard::of).orElseGet(hard::madeUp);
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
      NetworkGraph graph = NetworkGraph.of(original.network(), original.columns().preparation());
      ModelTexts texts = ModelTexts.of(original.network(), origin, graph.answers());
      return OnnxFile.of(graph, origin.producer(), texts.all());
    } catch (IllegalArgumentException e) {
      throw new ExportException(file + ": not written: " + e.getMessage());
    }
  }
}
