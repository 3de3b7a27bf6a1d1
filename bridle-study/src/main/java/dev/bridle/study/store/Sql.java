package dev.bridle.study.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with their values, on one connection. */
final class Sql {
  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** What becomes of a row. */
  interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /**
   * Runs a statement.
   *
   * @param values texts, numbers, bytes, or an optional of them; empty and NaN are stored as NULL
   * @return how many rows it changed
   */
  int run(String statement, Object... values) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(prepared, values);
      prepared.execute();
      return prepared.getUpdateCount();
    }
  }

  /** All rows of the answer to a query. */
  <T> List<T> all(RowReader<T> reader, String query, Object... values) throws SQLException {
    List<T> answer = new ArrayList<>();
    try (PreparedStatement prepared = connection.prepareStatement(query)) {
      bind(prepared, values);
      try (ResultSet results = prepared.executeQuery()) {
        Row row = new Row(results);
        while (results.next()) {
          answer.add(reader.read(row));
        }
      }
    }
    return answer;
  }

  /** The first row of the answer, if there is one. */
  <T> Optional<T> first(RowReader<T> reader, String query, Object... values) throws SQLException {
    return all(reader, query, values).stream().findFirst();
  }

  /** The only number of the answer, which the query calls {@code n}. */
  long number(String query, Object... values) throws SQLException {
    return first(row -> row.number("n"), query, values)
        .orElseThrow(() -> new Damage("no answer to " + query));
  }

  private static void bind(PreparedStatement prepared, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(prepared, i + 1, values[i]);
    }
  }

  private static void bind(PreparedStatement prepared, int at, Object value) throws SQLException {
    if (value instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        bind(prepared, at, optional.get());
      } else {
        prepared.setNull(at, Types.NULL);
      }
    } else if (value instanceof Double number && number.isNaN()) {
      prepared.setNull(at, Types.REAL);
    } else if (value instanceof Double number) {
      prepared.setDouble(at, number);
    } else if (value instanceof Number number) {
      prepared.setLong(at, number.longValue());
    } else if (value instanceof byte[] bytes) {
      prepared.setBytes(at, bytes);
    } else {
      prepared.setString(at, value.toString());
    }
  }
}
