package dev.bridle.study.store;

import static java.nio.file.StandardOpenOption.READ;

import dev.bridle.study.store.StoreException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The folder of a study and the names in it.
 *
 * @param path the folder, which exists
 */
record StudyFolder(Path path) {
  /** The name of the store, with which those of its helpers begin. */
  static final String STORE = "study.bridle";

  /** What SQLite keeps beside a database: its log, the log's index, and its undo file. */
  private static final List<String> HELPERS = List.of("-wal", "-shm", "-journal");

  private static final List<String> NETWORK =
      List.of("nfs", "cifs", "smb", "afs", "9p", "fuse.sshfs", "fuse.gluster", "ceph", "lustre");

  /** A folder that must exist. */
  static StudyFolder existing(Path path) {
    if (!Files.isDirectory(path)) {
      String problem = Files.exists(path) ? ": not a folder" : ": there is no such folder";
      throw new StoreException(Reason.MISSING, path + problem);
    }
    return new StudyFolder(path);
  }

  /** A folder that is made if it does not exist. */
  static StudyFolder made(Path path) {
    try {
      Files.createDirectories(path);
      return existing(path);
    } catch (IOException e) {
      throw inaccessible(path, "cannot be made", e);
    }
  }

  Path store() {
    return path.resolve(STORE);
  }

  Path lock() {
    return path.resolve(STORE + ".lock");
  }

  /** Where a store is made before it takes its name. */
  Path temporary() {
    return path.resolve(STORE + ".tmp");
  }

  /** Where a store is kept that was begun anew. */
  Path old() {
    return path.resolve(STORE + ".old");
  }

  boolean hasStore() {
    return Files.exists(store());
  }

  void requireStore() {
    if (!hasStore()) {
      throw new StoreException(
          Reason.MISSING, "no study in " + path + ": there is no file " + STORE + " in it");
    }
  }

  /** Whether nobody can write here and the log holds nothing that the store itself lacks. */
  boolean isFrozen() {
    Path log = helper(store(), "-wal");
    return !Files.isWritable(path) && (!Files.exists(log) || log.toFile().length() == 0);
  }

  /** The kind of network file system the folder is on; empty on a disk of this machine. */
  Optional<String> networkType() {
    try {
      String type = Files.getFileStore(path).type();
      return isNetwork(type) ? Optional.of(type) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // not known, and opening the store will say what is wrong
    }
  }

  static boolean isNetwork(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    return NETWORK.stream().anyMatch(name::startsWith);
  }

  /** Removes what a killed process left of a store in the making. */
  void sweep() {
    delete(temporary());
    HELPERS.forEach(suffix -> delete(helper(temporary(), suffix)));
  }

  /** Gives the new store its name; the folder's entry is forced to disk. */
  void publish() {
    HELPERS.forEach(suffix -> delete(helper(store(), suffix)));
    move(temporary(), store());
    try (FileChannel channel = FileChannel.open(path, READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system opens folders; the content itself is on disk and in place.
    }
  }

  /** Puts the store aside, with a log that could not be worked into it. */
  void putAside() {
    delete(old());
    HELPERS.forEach(suffix -> delete(helper(old(), suffix)));
    Path log = helper(store(), "-wal");
    if (Files.exists(log)) {
      move(log, helper(old(), "-wal"));
    }
    move(store(), old());
  }

  private static Path helper(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw inaccessible(from, "cannot be renamed to " + to.getFileName(), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw inaccessible(file, "cannot be deleted", e);
    }
  }

  static StoreException inaccessible(Path file, String what, IOException e) {
    String why = e.getMessage() == null ? "" : e.getMessage();
    return new StoreException(
        Reason.INACCESSIBLE,
        file + ": " + what + " (" + e.getClass().getSimpleName() + " " + why + ")",
        e);
  }
}
