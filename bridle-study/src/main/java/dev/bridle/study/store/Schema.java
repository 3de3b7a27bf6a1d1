package dev.bridle.study.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The tables of a store, and the marks in its header that tell it from other files. */
final class Schema {
  /** "Brid" in ASCII, where SQLite keeps the number of the program that a file belongs to. */
  static final long APPLICATION = 0x42726964;

  /** Goes up whenever the tables change. */
  static final long VERSION = 1;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE versions (
            id INTEGER PRIMARY KEY,
            names TEXT NOT NULL UNIQUE,
            checksum BLOB NOT NULL
          ) STRICT\
          """,
          """
          CREATE TABLE study (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            plan TEXT NOT NULL,
            plan_sha256 TEXT NOT NULL,
            data_name TEXT NOT NULL,
            data_size INTEGER NOT NULL,
            data_sha256 TEXT NOT NULL,
            data_columns TEXT NOT NULL,
            workers INTEGER NOT NULL,
            versions INTEGER NOT NULL REFERENCES versions (id),
            checksum BLOB NOT NULL
          ) STRICT\
          """,
          """
          CREATE TABLE unit (
            id INTEGER PRIMARY KEY,
            phase TEXT NOT NULL,
            recipe TEXT NOT NULL,
            replicate INTEGER NOT NULL,
            salt TEXT NOT NULL,
            begun INTEGER NOT NULL,
            deaths INTEGER NOT NULL,
            checksum BLOB NOT NULL,
            UNIQUE (phase, recipe, replicate, salt)
          ) STRICT\
          """,
          """
          CREATE TABLE result (
            unit INTEGER PRIMARY KEY REFERENCES unit (id),
            versions INTEGER NOT NULL REFERENCES versions (id),
            outcome TEXT NOT NULL,
            updates INTEGER NOT NULL,
            best_epoch INTEGER,
            zero_fraction REAL,
            weight_norm REAL,
            seconds REAL NOT NULL,
            train_curve BLOB NOT NULL,
            validation_curve BLOB NOT NULL,
            weights BLOB,
            weights_file TEXT,
            weights_sha256 TEXT,
            weights_size INTEGER,
            checksum BLOB NOT NULL
          ) STRICT\
          """,
          """
          CREATE TABLE metric (
            unit INTEGER NOT NULL REFERENCES result (unit) ON DELETE CASCADE,
            part TEXT NOT NULL,
            name TEXT NOT NULL,
            value REAL,
            PRIMARY KEY (unit, part, name)
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE bin (
            unit INTEGER NOT NULL REFERENCES result (unit) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            confidence REAL,
            accuracy REAL,
            count INTEGER NOT NULL,
            PRIMARY KEY (unit, position)
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE file (
            name TEXT PRIMARY KEY,
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            checksum BLOB NOT NULL
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE opening (
            id INTEGER PRIMARY KEY,
            purpose TEXT NOT NULL UNIQUE,
            checksum BLOB NOT NULL
          ) STRICT\
          """,
          """
          CREATE TABLE tally (
            name TEXT PRIMARY KEY,
            rows INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID\
          """);

  private Schema() {}

  static void create(Sql sql) throws SQLException {
    sql.run(String.format(Locale.ROOT, "PRAGMA application_id = %d", APPLICATION));
    sql.run(String.format(Locale.ROOT, "PRAGMA user_version = %d", VERSION));
    for (String table : TABLES) {
      sql.run(table);
    }
    Tally.create(sql);
  }

  /** Whether the tables are to the letter those that {@link #create} makes. */
  static void verify(Sql sql) throws SQLException {
    List<String> found =
        sql.all(
            row -> row.text("sql"),
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    if (!found.equals(TABLES)) {
      throw new Damage("the list of its tables");
    }
  }
}
