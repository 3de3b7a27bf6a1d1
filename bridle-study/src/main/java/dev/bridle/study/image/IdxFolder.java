package dev.bridle.study.image;

import dev.bridle.study.table.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the four IDX files of a {@link NamedSet}: images and labels to train and to test. The split
 * of whoever made the set is kept: test images come last and are counted in {@link Images#test}.
 */
public final class IdxFolder {
  private static final List<String> FILES =
      List.of(
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte");

  private static final int LABELS_FROM = 8; // bytes of the header of a file of labels

  private IdxFolder() {}

  /**
   * Reads a set from a folder.
   *
   * @throws ImageException if a file is missing or damaged
   */
  public static Images read(NamedSet set, Path folder) {
    List<Path> paths = FILES.stream().map(name -> find(set, folder, name)).toList();
    MessageDigest digest = ImageLoader.sha256();
    List<byte[]> pixels = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    long bytes = 0;
    int train = 0;
    List<Integer> sides = List.of();
    for (int part = 0; part < 2; part++) {
      Path imagesPath = paths.get(2 * part);
      Path labelsPath = paths.get(2 * part + 1);
      IdxFile images = IdxFile.read(imagesPath, 3);
      IdxFile classes = IdxFile.read(labelsPath, 1);
      requireTogether(imagesPath, images, labelsPath, classes);
      sides = requireSides(sides, imagesPath, images);
      addImages(images, pixels);
      addLabels(set, labelsPath, classes, labels);
      digest.update(images.sha256());
      digest.update(classes.sha256());
      bytes += images.bytes() + classes.bytes();
      train = part == 0 ? pixels.size() : train;
    }
    int test = pixels.size() - train;
    int[] of = labels.stream().mapToInt(Integer::intValue).toArray();
    return new Images(
        set.word(),
        new ImageSize(sides.get(1), sides.get(0)),
        Channels.GREY,
        pixels,
        List.of(),
        new Images.Labels(set.classes(), of, test),
        new Images.Content(HexFormat.of().formatHex(digest.digest()), bytes, List.of()));
  }

  /** The four files, as a text for those who miss them. */
  public static String wanted(NamedSet set) {
    return "the four files "
        + String.join(", ", FILES)
        + ", as they are or with .gz, which come from "
        + set.origin();
  }

  private static Path find(NamedSet set, Path folder, String name) {
    for (String spelled : List.of(name, name.replace("-idx", ".idx"))) {
      for (String end : List.of("", ".gz")) {
        Path path = folder.resolve(spelled + end);
        if (Files.exists(path)) {
          return path;
        }
      }
    }
    throw new ImageException(
        folder + ": no file " + name + " or " + name + ".gz; expected " + wanted(set));
  }

  private static void requireTogether(
      Path imagesPath, IdxFile images, Path labelsPath, IdxFile labels) {
    if (!images.dimensions().get(0).equals(labels.dimensions().get(0))) {
      throw new ImageException(
          labelsPath
              + ": at byte 4: found "
              + Words.count(labels.dimensions().get(0), "label")
              + ", expected "
              + Words.grouped(images.dimensions().get(0))
              + ", as many as there are images in "
              + imagesPath.getFileName());
    }
  }

  private static List<Integer> requireSides(List<Integer> known, Path path, IdxFile images) {
    List<Integer> sides = images.dimensions().subList(1, 3);
    if (!known.isEmpty() && !known.equals(sides)) {
      throw new ImageException(
          path + ": at byte 8: found images of " + sides + ", expected " + known);
    }
    return sides;
  }

  private static void addImages(IdxFile images, List<byte[]> pixels) {
    int each = images.dimensions().get(1) * images.dimensions().get(2);
    for (int i = 0; i < images.dimensions().get(0); i++) {
      pixels.add(Arrays.copyOfRange(images.numbers(), i * each, (i + 1) * each));
    }
  }

  private static void addLabels(NamedSet set, Path path, IdxFile file, List<Integer> labels) {
    for (int i = 0; i < file.numbers().length; i++) {
      int label = file.numbers()[i] & 0xFF;
      if (label >= set.classes().size()) {
        throw new ImageException(
            path
                + ": at byte "
                + (LABELS_FROM + i)
                + ": found label "
                + label
                + ", expected 0 to "
                + (set.classes().size() - 1));
      }
      labels.add(label);
    }
  }
}
