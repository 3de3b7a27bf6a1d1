package dev.bridle.study.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteJDBCLoader;

/** Connections by SQLite itself. */
final class Sqlite implements Connector {
  @Override
  public Connection connect(Path file, Access access) throws SQLException {
    load();
    return JDBC.createConnection(url(file, access), new Properties());
  }

  /**
   * A file URI, so that any character may stand in a folder's name: its bytes are those of the
   * system's own encoding, a question mark does not begin the options.
   */
  static String url(Path file, Access access) {
    return "jdbc:sqlite:file://"
        + file.toAbsolutePath().toUri().getRawPath()
        + "?"
        + access.query();
  }

  /** The driver unpacks its native library first; where that fails it says little. */
  private static void load() {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      String folder =
          System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", "unknown"));
      throw new StoreException(
          StoreException.Reason.LIBRARY,
          "SQLite's native library cannot be unpacked to "
              + folder
              + " and loaded from there: expected a folder that can be written to, has room for 2"
              + " MB and is not mounted noexec; name one with -Dorg.sqlite.tmpdir=DIR",
          e);
    }
  }
}
