package dev.bridle.study.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What tells one table file from another: two files with the same bytes, read alike, have the same.
 *
 * @param sha256 of the file's bytes, in hex
 * @param bytes the size of the file
 * @param columns the names of the columns
 * @param types the type of each: {@code number}, {@code category} or {@code text}
 */
public record Fingerprint(String sha256, long bytes, List<String> columns, List<String> types) {
  /** Copies the lists and checks that they belong together. */
  public Fingerprint {
    columns = List.copyOf(columns);
    types = List.copyOf(types);
    if (columns.size() != types.size()) {
      throw new IllegalArgumentException(
          "types: " + types.size() + ", expected one for each of " + columns.size() + " columns");
    }
  }

  /** In words, how another file differs from this one; empty if it does not. */
  public List<String> differences(Fingerprint other) {
    List<String> found = new ArrayList<>();
    if (bytes != other.bytes) {
      found.add(Words.count(other.bytes, "byte") + ", expected " + Words.grouped(bytes));
    } else if (!sha256.equals(other.sha256)) {
      found.add("other content of the same size");
    }
    if (!columns.equals(other.columns)) {
      found.add("columns " + Words.list(other.columns, 5) + ", expected " + Words.list(columns, 5));
    } else {
      for (int i = 0; i < types.size(); i++) {
        if (!types.get(i).equals(other.types.get(i))) {
          found.add(
              "column "
                  + Words.quote(columns.get(i))
                  + " of type "
                  + other.types.get(i)
                  + ", expected "
                  + types.get(i));
        }
      }
    }
    return found;
  }
}
