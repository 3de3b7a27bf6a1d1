package dev.bridle.study.store;

/** How a store is opened; each is a query of SQLite's file names. */
enum Access {
  /** Makes the file. */
  CREATE("mode=rwc"),
  /** Reads and writes a file that is there. */
  WRITE("mode=rw"),
  /** Reads, also while somebody writes; may leave empty helper files beside the store. */
  READ("mode=ro"),
  /** Reads from a folder where nobody can write, helper files included. */
  READ_FROZEN("mode=ro&immutable=1");

  private final String query;

  Access(String query) {
    this.query = query;
  }

  String query() {
    return query;
  }

  boolean isForReading() {
    return this == READ || this == READ_FROZEN;
  }
}
