package dev.bridle.study.image;

import dev.bridle.study.table.Words;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a folder of class folders, sorted by name, folder after folder.
 *
 * <p>Each folder is a class and each file in it one of its images; names that begin with a point do
 * not count, and neither do files beside the class folders. Class folders are looked into one level
 * deep, so that no chain of links can be walked for ever; a folder in one is an error, for it is
 * the sign of a layout ({@code train/cat}) that would make classes of the wrong folders.
 *
 * @param classes names of the class folders
 * @param files all files, class after class
 */
record ImageFolder(List<String> classes, List<ImageFile> files) {
  private static final int SHOWN = 5;

  /** The class folders of a folder and their files. */
  static ImageFolder classesOf(Path root) {
    List<Path> folders = entries(root).stream().filter(Files::isDirectory).toList();
    List<String> classes = new ArrayList<>();
    List<ImageFile> files = new ArrayList<>();
    for (Path folder : folders) {
      if (leadsBack(root, folder)) {
        files.add(new ImageFile(folder, nameOf(folder), -1)); // reading it says what it is
      } else {
        addClass(folder, classes, files);
      }
    }
    if (classes.size() < 2) {
      throw new ImageException(
          root
              + ": "
              + Words.count(classes.size(), "folder")
              + " in it, expected at least two, one for each class, with its images in it");
    }
    return new ImageFolder(classes, files);
  }

  /**
   * The images in a folder, or in the folders in it, or a single file: for prediction. Files beside
   * folders that do not begin as images do are passed over, as in training.
   */
  static List<ImageFile> imagesOf(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(new ImageFile(path, nameOf(path), 0));
    }
    List<Path> entries = entries(path);
    boolean inFolders = entries.stream().anyMatch(entry -> isFolder(path, entry));
    List<ImageFile> files = new ArrayList<>();
    for (Path entry : entries) {
      if (isFolder(path, entry)) {
        String folder = nameOf(entry) + "/";
        filesOf(entry).forEach(f -> files.add(new ImageFile(f, folder + nameOf(f), 0)));
        continue;
      }
      ImageFile file = new ImageFile(entry, nameOf(entry), 0);
      if (!inFolders || file.mayBeImage()) {
        files.add(file);
      }
    }
    return files;
  }

  private static boolean isFolder(Path root, Path entry) {
    return Files.isDirectory(entry) && !leadsBack(root, entry);
  }

  private static void addClass(Path folder, List<String> classes, List<ImageFile> files) {
    String name = nameOf(folder);
    for (Path file : filesOf(folder)) {
      files.add(new ImageFile(file, name + "/" + nameOf(file), classes.size()));
    }
    classes.add(name);
  }

  private static List<Path> filesOf(Path folder) {
    List<Path> entries = entries(folder);
    List<String> deeper =
        entries.stream()
            .filter(entry -> Files.isDirectory(entry) && !Files.isSymbolicLink(entry))
            .map(ImageFolder::nameOf)
            .toList();
    if (!deeper.isEmpty()) {
      throw new ImageException(
          folder
              + ": holds the "
              + (deeper.size() == 1 ? "folder " : "folders ")
              + Words.list(deeper, SHOWN)
              + ", expected images alone, since its name is taken for a class; if its folders are"
              + " the classes, give this folder itself");
    }
    return entries;
  }

  /** Whether a folder is a link to the one it is in, or to one above. */
  private static boolean leadsBack(Path root, Path folder) {
    try {
      return Files.isSymbolicLink(folder) && root.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return true;
    }
  }

  /** What is in a folder, sorted by name; hidden files left out. */
  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (!nameOf(entry).startsWith(".")) {
          entries.add(entry);
        }
      }
    } catch (FileSystemException e) {
      throw new ImageException(folder + ": the folder cannot be read: access denied", e);
    } catch (IOException | DirectoryIteratorException e) {
      throw new ImageException(folder + ": the folder cannot be read: " + e.getMessage(), e);
    }
    entries.sort(Comparator.comparing(ImageFolder::nameOf));
    return entries;
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }
}
