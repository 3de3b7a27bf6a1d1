package dev.bridle.study.store;

import dev.bridle.study.store.StoreException.Reason;

/**
 * Makes a store. It is made under another name and takes its own when it is complete, so that there
 * never is half a study.
 */
final class Creation {
  private final StudyFolder folder;
  private final Connector connector;

  Creation(StudyFolder folder, Connector connector) {
    this.folder = folder;
    this.connector = connector;
  }

  /** Makes a store where there is none. */
  void create(long bytes, Database.Work<Integer> content) {
    if (folder.hasStore()) {
      throw new StoreException(
          Reason.EXISTS, folder.path() + ": has a study already; --fresh starts anew");
    }
    build(bytes, content);
    folder.publish();
  }

  /** Makes a store; one that is there, whole or damaged, is kept under another name. */
  void createAnew(long bytes, Database.Work<Integer> content) {
    build(bytes, content);
    if (folder.hasStore()) {
      finishLog();
      folder.putAside();
    }
    folder.publish();
  }

  private void build(long bytes, Database.Work<Integer> content) {
    folder.sweep();
    boolean done = false;
    try (Database database = Database.open(connector, folder.temporary(), Access.CREATE)) {
      database.write(
          bytes,
          sql -> {
            Schema.create(sql);
            return content.on(sql);
          });
      database.alone("PRAGMA journal_mode = WAL"); // stays with the file
      done = true;
    } finally {
      if (!done) {
        folder.sweep();
      }
    }
  }

  /** Works the log into the old store, so that one file holds it all. */
  private void finishLog() {
    try (Database database = Database.open(connector, folder.store(), Access.WRITE)) {
      database.alone("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (StoreException e) {
      // A damaged store is put aside as it is, with its log.
    }
  }
}
