package dev.bridle.cli;

import dev.bridle.export.OnnxPredictor;
import dev.bridle.file.AtomicFile;
import dev.bridle.file.ContentWriter;
import dev.bridle.model.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a command will write. What can be known is checked before the work begins, so that no
 * training is lost to a wrong name.
 */
final class OutputFile {
  private final String option;
  private final Path path;

  private OutputFile(String option, Path path) {
    this.option = option;
    this.path = path;
  }

  /** A file for a network; one that is there must hold a network of Bridle's, unless forced. */
  static OutputFile forNetwork(Path path, boolean force) {
    if (!Models.isOnnx(path)) {
      return named("--out", path, " or " + Models.ONNX, force);
    }
    OutputFile file = replaceable("--out", path, force);
    OnnxOutput.requireCardFree(path, force);
    return file;
  }

  /** The same for a network that is not written as an ONNX model. */
  static OutputFile forWeights(String option, Path path, boolean force) {
    return named(option, path, "", force);
  }

  private static OutputFile named(String option, Path path, String others, boolean force) {
    if (!path.toString().endsWith(Models.NETWORK)) {
      throw new CommandException(
          ExitCode.USAGE,
          option + " = " + path + ": expected a name that ends in " + Models.NETWORK + others);
    }
    return replaceable(option, path, force);
  }

  private static OutputFile replaceable(String option, Path path, boolean force) {
    OutputFile file = writable(option, path);
    if (Files.exists(path) && !force && !isNetwork(path)) {
      throw file.refused("it exists and is not a network saved by Bridle; --force replaces it");
    }
    return file;
  }

  /** A file for anything else; there must be none, unless forced. */
  static OutputFile forText(Path path, boolean force) {
    OutputFile file = writable("--out", path);
    if (Files.exists(path) && !force) {
      throw file.refused("it exists; --force replaces it");
    }
    return file;
  }

  /** Saves a network. */
  void save(TrainedNetwork network) {
    try {
      network.save(path);
    } catch (IOException e) {
      throw new CommandException(ExitCode.FILE, option + " = " + e.getMessage());
    }
  }

  /** Writes the whole content, or nothing. */
  void write(ContentWriter content) {
    try {
      AtomicFile.write(path, content);
    } catch (IOException e) {
      throw new CommandException(ExitCode.FILE, option + " = " + e.getMessage());
    }
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  private static OutputFile writable(String option, Path path) {
    OutputFile file = new OutputFile(option, path);
    Path directory = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw file.refused("it is a directory");
    }
    if (directory == null || !Files.isDirectory(directory)) {
      throw file.refused("there is no directory " + directory);
    }
    if (!Files.isWritable(directory)) {
      throw file.refused("the directory " + directory + " cannot be written to");
    }
    return file;
  }

  private static boolean isNetwork(Path path) {
    try {
      if (Models.isOnnx(path)) {
        OnnxPredictor.open(path).close();
      } else {
        TrainedNetwork.load(path);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private CommandException refused(String reason) {
    return new CommandException(
        ExitCode.FILE, option + " = " + path + ": cannot be written: " + reason);
  }
}
