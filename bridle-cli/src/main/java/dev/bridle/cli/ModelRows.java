package dev.bridle.cli;

import dev.bridle.export.Rows;
import dev.bridle.study.table.Note;
import java.util.List;

/**
 * Images, or windows of a time series, as they come, with a name each.
 *
 * @param rows the rows themselves, N
 * @param heading what the names are: a column's heading
 * @param names {@code [N]}, texts or whole numbers
 * @param notes what a user should know of them
 */
record ModelRows(Rows rows, String heading, List<?> names, List<Note> notes) {
  /** Copies the lists. */
  ModelRows {
    names = List.copyOf(names);
    notes = List.copyOf(notes);
  }
}
