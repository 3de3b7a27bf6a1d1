package dev.bridle.study.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A file beside the store (a model, a report, weights), known by its content.
 *
 * @param name where it lies within the study's folder, with {@code /} between folders
 * @param sha256 of its content, in lower-case hexadecimal
 * @param size in bytes
 */
public record StoredFile(String name, String sha256, long size) {
  /** Checks that the name stays inside the folder and is none of the store's own. */
  public StoredFile {
    Require.line("file name", name);
    requireInside(name);
    Require.sha256("SHA-256 of " + name, sha256);
    Require.notNegative("size of " + name, size);
  }

  /** The file as it is now. */
  public static StoredFile of(Path folder, String name) throws IOException {
    requireInside(name);
    Path file = folder.resolve(name);
    return new StoredFile(name, Sha256.of(file), Files.size(file));
  }

  /**
   * The store's files are refused for a second reason: reading one and closing it again would end
   * the locks that SQLite holds on it in this process.
   */
  private static void requireInside(String name) {
    List<String> steps = Arrays.asList(name.split("/", -1));
    boolean leaves =
        steps.contains("") || steps.contains("..") || steps.contains(".") || name.contains("\\");
    boolean drive = name.length() > 1 && name.charAt(1) == ':';
    boolean ours = name.toLowerCase(Locale.ROOT).startsWith(StudyFolder.STORE);
    if (leaves || drive || ours) {
      throw new IllegalArgumentException(
          "file name \""
              + name
              + "\": expected a path inside the study's folder such as models/best.onnx, and not "
              + StudyFolder.STORE
              + " itself");
    }
  }
}
