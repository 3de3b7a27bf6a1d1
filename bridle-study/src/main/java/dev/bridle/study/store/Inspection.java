package dev.bridle.study.store;

import dev.bridle.study.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Looks a store through before anything in it is relied on: whose file it is, its version, its
 * structure, its tables, the number of rows and every checksum.
 *
 * <p>It is looked at through a connection that cannot write, so that a file which is refused stays
 * as it is, to the byte.
 */
final class Inspection {
  private Inspection() {}

  /**
   * A connection for reading to a store that was found sound.
   *
   * @throws StoreException if it is not
   */
  static Database open(StudyFolder folder, Connector connector) {
    requireContent(folder.store());
    try {
      return open(folder, connector, Access.READ);
    } catch (StoreException e) {
      if (e.reason() == Reason.INACCESSIBLE && folder.isFrozen()) {
        return open(folder, connector, Access.READ_FROZEN);
      }
      throw e;
    }
  }

  private static Database open(StudyFolder folder, Connector connector, Access access) {
    Database database = Database.open(connector, folder.store(), access);
    boolean sound = false;
    try {
      database.read(
          sql -> {
            inspect(sql, folder.store(), access);
            return true;
          });
      sound = true;
      return database;
    } finally {
      if (!sound) {
        database.close();
      }
    }
  }

  /** Refuses what SQLite would take for a new database, or could not even open. */
  static void requireContent(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new StoreException(Reason.NOT_A_STUDY, file + ": not a file");
      }
      if (Files.size(file) == 0) {
        throw new StoreException(Reason.NOT_A_STUDY, file + ": not a study, it is empty (0 bytes)");
      }
    } catch (IOException e) {
      throw StudyFolder.inaccessible(file, "cannot be read", e);
    }
  }

  private static void inspect(Sql sql, Path file, Access access) throws SQLException {
    requireOurs(sql, file);
    if (access == Access.READ) {
      requireLogged(sql);
    }
    Schema.verify(sql);
    requireIntegrity(sql);
    Tally.verify(sql);
    readAll(sql);
  }

  /** Marks in the file's header; only where these are right do the tables mean anything. */
  static void requireOurs(Sql sql, Path file) throws SQLException {
    if (pragma(sql, "application_id") != Schema.APPLICATION) {
      throw new StoreException(
          Reason.NOT_A_STUDY, file + ": not a study, but a database of another program");
    }
    long version = pragma(sql, "user_version");
    if (version > Schema.VERSION) {
      throw new StoreException(
          Reason.NEWER,
          file
              + ": made by a newer Bridle: its tables are of version "
              + version
              + ", this Bridle knows "
              + Schema.VERSION);
    }
    if (version < Schema.VERSION) {
      throw new Damage("its header, with tables of version " + version);
    }
  }

  /** With this mark changed, SQLite would ignore the log and show an older state. */
  private static void requireLogged(Sql sql) throws SQLException {
    List<String> mode = sql.all(row -> row.text("journal_mode"), "PRAGMA journal_mode");
    if (!mode.equals(List.of("wal"))) {
      throw new Damage("its header, with journal mode " + mode);
    }
  }

  private static void requireIntegrity(Sql sql) throws SQLException {
    List<String> problems =
        sql.all(row -> row.text("integrity_check"), "PRAGMA integrity_check(1)");
    if (!problems.equals(List.of("ok"))) {
      throw new Damage(String.join("; ", problems).replace("\n", " ").strip());
    }
    List<String> orphaned = sql.all(row -> row.text("table"), "PRAGMA foreign_key_check");
    if (!orphaned.isEmpty()) {
      throw new Damage("table " + orphaned.get(0) + ": it has rows that belong to nothing");
    }
  }

  /** Every row is read once, which verifies its checksum. */
  private static void readAll(Sql sql) throws SQLException {
    PlanRows.plan(sql);
    for (StoredUnit unit : UnitRows.all(sql)) {
      ResultRows.of(sql, unit);
    }
    FileRows.all(sql);
    OpeningRows.all(sql);
  }

  private static long pragma(Sql sql, String name) throws SQLException {
    return sql.first(row -> row.number(name), "PRAGMA " + name)
        .orElseThrow(() -> new Damage("its header"));
  }
}
