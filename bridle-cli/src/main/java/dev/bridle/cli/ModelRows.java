package dev.bridle.cli;

import dev.bridle.study.table.Note;
import java.util.List;

/**
 * Images, or windows of a time series, as a trained network wants them, with a name each.
 *
 * <p>The numbers are not copied.
 */
final class ModelRows {
  private final float[] inputs;
  private final String heading;
  private final List<Object> names;
  private final List<Note> notes;

  /**
   * Rows.
   *
   * @param inputs {@code [N, F]}, row-major
   * @param heading what the names are
   * @param names {@code [N]}, texts or whole numbers
   * @param notes what a user should know of them
   */
  ModelRows(float[] inputs, String heading, List<?> names, List<Note> notes) {
    this.inputs = inputs;
    this.heading = heading;
    this.names = List.copyOf(names);
    this.notes = List.copyOf(notes);
  }

  /** The numbers, {@code [N, F]} row-major; not a copy. */
  float[] inputs() {
    return inputs;
  }

  /** What the names are: a column's heading. */
  String heading() {
    return heading;
  }

  /** The names, {@code [N]}. */
  List<Object> names() {
    return names;
  }

  /** What a user should know of them. */
  List<Note> notes() {
    return notes;
  }
}
