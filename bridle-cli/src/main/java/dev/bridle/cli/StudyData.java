package dev.bridle.cli;

import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.export.DatasetRows;
import dev.bridle.export.Origin;
import dev.bridle.study.run.StudyReporter;
import dev.bridle.study.source.GeneratorSource;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.study.source.TableSource;
import dev.bridle.study.store.DataFingerprint;
import dev.bridle.study.table.Fingerprint;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.TableReader;
import dev.bridle.study.table.TableReport;
import dev.bridle.tensor.Key;
import dev.bridle.text.Suggestion;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data a study is about: a built-in set, or a table.
 *
 * @param source where replicates come from
 * @param fingerprint what tells them from other data
 * @param notes what a user should know of them
 * @param table the rows as they were read; empty for a built-in set
 */
record StudyData(
    ReplicateSource source, DataFingerprint fingerprint, List<Note> notes, Optional<Table> table) {

  /** Finds or reads the data, or ends the command. */
  static StudyData of(String name, TableFormatOptions table, long seed) {
    if (BuiltIn.find(name).isPresent()) {
      if (table.isWritten()) {
        throw new CommandException(
            ExitCode.USAGE,
            "data \"" + name + "\" is built in: options that describe a table are for files");
      }
      return new StudyData(
          new GeneratorSource(BuiltIn.find(name).orElseThrow()),
          builtIn(name),
          List.of(),
          Optional.empty());
    }
    return ofTable(path(name), table, seed);
  }

  /** Raw rows to check a model on. */
  Table rows() {
    return table.orElseGet(
        () -> DatasetRows.of(source.name(), source.split(Key.of(0).at("verify")).test()));
  }

  /** Where a model of these data comes from. */
  Origin origin(String recipe) {
    return new Origin(
        Version.bridle(), recipe, source.name(), fingerprint.size(), fingerprint.sha256());
  }

  private static String columns(Fingerprint table) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      columns.add(table.columns().get(i) + " " + table.types().get(i));
    }
    return String.join(", ", columns);
  }

  /** Made-up data are what the program makes of their name. */
  private static DataFingerprint builtIn(String name) {
    String hash = StudyReporter.hash(Map.of("built-in", name));
    return new DataFingerprint(name, 0, hash, "");
  }

  private static Path path(String name) {
    try {
      Path path = Path.of(name);
      boolean isName = !name.contains("/") && !name.contains(".");
      if (isName && !Files.exists(path)) {
        throw new CommandException(
            ExitCode.DATA,
            "data \""
                + name
                + "\": there is no such file, and no built-in set of that name; "
                + Suggestion.expected(name, BuiltIn.names()));
      }
      return path;
    } catch (InvalidPathException e) {
      throw new CommandException(ExitCode.DATA, "data \"" + name + "\": not a file name");
    }
  }

  private static StudyData ofTable(Path path, TableFormatOptions options, long seed) {
    try {
      Table table = TableReader.of(options.options()).read(path);
      List<Note> notes = new ArrayList<>(table.notes());
      notes.addAll(TableReport.of(table));
      Fingerprint found = table.fingerprint();
      DataFingerprint fingerprint =
          new DataFingerprint(table.name(), found.bytes(), found.sha256(), columns(found));
      return new StudyData(
          new TableSource(table, seed),
          fingerprint,
          notes.stream().distinct().toList(),
          Optional.of(table));
    } catch (TableException e) {
      throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
    }
  }
}
