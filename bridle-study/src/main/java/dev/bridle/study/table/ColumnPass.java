package dev.bridle.study.table;

import java.util.List;

/** Gives each row's fields to the builders of the columns they belong to. */
final class ColumnPass {
  private final int[] fields;
  private final List<ColumnBuilder> builders;

  /** Field {@code fields[i]} of a row goes to builder i. */
  ColumnPass(List<Integer> fields, List<ColumnBuilder> builders) {
    this.fields = fields.stream().mapToInt(Integer::intValue).toArray();
    this.builders = builders;
  }

  void add(Row row) {
    for (int i = 0; i < fields.length; i++) {
      builders.get(i).add(row.chars(), row.start(fields[i]), row.end(fields[i]), row.line());
    }
  }

  void end() {
    builders.forEach(ColumnBuilder::end);
  }
}
