package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is odd about one column that may be an input.
 *
 * @param leftOut why it is no input, in words that follow its name (see {@link Preparation#fit})
 * @param identifier that it looks like the number or the key of a row
 * @param leak that it gives the target away
 */
public record ColumnNotes(
    Optional<String> leftOut, Optional<Note> identifier, Optional<Note> leak) {

  /** The notes of each column of {@link Table#inputs}; without a target there is no leak. */
  public static List<ColumnNotes> of(Table table) {
    Optional<LeakCheck> leaks = table.target().map(target -> LeakCheck.of(table));
    List<ColumnNotes> notes = new ArrayList<>();
    for (Column column : table.inputs()) {
      Optional<String> leftOut = ColumnUse.of(column);
      notes.add(
          leftOut.isPresent()
              ? new ColumnNotes(leftOut, Optional.empty(), Optional.empty())
              : new ColumnNotes(
                  leftOut, RowNumbers.note(column), leaks.flatMap(check -> check.note(column))));
    }
    return notes;
  }

  /** Whether it is an input. */
  public boolean isUsed() {
    return leftOut.isEmpty();
  }
}
