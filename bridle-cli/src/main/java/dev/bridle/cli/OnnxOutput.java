package dev.bridle.cli;

import dev.bridle.export.ExportException;
import dev.bridle.export.ModelCard;
import dev.bridle.export.OnnxExport;
import dev.bridle.export.Origin;
import dev.bridle.export.Rows;
import dev.bridle.file.AtomicFile;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.table.ColumnMismatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * An ONNX model and its card, as commands leave them.
 *
 * @param network what it is made of
 * @param origin where the network comes from, its scores included
 * @param rows to check it on; made up where there are none
 * @param command what was typed
 */
record OnnxOutput(TrainedNetwork network, Origin origin, Optional<Rows> rows, String command) {
  /** Of a network from a file, which tells where it comes from as far as that is known. */
  static OnnxOutput of(TrainedNetwork network, Optional<Rows> rows, String command) {
    String recipe = network.compiled().recipe().toString();
    Origin origin =
        CommandException.orEnd(
            ExitCode.MISFIT, () -> Origin.of(network.attachments(), Version.bridle(), recipe));
    return new OnnxOutput(network, origin, rows, command);
  }

  /**
   * Checks and writes the model, then its card.
   *
   * @return what was checked, in a sentence
   * @throws ExportException if the model fails the check; then nothing is written
   */
  String write(Path file) throws IOException {
    OnnxExport.Written written = OnnxExport.write(network, origin, rows, file);
    String card = ModelCard.of(file, network, origin, written, command);
    byte[] bytes = card.getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(ModelCard.beside(file), out -> out.write(bytes));
    return String.format(
        Locale.ROOT,
        "%s rows, largest difference to the network %.1e",
        Figures.count(written.verification().rows()),
        written.verification().difference());
  }

  /** The same for a command that is there to write the model: what fails ends it. */
  String writeOrEnd(Path file) {
    try {
      return write(file);
    } catch (ExportException e) {
      throw new CommandException(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
    } catch (ColumnMismatch e) {
      throw new CommandException(ExitCode.MISFIT, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CommandException(ExitCode.FILE, "--out = " + e.getMessage());
    }
  }

  /** Refuses to replace a card's file that is none, unless forced. */
  static void requireCardFree(Path model, boolean force) {
    Path card = ModelCard.beside(model);
    try {
      if (!force && Files.exists(card) && !ModelCard.isCard(card)) {
        throw new CommandException(
            ExitCode.FILE,
            "--out = "
                + model
                + ": its card would be "
                + card
                + ", which exists and is no card of a model; --force replaces it");
      }
    } catch (IOException e) {
      throw new CommandException(ExitCode.FILE, card + ": cannot be read: " + e.getMessage());
    }
  }
}
