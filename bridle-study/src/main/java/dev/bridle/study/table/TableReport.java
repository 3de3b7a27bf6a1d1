package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private TableReport() {}

  /** The notes made while reading, then those about single columns, then about the whole. */
  public static List<Note> of(Table table) {
    List<Note> notes = new ArrayList<>(table.notes());
    List<ColumnNotes> columns = ColumnNotes.of(table);
    for (int i = 0; i < columns.size(); i++) {
      Column column = table.inputs().get(i);
      ColumnNotes found = columns.get(i);
      found.leftOut().ifPresent(reason -> notes.add(leftOut(column, reason)));
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

  private static Note leftOut(Column column, String reason) {
    return Note.info("column " + Words.quote(column.name()) + " " + reason + " and is left out");
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
