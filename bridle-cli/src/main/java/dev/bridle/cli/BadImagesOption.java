package dev.bridle.cli;

import dev.bridle.study.image.BadImages;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is done with files that hold no image which can be used. */
final class BadImagesOption {
  @Option(
      names = "--bad-images",
      paramLabel = "WHAT",
      description =
          "What is done with files that are damaged or no image: fail or skip. Default: fail.")
  private Optional<String> word = Optional.empty();

  /** Whether it is written. */
  boolean isWritten() {
    return word.isPresent();
  }

  /** The option as arguments, if it is written. */
  List<String> written() {
    return word.map(what -> List.of("--bad-images", what)).orElse(List.of());
  }

  /** What it asks for. */
  BadImages value() {
    return CommandException.orEnd(
        ExitCode.USAGE,
        () ->
            word.map(w -> TableFormatOptions.word("--bad-images", BadImages.class, w))
                .orElse(BadImages.FAIL));
  }
}
