package dev.bridle.cli;

import dev.bridle.study.table.BadRows;
import dev.bridle.study.table.CsvFormat;
import dev.bridle.study.table.Header;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how a table is written and what its columns are. */
final class TableFormatOptions {
  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "The column to predict: its name, or its number, -1 for the last.")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--header",
      negatable = true,
      arity = "0",
      fallbackValue = "true",
      description =
          "Whether the first row names the columns (else they are c1, c2, ...). Default: noticed.")
  private Optional<Boolean> header = Optional.empty();

  @Option(
      names = "--drop",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns to leave out, such as row numbers.")
  private List<String> drop = List.of();

  @Option(
      names = "--categorical",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns of numbers that stand for categories.")
  private List<String> categorical = List.of();

  @Option(
      names = "--missing",
      paramLabel = "TEXT",
      split = ",",
      description = "Texts that stand for missing values, besides NA, ? and the like.")
  private List<String> missing = List.of();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "How characters are encoded. Default: UTF-8.")
  private Optional<String> encoding = Optional.empty();

  @Option(
      names = "--decimal",
      paramLabel = "CHAR",
      description = "The decimal mark, . or a comma. Default: a point.")
  private Optional<String> decimal = Optional.empty();

  @Option(
      names = "--separator",
      paramLabel = "CHAR",
      description = "What stands between fields. Default: noticed.")
  private Optional<String> separator = Optional.empty();

  @Option(
      names = "--bad-rows",
      paramLabel = "WHAT",
      description = "What is done with rows of another length: fail or skip. Default: fail.")
  private Optional<String> badRows = Optional.empty();

  @Option(
      names = "--task",
      paramLabel = "KIND",
      description = "classification or regression. Default: noticed by the target.")
  private Optional<String> task = Optional.empty();

  /** Whether any of them is written. */
  boolean isWritten() {
    return target.isPresent()
        || header.isPresent()
        || encoding.isPresent()
        || decimal.isPresent()
        || separator.isPresent()
        || badRows.isPresent()
        || task.isPresent()
        || !(drop.isEmpty() && categorical.isEmpty() && missing.isEmpty());
  }

  /** Ends the command if any is written though the data are built in. */
  void refuseForBuiltIn(String name) {
    if (isWritten()) {
      throw new CommandException(
          ExitCode.USAGE,
          "data \"" + name + "\" is built in: options that describe a table are for files");
    }
  }

  /** Whether a target is named. */
  boolean namesTarget() {
    return target.isPresent();
  }

  /** The options that are written, as arguments. */
  List<String> written() {
    List<String> all = new ArrayList<>();
    target.ifPresent(column -> all.addAll(List.of("--target", column)));
    header.ifPresent(named -> all.add(named ? "--header" : "--no-header"));
    drop.forEach(column -> all.addAll(List.of("--drop", column)));
    categorical.forEach(column -> all.addAll(List.of("--categorical", column)));
    missing.forEach(text -> all.addAll(List.of("--missing", text)));
    encoding.ifPresent(name -> all.addAll(List.of("--encoding", name)));
    decimal.ifPresent(mark -> all.addAll(List.of("--decimal", mark)));
    separator.ifPresent(mark -> all.addAll(List.of("--separator", mark)));
    badRows.ifPresent(what -> all.addAll(List.of("--bad-rows", what)));
    task.ifPresent(kind -> all.addAll(List.of("--task", kind)));
    return all;
  }

  /** What they ask for. */
  TableOptions options() {
    return CommandException.orEnd(ExitCode.USAGE, this::read);
  }

  private TableOptions read() {
    TableOptions options =
        TableOptions.defaults()
            .withFormat(format())
            .withDrop(drop)
            .withCategorical(categorical)
            .withMissing(missing);
    if (target.isPresent()) {
      options = options.withTarget(target.get());
    }
    if (task.isPresent()) {
      options = options.withTask(word("--task", TaskKind.class, task.get()));
    }
    return options;
  }

  private CsvFormat format() {
    CsvFormat format = CsvFormat.usual();
    if (header.isPresent()) {
      format = format.withHeader(header.get() ? Header.YES : Header.NO);
    }
    if (encoding.isPresent()) {
      format = format.withEncoding(CsvFormat.encodingOf(encoding.get()));
    }
    if (decimal.isPresent()) {
      format = format.withDecimal(character("--decimal", decimal.get()));
    }
    if (separator.isPresent()) {
      format = format.withSeparator(character("--separator", separator.get()));
    }
    if (badRows.isPresent()) {
      format = format.withBadRows(word("--bad-rows", BadRows.class, badRows.get()));
    }
    return format;
  }

  private static char character(String option, String text) {
    String one = text.equals("\\t") || text.equals("tab") ? "\t" : text;
    if (one.length() != 1) {
      throw new IllegalArgumentException(
          option + " = \"" + text + "\": expected one character, or tab");
    }
    return one.charAt(0);
  }

  /** The value of an enumeration that an option names. */
  static <E extends Enum<E>> E word(String option, Class<E> type, String word) {
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
        return value;
      }
    }
    List<String> words =
        java.util.Arrays.stream(type.getEnumConstants())
            .map(v -> v.name().toLowerCase(Locale.ROOT))
            .toList();
    throw new IllegalArgumentException(
        option + " = " + word + ": " + dev.bridle.text.Suggestion.expected(word, words));
  }
}
