package dev.bridle.study.store;

import java.sql.SQLException;

/**
 * How many rows each table has, counted apart from the rows themselves.
 *
 * <p>A checksum tells that a row was changed, not that a row is gone; this does.
 */
enum Tally {
  VERSIONS("versions"),
  UNITS("unit"),
  RESULTS("result"),
  FILES("file"),
  OPENINGS("opening");

  private final String table;

  Tally(String table) {
    this.table = table;
  }

  static void create(Sql sql) throws SQLException {
    for (Tally tally : values()) {
      sql.run("INSERT INTO tally (name, rows) VALUES (?, 0)", tally.table);
    }
  }

  /** Counts one row more. */
  void add(Sql sql) throws SQLException {
    sql.run("UPDATE tally SET rows = rows + 1 WHERE name = ?", table);
  }

  /** Counts one row less. */
  void remove(Sql sql) throws SQLException {
    sql.run("UPDATE tally SET rows = rows - 1 WHERE name = ?", table);
  }

  long rows(Sql sql) throws SQLException {
    return sql.number("SELECT rows AS n FROM tally WHERE name = ?", table);
  }

  /** Refuses a table that has more or fewer rows than were counted. */
  static void verify(Sql sql) throws SQLException {
    for (Tally tally : values()) {
      long counted = tally.rows(sql);
      long found = sql.number("SELECT count(*) AS n FROM " + tally.table);
      if (found != counted) {
        throw new Damage("table " + tally.table + ": it has " + found + " of " + counted + " rows");
      }
    }
  }
}
