package dev.bridle.cli;

import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.export.InputImages;
import dev.bridle.export.InputWindows;
import dev.bridle.export.ModelInput;
import dev.bridle.export.NetworkPredictor;
import dev.bridle.export.Origin;
import dev.bridle.export.Rows;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.diagnosis.Diagnoser;
import dev.bridle.study.diagnosis.Suggestion;
import dev.bridle.study.image.IdxFolder;
import dev.bridle.study.image.ImageException;
import dev.bridle.study.image.ImageLoader;
import dev.bridle.study.image.Images;
import dev.bridle.study.image.NamedSet;
import dev.bridle.study.run.StudyReporter;
import dev.bridle.study.series.Persistence;
import dev.bridle.study.series.Series;
import dev.bridle.study.series.SeriesOptions;
import dev.bridle.study.source.GeneratorSource;
import dev.bridle.study.source.ImageSource;
import dev.bridle.study.source.ReplicateSource;
import dev.bridle.study.source.SeriesSource;
import dev.bridle.study.source.TableSource;
import dev.bridle.study.store.DataFingerprint;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.study.table.Fingerprint;
import dev.bridle.study.table.Note;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableException;
import dev.bridle.study.table.TableReader;
import dev.bridle.study.table.TableReport;
import dev.bridle.tensor.Key;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The data a study is about: a built-in set, a table, a time series or images.
 *
 * @param source where replicates come from
 * @param fingerprint what tells them from other data
 * @param notes what a user should know of them
 * @param rows what {@code bridle predict} takes for a model of them; empty if it takes no file
 */
