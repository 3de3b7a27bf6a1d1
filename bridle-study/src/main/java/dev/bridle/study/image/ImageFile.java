package dev.bridle.study.image;

import dev.bridle.study.table.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that should hold an image.
 *
 * @param path where it is
 * @param name below the folder that was given, with {@code /} between folders
 * @param label the class of its folder
 */
record ImageFile(Path path, String name, int label) {
  /** The largest file that is read, in bytes. */
  static final int LARGEST = 1 << 26;

  /** How PNG, JPEG, GIF and BMP begin, in ISO 8859-1. */
  private static final List<String> SIGNATURES = List.of("\u0089PNG", "\u00ff\u00d8", "GIF8", "BM");

  private static final int LONGEST = 4;

  /** Its bytes. */
  byte[] read() throws BadImage {
    if (Files.isDirectory(path)) {
      throw new BadImage("is a link to a folder, which is not followed");
    }
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new BadImage("is a pipe or a device");
      }
      long size = Files.size(path);
      if (size > LARGEST) {
        throw new BadImage(
            "has " + Words.count(size, "byte") + ", expected at most " + Words.grouped(LARGEST));
      }
      return Files.readAllBytes(path);
    } catch (AccessDeniedException e) {
      throw new BadImage("cannot be read: access denied", e);
    } catch (FileSystemException e) {
      String reason = e.getReason();
      throw new BadImage(
          "cannot be read" + (reason == null ? ", a link to nothing" : ": " + reason), e);
    } catch (IOException e) {
      throw new BadImage("cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Whether it begins as an image does, or cannot be looked at, which is to be told: what lies
   * beside class folders without being an image, such as a list of checksums, is nobody's row.
   */
  boolean mayBeImage() {
    if (!Files.isRegularFile(path)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(LONGEST);
      return SIGNATURES.stream().anyMatch(s -> s.regionMatches(0, latin(start), 0, s.length()));
    } catch (IOException e) {
      return true;
    }
  }

  private static String latin(byte... bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
