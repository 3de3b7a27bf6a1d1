package dev.bridle.cli;

import dev.bridle.export.ModelFacts;
import dev.bridle.export.NetworkPredictor;
import dev.bridle.export.OnnxPredictor;
import dev.bridle.export.Predictor;
import dev.bridle.file.FileFormatException;
import dev.bridle.model.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Model files, by the ending of their names. */
final class Models {
  /** Served by ONNX Runtime. */
  static final String ONNX = ".onnx";

  /** Served by libtorch. */
  static final String NETWORK = ".safetensors";

  private Models() {}

  static boolean isOnnx(Path model) {
    return model.toString().endsWith(ONNX);
  }

  /** Opens a model to predict with, or ends the command. */
  static Predictor predictor(Path model) {
    return opened(
        model, () -> isOnnx(model) ? OnnxPredictor.open(model) : new NetworkPredictor(load(model)));
  }

  /** Reads a network with its weights, or ends the command. */
  static TrainedNetwork network(Path model) {
    return opened(model, () -> load(model));
  }

  /** Reads what a model's file says of it, or ends the command. */
  static ModelFacts facts(Path model) {
    return opened(
        model, () -> isOnnx(model) ? ModelFacts.ofOnnx(model) : ModelFacts.ofNetwork(model));
  }

  /** Whether a name is that of a model. */
  static boolean isModel(Path path) {
    return isOnnx(path) || path.toString().endsWith(NETWORK);
  }

  private static TrainedNetwork load(Path model) throws IOException {
    return TrainedNetwork.load(model);
  }

  /** Something that is made from a file. */
  @FunctionalInterface
  private interface Opening<M> {
    M open() throws IOException;
  }

  private static <M> M opened(Path model, Opening<M> opening) {
    if (!Files.exists(model)) {
      throw new CommandException(ExitCode.DATA, "model " + model + ": there is no such file");
    }
    try {
      return opening.open();
    } catch (FileFormatException e) {
      throw new CommandException(ExitCode.MISFIT, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.MISFIT, model + ": " + e.getMessage());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.DATA, "model " + model + ": cannot be read: " + e.getMessage());
    }
  }
}
