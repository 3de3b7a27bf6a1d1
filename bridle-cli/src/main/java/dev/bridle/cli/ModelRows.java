package dev.bridle.cli;

import java.util.List;

/**
 * Rows as a trained network wants them.
 *
 * <p>The numbers are not copied.
 */
final class ModelRows {
  private final float[] inputs;
  private final String heading;
  private final List<String> names;

  /**
   * Rows with a name each.
   *
   * @param inputs {@code [N, F]}, row-major
   * @param heading what the names are
   * @param names {@code [N]}, or none, where the order of the file says which is which
   */
  ModelRows(float[] inputs, String heading, List<String> names) {
    this.inputs = inputs;
    this.heading = heading;
    this.names = List.copyOf(names);
  }

  /** Rows in the order of their file. */
  static ModelRows unnamed(float... inputs) {
    return new ModelRows(inputs, "", List.of());
  }

  /** The numbers, {@code [N, F]} row-major; not a copy. */
  float[] inputs() {
    return inputs;
  }

  /** What the names are: a column's heading; none if there are no names. */
  List<String> heading() {
    return names.isEmpty() ? List.of() : List.of(heading);
  }

  /** The name of a row; none if they have none. */
  List<String> name(int row) {
    return names.isEmpty() ? List.of() : List.of(names.get(row));
  }
}
