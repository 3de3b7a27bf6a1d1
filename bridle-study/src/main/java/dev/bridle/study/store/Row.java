package dev.bridle.study.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** One row of an answer, by column names; what should be there and is not counts as damage. */
final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  String text(String column) throws SQLException {
    return present(column, textOrNone(column));
  }

  Optional<String> textOrNone(String column) throws SQLException {
    return Optional.ofNullable(results.getString(column));
  }

  long number(String column) throws SQLException {
    return present(column, numberOrNone(column));
  }

  Optional<Long> numberOrNone(String column) throws SQLException {
    long value = results.getLong(column);
    return results.wasNull() ? Optional.empty() : Optional.of(value);
  }

  int count(String column) throws SQLException {
    return present(column, countOrNone(column));
  }

  Optional<Integer> countOrNone(String column) throws SQLException {
    Optional<Long> value = numberOrNone(column);
    if (value.isPresent() && (value.get() < 0 || value.get() > Integer.MAX_VALUE)) {
      throw new Damage(column + " " + value.get());
    }
    return value.map(Long::intValue);
  }

  /** A double; NULL is NaN, which SQLite has no other way to keep. */
  double real(String column) throws SQLException {
    double value = results.getDouble(column);
    return results.wasNull() ? Double.NaN : value;
  }

  byte[] bytes(String column) throws SQLException {
    return present(column, bytesOrNone(column));
  }

  Optional<byte[]> bytesOrNone(String column) throws SQLException {
    return Optional.ofNullable(results.getBytes(column));
  }

  private static <T> T present(String column, Optional<T> value) {
    return value.orElseThrow(() -> new Damage("an empty column " + column));
  }
}
