package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a file is to be read as a table: how it is written, and what its columns mean.
 *
 * @param format how the file writes its table
 * @param target the column to predict: its name, its number from 1, or its number from the end, -1
 *     for the last; {@code --target}
 * @param drop columns to leave out, by name or number; {@code --drop}
 * @param categorical columns to take as texts though they look like numbers, by name or number;
 *     {@code --categorical}
 * @param missing texts that stand for a missing value besides the empty field and NA, N/A, NaN,
 *     null, ? and - (case of ASCII letters aside); {@code --missing}
 * @param task what is asked; if absent, {@link TaskKind} is decided from the target; {@code --task}
 */
public record TableOptions(
    CsvFormat format,
    String target,
    List<String> drop,
    List<String> categorical,
    List<String> missing,
    Optional<TaskKind> task) {

  /** Copies the lists. */
  public TableOptions {
    drop = List.copyOf(drop);
    categorical = List.copyOf(categorical);
    missing = List.copyOf(missing);
  }

  /** The {@linkplain CsvFormat#usual usual format}, the last column as the target, nothing else. */
  public static TableOptions defaults() {
    return new TableOptions(
        CsvFormat.usual(), "-1", List.of(), List.of(), List.of(), Optional.empty());
  }

  /** The same with another format. */
  public TableOptions withFormat(CsvFormat value) {
    return new TableOptions(value, target, drop, categorical, missing, task);
  }

  /** The same with another target column. */
  public TableOptions withTarget(String value) {
    return new TableOptions(format, value, drop, categorical, missing, task);
  }

  /** The same with these columns left out. */
  public TableOptions withDrop(List<String> values) {
    return new TableOptions(format, target, values, categorical, missing, task);
  }

  /** The same with these columns taken as texts. */
  public TableOptions withCategorical(List<String> values) {
    return new TableOptions(format, target, drop, values, missing, task);
  }

  /** The same with these texts for missing values besides the usual ones. */
  public TableOptions withMissing(List<String> values) {
    return new TableOptions(format, target, drop, categorical, values, task);
  }

  /** The same with the task given. */
  public TableOptions withTask(TaskKind value) {
    return new TableOptions(format, target, drop, categorical, missing, Optional.of(value));
  }

  /** All texts that stand for a missing value. */
  MissingWords missingWords() {
    List<String> words = new ArrayList<>(MissingWords.USUAL);
    words.addAll(missing);
    return new MissingWords(words);
  }
}
