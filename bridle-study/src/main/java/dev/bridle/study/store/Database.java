package dev.bridle.study.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One connection to a store's file, and transactions on it: all of a piece of work happens or
 * nothing, and when {@link #write} returns it is on disk.
 *
 * <p>May be used by several threads, one transaction at a time.
 */
final class Database implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final Sql sql;
  private boolean open = true;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.sql = new Sql(connection);
  }

  /** What is done within a transaction. */
  interface Work<T> {
    T on(Sql sql) throws SQLException;
  }

  /** Opens a file; a file that is no database may be noticed only when it is used. */
  static Database open(Connector connector, Path file, Access access) {
    try {
      Database database = new Database(file, connector.connect(file, access));
      database.configure(access);
      return database;
    } catch (SQLException e) {
      throw Failure.of(file, e, 0);
    }
  }

  private void configure(Access access) throws SQLException {
    boolean done = false;
    try {
      sql.run("PRAGMA busy_timeout = 5000");
      sql.run("PRAGMA foreign_keys = ON");
      sql.run("PRAGMA trusted_schema = OFF"); // nothing in a damaged schema may run
      sql.run("PRAGMA cell_size_check = ON");
      if (!access.isForReading()) {
        sql.run("PRAGMA synchronous = FULL");
      }
      done = true;
    } finally {
      if (!done) {
        close();
      }
    }
  }

  /** Runs one statement that must not stand in a transaction. */
  synchronized void alone(String statement) {
    requireOpen();
    try {
      sql.run(statement);
    } catch (SQLException e) {
      throw Failure.of(file, e, 0);
    }
  }

  /** Work that sees the file as it was at one moment, whatever others write. */
  <T> T read(Work<T> work) {
    return transaction("BEGIN", 0, work);
  }

  /**
   * Work that changes the file.
   *
   * @param bytes how much it needs, for the message should the disk be full
   */
  <T> T write(long bytes, Work<T> work) {
    return transaction("BEGIN IMMEDIATE", bytes, work);
  }

  /** Reading outside of any transaction: for a damaged file, where any statement may fail. */
  synchronized <T> T glean(Work<T> work) {
    requireOpen();
    try {
      return work.on(sql);
    } catch (SQLException e) {
      throw Failure.of(file, e, 0);
    } catch (Damage e) {
      throw Failure.damaged(file, String.valueOf(e.getMessage()), e);
    }
  }

  private synchronized <T> T transaction(String begin, long bytes, Work<T> work) {
    requireOpen();
    boolean done = false;
    try {
      sql.run(begin);
      T value = work.on(sql);
      sql.run("COMMIT");
      done = true;
      return value;
    } catch (SQLException e) {
      throw Failure.of(file, e, bytes);
    } catch (Damage e) {
      throw Failure.damaged(file, String.valueOf(e.getMessage()), e);
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  /** Where this fails too, closing the connection takes everything back. */
  private void rollBack() {
    try {
      sql.run("ROLLBACK");
    } catch (SQLException e) {
      boolean idle = String.valueOf(e.getMessage()).contains("no transaction is active");
      if (!idle) {
        abandon();
      }
    }
  }

  private void abandon() {
    open = false;
    try {
      connection.close();
    } catch (SQLException e) {
      // The failure that led here is the one to report.
    }
  }

  private void requireOpen() {
    if (!open) {
      throw new StoreException(
          StoreException.Reason.INACCESSIBLE, file + ": closed, by its user or after an error");
    }
  }

  @Override
  public synchronized void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      connection.close();
    } catch (SQLException e) {
      throw Failure.of(file, e, 0);
    }
  }
}
