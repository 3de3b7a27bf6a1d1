package dev.bridle.study.image;

import dev.bridle.study.table.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
