package dev.bridle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which data are meant and how their files are read. */
final class DataOptions {
  private static final String USUAL = "strokes";

  @Parameters(
      paramLabel = "DATA",
      arity = "0..1",
      completionCandidates = DataNames.class,
      description =
          "A CSV file, a folder of class folders with images, or built-in data:"
              + " ${COMPLETION-CANDIDATES}. Default: strokes.")
  private Optional<String> argument = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "NAME",
      description = "Data by name, instead of DATA: a built-in set, mnist or fashion-mnist.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description = "Where the four files of mnist or fashion-mnist are.")
  private Optional<Path> folder = Optional.empty();

  @Mixin private TableFormatOptions table;

  @Mixin private ImageFormatOptions image;

  @Mixin private SeriesFormatOptions series;

  /** The name of the data: the argument, or {@code --data}. */
  String name() {
    if (argument.isPresent() && name.isPresent()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--data = "
              + name.get()
              + ": expected no other data beside it, found \""
              + argument.get()
              + "\"");
    }
    return argument.or(() -> name).orElse(USUAL);
  }

  /** Whether the data are asked for by name, so that no file of this name is meant. */
  boolean byName() {
    return name.isPresent();
  }

  Optional<Path> folder() {
    return folder;
  }

  TableFormatOptions table() {
    return table;
  }

  ImageFormatOptions image() {
    return image;
  }

  SeriesFormatOptions series() {
    return series;
  }

  /** Ends the command if options are written that say nothing about data of this kind. */
  void refuse(String what, boolean tables, boolean images, boolean folders) {
    if (!tables && (table.isWritten() || series.isWritten())) {
      throw new CommandException(
          ExitCode.USAGE, what + ": options that describe a table are for files");
    }
    if (!images && image.isWritten()) {
      throw new CommandException(
          ExitCode.USAGE, what + ": --size, --channels and --bad-images are for folders of images");
    }
    if (!folders && folder.isPresent()) {
      throw new CommandException(
          ExitCode.USAGE, what + ": --data-dir is for mnist and fashion-mnist");
    }
  }

  /** The data and the options that are written, as arguments. */
  List<String> written() {
    List<String> all = new ArrayList<>();
    argument.ifPresent(all::add);
    name.ifPresent(set -> all.addAll(List.of("--data", set)));
    folder.ifPresent(path -> all.addAll(List.of("--data-dir", path.toString())));
    all.addAll(all.isEmpty() ? List.of(USUAL) : List.of());
    all.addAll(table.written());
    all.addAll(image.written());
    all.addAll(series.written());
    return all;
  }
}
