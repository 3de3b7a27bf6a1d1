package dev.bridle.cli;

import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.image.BadImages;
import dev.bridle.study.image.ImageException;
import dev.bridle.study.image.ImageLoader;
import dev.bridle.study.image.ImagePreparation;
import dev.bridle.study.image.Images;
import dev.bridle.study.series.SeriesPreparation;
import dev.bridle.study.table.Column;
import dev.bridle.study.table.ColumnMismatch;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.NumberColumn;
import dev.bridle.study.table.NumberRule;
import dev.bridle.study.table.Preparation;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import dev.bridle.study.table.TargetRule;
import dev.bridle.text.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a file, or the images of a folder, as a trained network wants them: prepared as in
 * its training, columns found by name, in any order.
 */
final class ModelInputs {
  private ModelInputs() {}

  /** Reads the rows, or ends the command. */
  static ModelRows read(
      TrainedNetwork network, Path file, TableOptions options, BadImages badImages) {
    try {
      if (ImagePreparation.isIn(network.attachments())) {
        return images(ImagePreparation.of(network.attachments()), file, badImages);
      }
      TableReader reader = TableReader.of(options);
      if (SeriesPreparation.isIn(network.attachments())) {
        return windows(SeriesPreparation.of(network.attachments()), reader, file);
      }
      if (network.attachments().containsKey("preparation")) {
        Preparation preparation = Preparation.of(network.attachments());
        Table table = reader.readFor(preparation, file);
        return ModelRows.unnamed(preparation.inputsOf(table, all(table)));
      }
      return ModelRows.unnamed(plain(network, reader.readFor(unprepared(network), file)));
    } catch (ColumnMismatch e) {
      throw new CommandException(ExitCode.MISFIT, String.valueOf(e.getMessage()));
    } catch (TableException | ImageException e) {
      throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
    }
  }

  private static ModelRows images(ImagePreparation preparation, Path path, BadImages badImages) {
    Images images = ImageLoader.readFor(preparation, path, badImages);
    int[] rows = IntStream.range(0, images.count()).toArray();
    return new ModelRows(preparation.inputsOf(images, rows), "file", images.files());
  }

  /** A forecast from each row that has a whole window behind it, under the line of that row. */
  private static ModelRows windows(SeriesPreparation preparation, TableReader reader, Path file) {
    Table table = reader.readFor(preparation.columns(), file);
    float[] inputs = preparation.inputsOf(table);
    List<String> lines =
        IntStream.range(preparation.options().window() - 1, table.rows())
            .mapToObj(row -> Integer.toString(table.line(row)))
            .toList();
    return new ModelRows(inputs, "after line", lines);
  }

  /** Which columns to read where a network takes numbers as they are. */
  private static Preparation unprepared(TrainedNetwork network) {
    List<InputRule> rules =
        network.features().stream()
            .map(name -> (InputRule) new NumberRule(name, 0, 0, 1, false))
            .toList();
    return new Preparation(rules, new TargetRule.Amount("prediction"));
  }

  private static int[] all(Table table) {
    return IntStream.range(0, table.rows()).toArray();
  }

  /** Numbers under the names of the network's inputs, as they are. */
  private static float[] plain(TrainedNetwork network, Table table) {
    List<NumberColumn> columns = new ArrayList<>();
    List<String> names = table.columns().stream().map(Column::name).toList();
    for (String feature : network.features()) {
      Column column = table.column(feature).orElseThrow(() -> missing(feature, names));
      if (!(column instanceof NumberColumn numbers)) {
        throw new CommandException(
            ExitCode.MISFIT, "column \"" + feature + "\": expected numbers, as in the training");
      }
      columns.add(numbers);
    }
    int width = columns.size();
    float[] inputs = new float[table.rows() * width];
    for (int i = 0; i < inputs.length; i++) {
      double value = columns.get(i % width).values()[i / width];
      if (Double.isNaN(value)) {
        throw new CommandException(
            ExitCode.MISFIT,
            "column \""
                + network.features().get(i % width)
                + "\", line "
                + table.line(i / width)
                + ": a value is missing, expected a number");
      }
      inputs[i] = (float) value;
    }
    return inputs;
  }

  private static CommandException missing(String feature, List<String> names) {
    return new CommandException(
        ExitCode.MISFIT,
        "no column \"" + feature + "\" for the network: " + Suggestion.expected(feature, names));
  }
}
