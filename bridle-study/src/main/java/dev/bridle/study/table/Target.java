package dev.bridle.study.table;

import java.util.List;

/**
 * The column of a table that is to be predicted, and how.
 *
 * @param column its place among the table's columns, from 0
 * @param kind which class, or which number
 * @param classes the names of the classes, sorted (numbers by size, texts by their characters);
 *     empty for a regression
 */
public record Target(int column, TaskKind kind, List<String> classes) {
  /** Copies the classes. */
  public Target {
    classes = List.copyOf(classes);
  }
}
