package dev.bridle.study.store;

import java.sql.SQLException;
import java.util.List;

/** Reads and writes the occasions on which the test set was looked at. */
final class OpeningRows {
  private OpeningRows() {}

  /** Writes an occasion down unless it is there; returns how many there are. */
  static int put(Sql sql, String purpose) throws SQLException {
    if (!all(sql).contains(purpose)) {
      long id = 1 + Tally.OPENINGS.rows(sql);
      sql.run("INSERT INTO opening VALUES (?, ?, ?)", id, purpose, checksum(id, purpose).done());
      Tally.OPENINGS.add(sql);
    }
    return Math.toIntExact(Tally.OPENINGS.rows(sql));
  }

  /** All occasions, the first one first. */
  static List<String> all(Sql sql) throws SQLException {
    return sql.all(OpeningRows::purpose, "SELECT * FROM opening ORDER BY id");
  }

  private static String purpose(Row row) throws SQLException {
    long id = row.number("id");
    return Damage.at(
        "opening " + id,
        () -> {
          String purpose = row.text("purpose");
          Damage.requireSame(row.bytes("checksum"), checksum(id, purpose));
          return purpose;
        });
  }

  private static RowChecksum checksum(long id, String purpose) {
    return new RowChecksum().number(id).text(purpose);
  }
}
