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
  private final Path path;

  private OutputFile(Path path) {
    this.path = path;
  }

  /** A file for a network; one that is there must hold a network of Bridle's, unless forced. */
  static OutputFile forNetwork(Path path, boolean force) {
    if (!path.toString().endsWith(Models.NETWORK) && !Models.isOnnx(path)) {
      throw new CommandException(
          ExitCode.USAGE,
          "--out = "
              + path
              + ": expected a name that ends in "
              + Models.NETWORK
              + " or "
              + Models.ONNX);
    }
    OutputFile file = writable(path);
    if (Files.exists(path) && !force && !isNetwork(path)) {
      throw file.refused("it exists and is not a network saved by Bridle; --force replaces it");
    }
    if (Models.isOnnx(path)) {
      OnnxOutput.requireCardFree(path, force);
    }
    return file;
  }

  /** A file for anything else; there must be none, unless forced. */
  static OutputFile forText(Path path, boolean force) {
    OutputFile file = writable(path);
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
      throw new CommandException(ExitCode.FILE, "--out = " + e.getMessage());
    }
  }

  /** Writes the whole content, or nothing. */
  void write(ContentWriter content) {
    try {
      AtomicFile.write(path, content);
    } catch (IOException e) {
      throw new CommandException(ExitCode.FILE, "--out = " + e.getMessage());
    }
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  private static OutputFile writable(Path path) {
    OutputFile file = new OutputFile(path);
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
        ExitCode.FILE, "--out = " + path + ": cannot be written: " + reason);
  }
}
