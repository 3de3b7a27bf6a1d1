package dev.bridle.export;

import dev.bridle.data.Task;
import dev.bridle.file.FileFormatException;
import dev.bridle.model.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What the file of a model says of it, of either kind.
 *
 * @param task what it answers, with the names of classes or targets
 * @param network its layers as text
 * @param input what it takes
 * @param origin its recipe, data and scores, as far as the file knows them; the producer is empty
 *     for a network
 * @param parameters how many weights the network has; empty for ONNX models that do not say
 * @param bytes the size of the file
 */
public record ModelFacts(
    Task task,
    String network,
    ModelInput input,
    Origin origin,
    OptionalLong parameters,
    long bytes) {

  /**
   * Reads a network that Bridle saved.
   *
   * @throws FileFormatException if the file is damaged, or another tool's
   * @throws IllegalArgumentException if what is attached to the network is damaged
   */
  public static ModelFacts ofNetwork(Path file) throws IOException {
    TrainedNetwork network = TrainedNetwork.load(file);
    String recipe = network.compiled().recipe().toString();
    return new ModelFacts(
        network.task(),
        network.compiled().architecture().toString(),
        new NetworkPredictor(network).input(),
        Origin.of(network.attachments(), "", recipe),
        OptionalLong.of(ModelTexts.parameters(network)),
        Files.size(file));
  }

  /**
   * Reads an ONNX model that Bridle wrote. Neither ONNX Runtime nor libtorch is needed.
   *
   * @throws FileFormatException if the file is damaged, or another tool's
   */
  public static ModelFacts ofOnnx(Path file) throws IOException {
    OnnxFile content = OnnxFile.read(file);
    ModelTexts texts = new ModelTexts(content.texts());
    try {
      return new ModelFacts(
          texts.task(),
          texts.architecture(),
          texts.input(),
          texts.origin(content.producer()),
          texts.parameters(),
          Files.size(file));
    } catch (IllegalArgumentException e) {
      throw new FileFormatException(
          file + ": " + e.getMessage() + "; the file does not describe a model", e);
    }
  }
}
