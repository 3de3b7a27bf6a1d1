package dev.bridle.study.image;

import dev.bridle.study.table.Words;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads folders of images into {@link Images}: a folder of class folders to learn from, or any
 * images in the way a model wants them.
 *
 * <p>A file is decoded by its content, whatever its name. One that is empty, damaged, truncated, no
 * image, a film, in CMYK, beyond {@value ImageFile#LARGEST} bytes or {@value
 * ImageDecoder#MOST_PIXELS} pixels, or that cannot be opened, is an error that lists such files, or
 * is left out if {@link BadImages} says so. Files are read one at a time and kept as bytes of the
 * common size, so that memory does not grow with the size of the files.
 */
public final class ImageLoader {
  /** A class with fewer images is refused: it could not be in every part of a split. */
  static final int FEWEST = 5;

  /** Bytes of heap for each number of an image: kept, and twice in single precision. */
  static final int HEAP_PER_NUMBER = 10;

  private static final int SHOWN = 10;

  private final Path root;
  private final ImageOptions options;
  private final MessageDigest digest = sha256();
  private final List<Picture> pictures = new ArrayList<>();
  private final List<ImageFile> used = new ArrayList<>();
  private final List<String> bad = new ArrayList<>();
  private long bytes;
  private long numbers;

  private ImageLoader(Path root, ImageOptions options) {
    this.root = root;
    this.options = options;
  }

  /**
   * Reads a folder of class folders.
   *
   * @throws ImageException if it cannot be used
   */
  public static Images read(Path folder, ImageOptions options) {
    if (!Files.isDirectory(folder)) {
      throw new ImageException(folder + ": is no folder, expected one of class folders");
    }
    ImageFolder found = ImageFolder.classesOf(folder);
    ImageLoader loader = new ImageLoader(folder, options);
    loader.readAll(found.files());
    loader.requireClasses(found.classes());
    int[] labels = loader.used.stream().mapToInt(ImageFile::label).toArray();
    return loader.images(new Images.Labels(found.classes(), labels, 0));
  }

  /**
   * Reads images, in a folder or its folders or one file, in size and channels of a preparation.
   *
   * @throws ImageException if they cannot be used
   */
  public static Images readFor(ImagePreparation preparation, Path path, BadImages badImages) {
    ImageOptions options =
        new ImageOptions(
            Optional.of(preparation.size()), Optional.of(preparation.channels()), badImages);
    ImageLoader loader = new ImageLoader(path, options);
    loader.readAll(ImageFolder.imagesOf(path));
    if (loader.pictures.isEmpty()) {
      throw new ImageException(path + ": no images in it, expected at least one");
    }
    return loader.images(new Images.Labels(preparation.classes(), new int[0], 0));
  }

  private void readAll(List<ImageFile> files) {
    for (ImageFile file : files) {
      try {
        add(file, file.read());
      } catch (BadImage e) {
        bad.add(Words.quote(file.name()) + " " + e.reason());
      }
    }
    if (!bad.isEmpty() && options.badImages() == BadImages.FAIL) {
      throw new ImageException(
          root
              + ": "
              + Words.grouped(bad.size())
              + " of "
              + Words.count(files.size(), "file")
              + " cannot be used: "
              + listed()
              + "; mend or remove "
              + (bad.size() == 1 ? "it" : "them")
              + ", or leave such files out with --bad-images skip");
    }
  }

  private String listed() {
    int more = bad.size() - SHOWN;
    return String.join("; ", bad.subList(0, Math.min(SHOWN, bad.size())))
        + (more > 0 ? "; and " + Words.grouped(more) + " more" : "");
  }

  private void add(ImageFile file, byte[] content) throws BadImage {
    Raw raw = ImageDecoder.decode(content);
    Picture picture = raw.scaled(options.size().orElseGet(() -> commonSize(file, raw)));
    Picture kept = options.channels().map(picture::to).orElse(picture);
    numbers += kept.pixels().length;
    requireRoom();
    pictures.add(kept);
    used.add(file);
    bytes += content.length;
    digest.update(file.name().getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(9).put((byte) 0).putLong(content.length).array());
    digest.update(content);
  }

  /** The size of the first image, which all have to have. */
  private ImageSize commonSize(ImageFile file, Raw raw) {
    boolean first = pictures.isEmpty();
    if (first && raw.width() <= ImageSize.LONGEST && raw.height() <= ImageSize.LONGEST) {
      return new ImageSize(raw.width(), raw.height());
    }
    String own = Words.quote(file.name()) + " has " + raw.width() + " x " + raw.height();
    if (first) {
      throw new ImageException(
          root
              + ": "
              + own
              + " pixels, expected sides of at most "
              + ImageSize.LONGEST
              + "; say what to bring all images to: --size 32");
    }
    ImageSize size = pictures.get(0).size();
    if (size.width() != raw.width() || size.height() != raw.height()) {
      throw new ImageException(
          root
              + ": images of several sizes: "
              + Words.quote(used.get(0).name())
              + " has "
              + size.width()
              + " x "
              + size.height()
              + " pixels, "
              + own
              + "; say what to bring all to: --size 32, or width x height as 48x32");
    }
    return size;
  }

  private void requireRoom() {
    long most = Runtime.getRuntime().maxMemory() / HEAP_PER_NUMBER;
    if (numbers > most) {
      throw new ImageException(
          root
              + ": more than "
              + Words.count(pictures.size(), "image")
              + " of "
              + Words.count(pictures.get(0).pixels().length, "number")
              + ", expected at most "
              + Words.count(most, "number")
              + " in all, one for every "
              + HEAP_PER_NUMBER
              + " bytes of heap; give Java more memory (JAVA_OPTS=-Xmx8g), or bring them to a"
              + " smaller --size");
    }
  }

  private void requireClasses(List<String> classes) {
    int[] counts = new int[classes.size()];
    used.forEach(file -> counts[file.label()]++);
    List<String> rare =
        IntStream.range(0, counts.length)
            .filter(label -> counts[label] < FEWEST)
            .mapToObj(
                label ->
                    Words.quote(classes.get(label)) + " has " + Words.count(counts[label], "image"))
            .toList();
    if (!rare.isEmpty()) {
      throw new ImageException(
          root
              + ": too few images: "
              + String.join(", ", rare.subList(0, Math.min(SHOWN, rare.size())))
              + (rare.size() > SHOWN ? " and so on" : "")
              + ": expected at least "
              + FEWEST
              + " in each class folder; add some, or take the folder away");
    }
  }

  private Images images(Images.Labels labels) {
    Channels channels =
        pictures.stream().allMatch(p -> p.channels() == Channels.GREY)
            ? Channels.GREY
            : Channels.COLOUR;
    List<byte[]> pixels = pictures.stream().map(p -> p.to(channels).pixels()).toList();
    List<String> notes =
        bad.isEmpty()
            ? List.of()
            : List.of(
                Words.count(bad.size(), "file")
                    + " cannot be used and "
                    + (bad.size() == 1 ? "is" : "are")
                    + " left out: "
                    + listed());
    return new Images(
        root.toString(),
        pictures.get(0).size(),
        channels,
        pixels,
        used.stream().map(ImageFile::name).toList(),
        labels,
        new Images.Content(HexFormat.of().formatHex(digest.digest()), bytes, notes));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: expected in every Java runtime", e);
    }
  }
}
