package dev.bridle.study.store;

import dev.bridle.study.store.StoreException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write to a study, held by one process at a time.
 *
 * <p>The operating system keeps the lock and ends it with the process, however that ends. The lock
 * file names the owner while there is one and is empty otherwise: who gets the lock and finds a
 * name knows that its owner died. The file stays; deleting it would let two processes lock two
 * files of one name.
 *
 * <p>A {@code RandomAccessFile} and not a channel of its own, since an interrupted thread closes
 * the channels it uses, and with one the lock would go.
 */
final class WriterLock implements AutoCloseable {
  /**
   * Folders held by this process. Asked first, since opening the lock file a second time and
   * closing it again would end the lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Far behind the content, which other processes are to read even where locks bind readers. */
  private static final long LOCKED_BYTE = 1L << 30;

  private static final int LONGEST = 512;
  private static final int TRIES = 10;
  private static final int PAUSE_MILLISECONDS = 20;

  private final Path held;
  private final RandomAccessFile file;
  private final String found;

  private WriterLock(Path held, RandomAccessFile file, String found) {
    this.held = held;
    this.file = file;
    this.found = found;
  }

  /**
   * Takes the lock.
   *
   * @throws StoreException if somebody holds it, here or elsewhere
   */
  static WriterLock acquire(StudyFolder folder) {
    Path real = real(folder);
    if (!HELD.add(real)) {
      throw held(folder, "this very process (" + Owner.self().pid() + ")");
    }
    boolean done = false;
    try {
      WriterLock lock = lock(folder, real);
      done = true;
      return lock;
    } finally {
      if (!done) {
        HELD.remove(real);
      }
    }
  }

  private static WriterLock lock(StudyFolder folder, Path real) {
    RandomAccessFile file = open(folder);
    boolean done = false;
    try {
      requireLock(folder, file);
      String found = content(file);
      Owner.parse(found)
          .ifPresent(owner -> requireDeath(owner, Owner.self(), folder, folder.networkType()));
      write(file, Owner.self().text());
      done = true;
      return new WriterLock(real, file, found);
    } catch (IOException e) {
      throw StudyFolder.inaccessible(folder.lock(), "cannot be locked", e);
    } finally {
      if (!done) {
        closeQuietly(file);
      }
    }
  }

  private static RandomAccessFile open(StudyFolder folder) {
    try {
      return new RandomAccessFile(folder.lock().toFile(), "rw");
    } catch (IOException e) {
      throw new StoreException(
          Reason.INACCESSIBLE,
          folder.path()
              + ": cannot be written to ("
              + e.getMessage()
              + "); name another folder with --out",
          e);
    }
  }

  private static void requireLock(StudyFolder folder, RandomAccessFile file) throws IOException {
    FileLock lock = file.getChannel().tryLock(LOCKED_BYTE, 1, false); // ends with the file
    if (lock == null) {
      throw held(folder, owner(file).map(Owner::toString).orElse("another process"));
    }
  }

  /** The owner may have the lock for a moment before its name is in the file. */
  private static Optional<Owner> owner(RandomAccessFile file) throws IOException {
    Optional<Owner> owner = Owner.parse(content(file));
    for (int i = 0; owner.isEmpty() && i < TRIES; i++) {
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return owner;
      }
      owner = Owner.parse(content(file));
    }
    return owner;
  }

  /**
   * On a network file system a lock of another machine may not be seen here, so its owner may be
   * alive.
   */
  static void requireDeath(Owner owner, Owner self, StudyFolder folder, Optional<String> type) {
    if (type.isPresent() && !owner.host().equals(self.host())) {
      throw new StoreException(
          Reason.LOCKED,
          folder.path()
              + ": last used by "
              + owner
              + ", whose locks may not be seen across "
              + type.get()
              + "; if no bridle runs there, delete "
              + folder.lock());
    }
  }

  private static StoreException held(StudyFolder folder, String owner) {
    return new StoreException(
        Reason.LOCKED,
        folder.path()
            + ": in use by "
            + owner
            + "; wait until that has ended, or name another folder with --out");
  }

  /** The process that held the lock and died, if the last one did. */
  Optional<Owner> deadOwner() {
    return Owner.parse(found);
  }

  /** Whether the last process to hold the lock died, known by name or not. */
  boolean isAfterDeath() {
    return !found.isBlank();
  }

  /** Ends the lock after all went well. */
  @Override
  public void close() {
    end("");
  }

  /** Ends the lock as if it had not been taken: a dead owner is still to be dealt with. */
  void giveBack() {
    end(found);
  }

  private void end(String content) {
    try {
      write(file, content);
    } catch (IOException e) {
      // The next one takes this process for dead, and would be right soon.
    } finally {
      closeQuietly(file);
      HELD.remove(held);
    }
  }

  private static String content(RandomAccessFile file) throws IOException {
    byte[] bytes = new byte[(int) Math.min(LONGEST, file.length())];
    file.seek(0);
    int read = Math.max(0, file.read(bytes));
    return new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
  }

  private static void write(RandomAccessFile file, String content) throws IOException {
    file.setLength(0);
    file.seek(0);
    file.write(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void closeQuietly(RandomAccessFile file) {
    try {
      file.close();
    } catch (IOException e) {
      // Nothing is buffered, so nothing is lost.
    }
  }

  private static Path real(StudyFolder folder) {
    try {
      return folder.path().toRealPath();
    } catch (IOException e) {
      throw StudyFolder.inaccessible(folder.path(), "cannot be reached", e);
    }
  }
}
