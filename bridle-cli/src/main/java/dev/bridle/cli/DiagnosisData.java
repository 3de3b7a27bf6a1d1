package dev.bridle.cli;

import dev.bridle.data.Generator;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.TableReader;
import java.nio.file.Path;

/** The rows that {@code diagnose} looks at. */
final class DiagnosisData {
  private DiagnosisData() {}

  /**
   * Reads a table, or draws the rows that a replicate of built-in data trains on; or ends the
   * command.
   *
   * <p>Where no target is named, it is the last column, as in {@code compare}; where that cannot be
   * one, the table is read without.
   */
  static Table read(String name, TableFormatOptions options, boolean noTarget, long seed) {
    if (BuiltIn.find(name).isPresent()) {
      options.refuseForBuiltIn(name);
      if (noTarget) {
        throw new CommandException(
            ExitCode.USAGE, "--no-target: expected a file; built-in data have a target");
      }
      Generator generator = BuiltIn.find(name).orElseThrow();
      return DatasetTable.of(
          name, generator.draw(generator.sizes().train(), Experiment.firstTrainingRows(seed)));
    }
    if (noTarget && options.namesTarget()) {
      throw new CommandException(ExitCode.USAGE, "--target and --no-target: expected one of them");
    }
    Path path = StudyData.path(name, false);
    try {
      TableReader reader = TableReader.of(options.options());
      return noTarget ? reader.readColumns(path) : withTarget(reader, path, options);
    } catch (TableException e) {
      throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
    }
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
