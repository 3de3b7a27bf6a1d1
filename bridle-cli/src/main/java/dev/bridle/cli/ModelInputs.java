package dev.bridle.cli;

import dev.bridle.export.InputColumns;
import dev.bridle.export.InputImages;
import dev.bridle.export.InputTensor;
import dev.bridle.export.InputWindows;
import dev.bridle.export.ModelInput;
import dev.bridle.export.NetworkPredictor;
import dev.bridle.export.Rows;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.image.BadImages;
import dev.bridle.study.image.ImageException;
import dev.bridle.study.image.ImageLoader;
import dev.bridle.study.image.Images;
import dev.bridle.study.series.SeriesPreparation;
import dev.bridle.study.table.ColumnMismatch;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The images of a folder, or the windows of a time series, as a model takes them. Predictions for
 * rows of a table go through {@link TablePredictions}, which never has all of them in memory.
 */
final class ModelInputs {
  private ModelInputs() {}

  /** Reads images or windows, or ends the command. */
  static ModelRows read(InputTensor input, Path path, TableOptions options, BadImages badImages) {
    return orEnd(
        () ->
            input instanceof InputImages images
                ? images(images, path, badImages)
                : windows((InputWindows) input, TableReader.of(options), path));
  }

  /** Reads rows of any kind, those of a table too, or ends the command. */
  static Rows rows(ModelInput input, Path path, TableOptions options, BadImages badImages) {
    return input instanceof InputColumns columns
        ? orEnd(() -> Rows.of(TableReader.of(options).readFor(columns.reading(), path)))
        : read((InputTensor) input, path, options, badImages).rows();
  }

  /** The numbers that go into a network, {@code [N, F]}. */
  static float[] numbers(
      TrainedNetwork network, Path path, TableOptions options, BadImages badImages) {
    ModelInput input = new NetworkPredictor(network).input();
    return orEnd(() -> input.inputs(rows(input, path, options, badImages)));
  }

  private static <T> T orEnd(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ColumnMismatch e) {
      throw new CommandException(ExitCode.MISFIT, String.valueOf(e.getMessage()));
    } catch (TableException | ImageException e) {
      throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
    }
  }

  private static ModelRows images(InputImages input, Path path, BadImages badImages) {
    Images images = ImageLoader.readFor(input.preparation(), path, badImages);
    List<Note> notes = images.notes().stream().map(Note::warning).toList();
    return new ModelRows(input.rows(images), "file", images.files(), notes);
  }

  /** A forecast from each row that has a whole window behind it, under the line of that row. */
  private static ModelRows windows(InputWindows input, TableReader reader, Path file) {
    SeriesPreparation preparation = input.preparation();
    Table table = reader.readFor(preparation.columns(), file);
    Rows rows = input.rows(preparation.steps(table));
    List<Integer> lines =
        IntStream.range(preparation.options().window() - 1, table.rows())
            .mapToObj(table::line)
            .toList();
    return new ModelRows(rows, "after line", lines, table.notes());
  }
}
