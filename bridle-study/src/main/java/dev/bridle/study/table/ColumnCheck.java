package dev.bridle.study.table;

import java.util.List;
import java.util.stream.Collectors;

/** Refuses columns whose type cannot be what was meant, and says what to do. */
final class ColumnCheck {
  private final String file;
  private final char decimal;

  ColumnCheck(String file, char decimal) {
    this.file = file;
    this.decimal = decimal;
  }

  /** Throws if the collected column is nearly numeric, or in the other decimal notation. */
  void checkType(ColumnBuilder column) {
    List<ColumnBuilder.Found> odd = column.odd();
    if (!odd.isEmpty()) {
      throw nearlyNumeric(column, odd);
    }
    if (column.hasOtherDecimal()) {
      throw otherDecimal(column);
    }
  }

  /** Throws if a column of numbers has one that is not finite. */
  void checkFinite(ColumnBuilder column) {
    column
        .infinite()
        .ifPresent(
            found -> {
              throw infinite(file, column.name(), found);
            });
  }

  /** The error of a number that is not finite. */
  static TableException infinite(String file, String column, ColumnBuilder.Found found) {
    return new TableException(
        place(file, found, column)
            + ": found "
            + Words.quote(found.text())
            + ", expected a finite number, of at most 1.8e308; if it stands for a missing value: "
            + Words.option("--missing", found.text())
            + wayOut(column));
  }

  private TableException nearlyNumeric(ColumnBuilder column, List<ColumnBuilder.Found> odd) {
    ColumnBuilder.Found first = odd.get(0);
    String others =
        odd.stream()
            .skip(1)
            .map(found -> "line " + found.line() + " " + Words.quote(found.text()))
            .collect(Collectors.joining(", "));
    return new TableException(
        place(file, first, column.name())
            + ": found "
            + Words.quote(first.text())
            + (others.isEmpty() ? "" : " (then " + others + ")")
            + ", expected a number, as "
            + Words.grouped(column.numeric())
            + " of "
            + Words.grouped(column.numeric() + column.texts())
            + " values are; if it stands for a missing value: "
            + Words.option("--missing", first.text())
            + "; if the column holds categories: "
            + Words.option("--categorical", column.name())
            + wayOut(column.name()));
  }

  private TableException otherDecimal(ColumnBuilder column) {
    char other = decimal == '.' ? ',' : '.';
    return new TableException(
        file
            + ", column "
            + Words.quote(column.name())
            + ": all values are numbers with \""
            + other
            + "\" before the fraction, expected \""
            + decimal
            + "\"; to read them: --decimal "
            + other
            + "; to take them for categories: "
            + Words.option("--categorical", column.name())
            + wayOut(column.name()));
  }

  private static String place(String file, ColumnBuilder.Found found, String column) {
    return file + ", line " + found.line() + ", column " + Words.quote(column);
  }

  private static String wayOut(String column) {
    return "; or leave the column out: " + Words.option("--drop", column);
  }
}
