package dev.bridle.cli;

import dev.bridle.study.image.BadImages;
import dev.bridle.study.image.Channels;
import dev.bridle.study.image.ImageOptions;
import dev.bridle.study.image.ImageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a folder of images is read. */
final class ImageFormatOptions {
  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description =
          "Bring all images to this size: 32, or width x height as 48x32. Default: the size they"
              + " all have.")
  private Optional<String> size = Optional.empty();

  @Option(
      names = "--channels",
      paramLabel = "WHAT",
      description = "grey or colour. Default: colour if any image has one.")
  private Optional<String> channels = Optional.empty();

  @Mixin private BadImagesOption badImages;

  /** Whether any of them is written. */
  boolean isWritten() {
    return size.isPresent() || channels.isPresent() || badImages.isWritten();
  }

  /** The options that are written, as arguments. */
  List<String> written() {
    List<String> all = new ArrayList<>();
    size.ifPresent(pixels -> all.addAll(List.of("--size", pixels)));
    channels.ifPresent(what -> all.addAll(List.of("--channels", what)));
    all.addAll(badImages.written());
    return all;
  }

  /** What they ask for. */
  ImageOptions options() {
    return CommandException.orEnd(ExitCode.USAGE, this::read);
  }

  private ImageOptions read() {
    BadImages bad = badImages.value();
    return new ImageOptions(
        size.map(ImageFormatOptions::parse),
        channels.map(word -> TableFormatOptions.word("--channels", Channels.class, word)),
        bad);
  }

  private static ImageSize parse(String text) {
    try {
      return ImageSize.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--" + e.getMessage(), e);
    }
  }
}
