package dev.bridle.cli;

import dev.bridle.data.Generator;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.study.diagnosis.Unrolled;
import dev.bridle.study.image.ImageException;
import dev.bridle.study.image.Images;
import dev.bridle.study.series.Series;
import dev.bridle.study.series.SeriesOptions;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.TableReader;
import java.nio.file.Path;
import java.util.Optional;

/** The rows that {@code diagnose} looks at. */
final class DiagnosisData {
  private DiagnosisData() {}

  /**
   * Reads a table, images or a time series, or draws the rows that a replicate of built-in data
   * trains on; or ends the command.
   *
   * <p>Where no target is named, it is the last column, as in {@code compare}; where that cannot be
   * one, the table is read without.
   */
  static Table read(DataOptions options, boolean noTarget, long seed) {
    String name = options.name();
    if (noTarget && options.table().namesTarget()) {
      throw new CommandException(ExitCode.USAGE, "--target and --no-target: expected one of them");
    }
    if (BuiltIn.find(name).isPresent()) {
      options.refuse("data \"" + name + "\" is built in", false, false, false);
      requireTarget(noTarget, "built-in data");
      Generator generator = BuiltIn.find(name).orElseThrow();
      return DatasetTable.of(
          name, generator.draw(generator.sizes().train(), Experiment.firstTrainingRows(seed)));
    }
    try {
      Optional<Images> images = StudyData.images(options);
      if (images.isPresent()) {
        requireTarget(noTarget, "images in classes");
        return Unrolled.of(images.get(), name, seed);
      }
      options.refuse("data \"" + name + "\"", true, false, false);
      return ofFile(StudyData.path(name, options.byName()), options, noTarget);
    } catch (TableException | ImageException e) {
      throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
    }
  }

  private static void requireTarget(boolean noTarget, String what) {
    if (noTarget) {
      throw new CommandException(
          ExitCode.USAGE, "--no-target: expected a table; " + what + " have a target");
    }
  }

  private static Table ofFile(Path path, DataOptions options, boolean noTarget) {
    TableReader reader = TableReader.of(options.table().options());
    Optional<SeriesOptions> series = options.series().options();
    if (series.isPresent()) {
      requireTarget(noTarget, "time series");
      return Unrolled.of(Series.of(reader.readSeries(path), series.get()));
    }
    return noTarget ? reader.readColumns(path) : withTarget(reader, path, options.table());
  }

  private static Table withTarget(TableReader reader, Path path, TableFormatOptions options) {
    try {
      return reader.read(path);
    } catch (TableException e) {
      if (options.namesTarget()) {
        throw e;
      }
      Table columns = reader.readColumns(path); // fails again where it was not the target
      return columns.with(Note.info("looked at without a target, for " + e.getMessage()));
    }
  }

  /** The last part of a path. */
  static String shortName(String name) {
    String path = name.replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
