package dev.bridle.cli;

import dev.bridle.export.InputColumns;
import dev.bridle.export.NetworkPredictor;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.image.BadImages;
import dev.bridle.study.image.ImageException;
import dev.bridle.study.image.ImageLoader;
import dev.bridle.study.image.ImagePreparation;
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
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The images of a folder, or the windows of a time series, as a trained network wants them:
 * prepared as in its training. Predictions for rows of a table go through {@link TablePredictions}.
 */
final class ModelInputs {
  private ModelInputs() {}

  /** Whether a network takes images or a time series. */
  static boolean areFor(TrainedNetwork network) {
    Map<String, String> texts = network.attachments();
    return ImagePreparation.isIn(texts) || SeriesPreparation.isIn(texts);
  }

  /** Reads them, or ends the command. */
  static ModelRows read(
      TrainedNetwork network, Path path, TableOptions options, BadImages badImages) {
    Map<String, String> texts = network.attachments();
    return orEnd(
        () ->
            ImagePreparation.isIn(texts)
                ? images(ImagePreparation.of(texts), path, badImages)
                : windows(SeriesPreparation.of(texts), TableReader.of(options), path));
  }

  /** The numbers that go into the network, {@code [N, F]}, for rows of a table too. */
  static float[] numbers(
      TrainedNetwork network, Path path, TableOptions options, BadImages badImages) {
    if (areFor(network)) {
      return read(network, path, options, badImages).inputs();
    }
    InputColumns columns = new NetworkPredictor(network).columns();
    return orEnd(() -> columns.inputs(TableReader.of(options).readFor(columns.reading(), path)));
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

  private static ModelRows images(ImagePreparation preparation, Path path, BadImages badImages) {
    Images images = ImageLoader.readFor(preparation, path, badImages);
    int[] rows = IntStream.range(0, images.count()).toArray();
    List<Note> notes = images.notes().stream().map(Note::warning).toList();
    return new ModelRows(preparation.inputsOf(images, rows), "file", images.files(), notes);
  }

  /** A forecast from each row that has a whole window behind it, under the line of that row. */
  private static ModelRows windows(SeriesPreparation preparation, TableReader reader, Path file) {
    Table table = reader.readFor(preparation.columns(), file);
    float[] inputs = preparation.inputsOf(table);
    List<Integer> lines =
        IntStream.range(preparation.options().window() - 1, table.rows())
            .mapToObj(table::line)
            .toList();
    return new ModelRows(inputs, "after line", lines, table.notes());
  }
}
