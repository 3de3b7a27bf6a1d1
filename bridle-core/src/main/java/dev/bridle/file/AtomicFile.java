package dev.bridle.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Replaces files in one step: whoever looks sees the old content or the new one, whole, even after
 * a crash or a power cut.
 *
 * <p>The content goes to a new file {@code .bridle-*.tmp} in the same directory, is forced to disk,
 * and takes the target's name by an atomic move; then the directory is forced to disk, where the
 * system can do that. If anything fails, the new file is deleted and the old one is as it was. A
 * process that is killed may leave its {@code .tmp} behind: {@link #sweep} removes those.
 *
 * <p>A target that is a symbolic link stays one; the file it points to is replaced. The permissions
 * of a replaced file are kept where the file system knows them. Writers of one target at a time do
 * not mix: the last to finish wins.
 */
public final class AtomicFile {
  private static final String PREFIX = ".bridle-";
  private static final String SUFFIX = ".tmp";
  private static final int BUFFER = 1 << 16;
  private static final int MAX_LINKS = 40;

  /**
   * Names in use by this process. A lock on them would be lost if sweep closed a second channel.
   */
  private static final Set<String> LIVE = ConcurrentHashMap.newKeySet();

  private AtomicFile() {}

  /**
   * Writes a file, replacing the one that is there.
   *
   * @throws IOException if it cannot be written; the message names the target and the reason
   */
  public static void write(Path target, ContentWriter writer) throws IOException {
    write(target, 0, writer);
  }

  /**
   * Writes a file whose size is known, so that a full disk can be reported with the space needed.
   *
   * @param bytes how many bytes the content has; used for the message only
   * @throws IOException if it cannot be written; the message names the target and the reason
   */
  public static void write(Path target, long bytes, ContentWriter writer) throws IOException {
    Path file = target.toAbsolutePath();
    try {
      file = behindLinks(file);
      requireReplaceable(file);
      replace(file, writer);
    } catch (IOException e) {
      String problem = target + ": cannot be written: " + Reason.of(e) + lackOfSpace(file, bytes);
      throw new IOException(problem, e);
    }
  }

  /**
   * Removes the temporary files that killed processes left in a directory. Those of writers that
   * live, here or in another process, are locked and stay.
   *
   * @return how many were removed
   */
  public static int sweep(Path directory) throws IOException {
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        if (isAbandoned(file) && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    }
    return removed;
  }

  private static void replace(Path file, ContentWriter writer) throws IOException {
    String name = PREFIX + UUID.randomUUID() + SUFFIX;
    Path temporary = file.resolveSibling(name);
    LIVE.add(name);
    try {
      fill(temporary, file, writer);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      forceDirectory(file.resolveSibling("."));
    } finally {
      deleteQuietly(temporary);
      LIVE.remove(name);
    }
  }

  private static void fill(Path temporary, Path old, ContentWriter writer) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, CREATE_NEW, WRITE)) {
      lock(channel);
      copyPermissions(old, temporary); // before the content: it may be private
      OutputStream out = unclosable(channel);
      writer.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /** A buffered stream that leaves the channel open, which is still to be forced to disk. */
  private static OutputStream unclosable(FileChannel channel) {
    return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER) {
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  private static void lock(FileChannel channel) {
    try {
      FileLock unused = channel.tryLock(); // held until the channel is closed
    } catch (IOException e) {
      // A file system without locks. There sweep gets no lock either and removes nothing.
    }
  }

  private static boolean isAbandoned(Path file) {
    if (LIVE.contains(String.valueOf(file.getFileName()))
        || !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false; // cannot be known, so it stays
    }
  }

  private static Path behindLinks(Path target) throws IOException {
    Path file = target;
    for (int i = 0; Files.isSymbolicLink(file); i++) {
      if (i == MAX_LINKS) {
        throw new IOException("its symbolic links lead in a circle");
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  private static void requireReplaceable(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a directory");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("it is not a regular file");
    }
    Path directory = file.getParent();
    if (directory != null && !Files.isDirectory(directory)) {
      throw new IOException("there is no directory " + directory);
    }
    if (directory != null && !Files.isWritable(directory)) {
      throw new IOException("the directory " + directory + " cannot be written to");
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    boolean known = Files.getFileStore(to).supportsFileAttributeView("posix");
    if (known && Files.exists(from)) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  private static void forceDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system opens directories; the content itself is on disk and in place.
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The failure that led here is the one to report; sweep will try again.
    }
  }

  private static String lackOfSpace(Path file, long bytes) {
    try {
      long free = Files.getFileStore(file.resolveSibling(".")).getUsableSpace();
      return bytes > free ? " (" + bytes + " bytes needed, " + free + " free)" : "";
    } catch (IOException e) {
      return ""; // the directory itself is missing, which the message says already
    }
  }
}
