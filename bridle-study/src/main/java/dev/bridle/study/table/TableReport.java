package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What looks wrong with a table, or is left out of it: advice, for nothing here changes the data.
 *
 * <p>Looked for are columns that are not used (see {@link Preparation#fit}), that look like a
 * number or name of the row, that have more categories than get an input, or that give the target
 * away; rows that occur twice; and more columns than rows. Time is that of reading the columns
 * once, and of sorting those of whole numbers.
 */
public final class TableReport {
  private static final int SHOWN = 5;

  private TableReport() {}

  /** The notes made while reading, then those about single columns, then about the whole. */
  public static List<Note> of(Table table) {
    List<Note> notes = new ArrayList<>(table.notes());
    List<Column> inputs = table.inputs();
    List<ColumnNotes> columns = ColumnNotes.of(table);
    notes.addAll(leftOut(inputs, columns));
    for (int i = 0; i < columns.size(); i++) {
      Column column = inputs.get(i);
      ColumnNotes found = columns.get(i);
      if (found.isUsed()) {
        manyCategories(column).ifPresent(notes::add);
      }
      found.identifier().ifPresent(notes::add);
      found.leak().ifPresent(notes::add);
    }
    repeated(table).ifPresent(notes::add);
    wide(table).ifPresent(notes::add);
    return notes;
  }

  /** A note for each column that is not used; one for all that have a reason in common. */
  private static List<Note> leftOut(List<Column> inputs, List<ColumnNotes> columns) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = inputs.get(i).name();
      columns
          .get(i)
          .leftOut()
          .ifPresent(r -> byReason.computeIfAbsent(r, key -> new ArrayList<>()).add(name));
    }
    return byReason.entrySet().stream().map(e -> leftOut(e.getValue(), e.getKey())).toList();
  }

  private static Note leftOut(List<String> names, String reason) {
    String which =
        names.size() == 1
            ? "column " + Words.quote(names.get(0)) + " "
            : "columns " + Words.list(names, SHOWN) + ": each ";
    return Note.info(which + reason + " and is left out");
  }

  private static Optional<Note> manyCategories(Column column) {
    int categories = column instanceof CategoryColumn texts ? texts.dictionary().size() : 0;
    return categories <= CategoryRule.MAX_CATEGORIES
        ? Optional.empty()
        : Optional.of(
            Note.info(
                "column "
                    + Words.quote(column.name())
                    + " has "
                    + Words.count(categories, "different text")
                    + ": the "
                    + CategoryRule.MAX_CATEGORIES
                    + " most frequent of the training rows get an input each, the others none"));
  }

  private static Optional<Note> repeated(Table table) {
    long[] hashes = RowHashes.of(table.columns(), table.rows());
    Arrays.sort(hashes);
    int repeats = 0;
    for (int i = 1; i < hashes.length; i++) {
      repeats += hashes[i] == hashes[i - 1] ? 1 : 0;
    }
    return repeats == 0
        ? Optional.empty()
        : Optional.of(
            Note.warning(
                Words.grouped(repeats)
                    + " of "
                    + Words.count(table.rows(), "row")
                    + (repeats == 1 ? " repeats" : " repeat")
                    + " another in every column; where one copy is trained on and the other"
                    + " scored, scores are too good"));
  }

  private static Optional<Note> wide(Table table) {
    int columns = table.inputs().size();
    return columns < table.rows()
        ? Optional.empty()
        : Optional.of(
            Note.warning(
                Words.count(columns, "column")
                    + " for "
                    + Words.count(table.rows(), "row")
                    + ": a network can learn them by heart, and differences between recipes will be"
                    + " uncertain"));
  }
}