record StudyData(
    ReplicateSource source, DataFingerprint fingerprint, List<Note> notes, String rows) {
  private static final int ADVISED_ROWS = 2000;

  /** Finds or reads the data, or ends the command. */
  static StudyData of(DataOptions options, long seed) {
    String name = options.name();
    String what = "data \"" + name + "\"";
    if (BuiltIn.find(name).isPresent()) {
      options.refuse(what + " is built in", false, false, false);
      return new StudyData(
          new GeneratorSource(BuiltIn.find(name).orElseThrow()), builtIn(name), List.of(), "");
    }
    try {
      Optional<Images> images = images(options);
      if (images.isPresent()) {
        return ofImages(images.get(), seed);
      }
      Path path = path(name, options.byName());
      options.refuse(what, true, false, false);
      return options.series().options().isPresent()
          ? ofSeries(path, options.table(), options.series().options().get())
          : ofTable(path, options.table(), seed);
    } catch (TableException | ImageException e) {
      throw new CommandException(ExitCode.DATA, String.valueOf(e.getMessage()));
    }
  }

  /**
   * What a diagnosis of rows that may be trained on suggests; those held out are not looked at. Of
   * built-in data it looks at rows like those of a replicate.
   */
  List<Suggestion> suggestions(long seed) {
    if (source.inputShape().length > 1) { // pixels and steps of time are no columns
      return List.of();
    }
    Table rows =
        source instanceof TableSource table
            ? table.eligible()
            : DatasetTable.of(source.name(), source.split(Key.of(seed).at("advice")).train());
    return Diagnoser.ofSample(rows, ADVISED_ROWS, seed).suggestions();
  }

  /** Rows as they come to check a model of these data on, none of them held out. */
  Rows rowsToCheck(TrainedNetwork network) {
    ModelInput input = new NetworkPredictor(network).input();
    if (source instanceof TableSource table) {
      return Rows.of(table.eligible());
    }
    if (source instanceof ImageSource images) {
      return ((InputImages) input).rows(images.images()).at(images.eligible());
    }
    if (source instanceof SeriesSource series) {
      InputWindows windows = (InputWindows) input;
      return windows.rows(windows.preparation().steps(series.eligible()));
    }
    return Rows.of(
        DatasetTable.ofInputs(source.name(), source.split(Key.of(0).at("verify")).test()));
  }

  /** Where a model of these data comes from. */
  Origin origin(String recipe, List<String> scores) {
    return new Origin(
        Version.bridle(), recipe, source.name(), fingerprint.size(), fingerprint.sha256(), scores);
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

  /** The path of a name that is not built in, or the end of the command. */
  static Path path(String name, boolean byName) {
    try {
      Path path = Path.of(name);
      boolean isName = !name.contains("/") && !name.contains(".");
      if (byName || (isName && !Files.exists(path))) {
        List<String> names = new ArrayList<>(BuiltIn.names());
        names.addAll(NamedSet.words());
        throw new CommandException(
            ExitCode.DATA,
            "data \""
                + name
                + "\": "
                + (byName ? "" : "there is no such file, and no set of that name; ")
                + dev.bridle.text.Suggestion.expected(name, names));
      }
      return path;
    } catch (InvalidPathException e) {
      throw new CommandException(ExitCode.DATA, "data \"" + name + "\": not a file name");
    }
  }

  /** The images that are meant, if any are: a named set, or those of a folder. */
  static Optional<Images> images(DataOptions options) {
    String name = options.name();
    String what = "data \"" + name + "\"";
    Optional<NamedSet> set = NamedSet.find(name);
    if (set.isPresent()) {
      options.refuse(what, false, false, true);
      return Optional.of(images(set.get(), options.folder()));
    }
    Path path = path(name, options.byName());
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    options.refuse(what + " is a folder of images", false, true, false);
    return Optional.of(ImageLoader.read(path, options.image().options()));
  }

  private static Images images(NamedSet set, Optional<Path> folder) {
    if (folder.isEmpty()) {
      throw new CommandException(
          ExitCode.DATA,
          "data \""
              + set.word()
              + "\" is not downloaded: --data-dir says in which folder there are "
              + IdxFolder.wanted(set));
    }
    return IdxFolder.read(set, folder.get());
  }

  private static StudyData ofImages(Images images, long seed) {
    String kind =
        images.channels().name().toLowerCase(Locale.ROOT)
            + " images of "
            + images.size()
            + " pixels; classes "
            + String.join(", ", images.classes());
    DataFingerprint fingerprint =
        new DataFingerprint(images.name(), images.bytes(), images.sha256(), kind);
    List<Note> notes = images.notes().stream().map(Note::warning).toList();
    return new StudyData(new ImageSource(images, seed), fingerprint, notes, "IMAGES");
  }

  private static StudyData ofSeries(Path path, TableFormatOptions format, SeriesOptions options) {
    Table table = TableReader.of(format.options()).readSeries(path);
    Series series = Series.of(table, options);
    SeriesSource source = new SeriesSource(series);
    List<Note> notes = new ArrayList<>(series.notes());
    notes.add(persistence(source));
    return new StudyData(
        source,
        fingerprint(table, "; window " + options.window() + ", horizon " + options.horizon()),
        notes,
        "ROWS.csv");
  }

  /** What a network has to beat. */
  private static Note persistence(SeriesSource source) {
    String text =
        "persistence, the forecast that nothing changes, has " + errors(source.persistence());
    return Note.info(
        source.shape().test() == 0
            ? text
            : text + "; on the held-out end " + errors(source.persistenceHeldOut()));
  }

  private static String errors(Persistence persistence) {
    return String.format(
        Locale.ROOT, "rmse %.4g and mae %.4g", persistence.rmse(), persistence.mae());
  }

  private static DataFingerprint fingerprint(Table table, String more) {
    Fingerprint found = table.fingerprint();
    return new DataFingerprint(table.name(), found.bytes(), found.sha256(), columns(found) + more);
  }

  private static StudyData ofTable(Path path, TableFormatOptions options, long seed) {
    Table table = TableReader.of(options.options()).read(path);
    List<Note> notes = new ArrayList<>(table.notes());
    notes.addAll(TableReport.of(table));
    return new StudyData(
        new TableSource(table, seed),
        fingerprint(table, ""),
        notes.stream().distinct().toList(),
        "ROWS.csv");
  }
}
