package dev.bridle.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The options of a verb that writes a page with pictures. */
final class PageOptions {
  private final Path usual;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page with all pictures. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--no-page", description = "Write no page.")
  private boolean noPage;

  @Option(names = "--force", description = "Let --out replace a file that is no such page.")
  private boolean force;

  /** A page that has this name unless another is given. */
  PageOptions(String usual) {
    this.usual = Path.of(usual);
    this.out = this.usual;
  }

  /** Whether other files may be replaced too. */
  boolean force() {
    return force;
  }

  /**
   * The file of the page, if one is wanted; or the end of the command.
   *
   * @param isOne whether a file that is there is such a page, which may be replaced
   */
  Optional<OutputFile> file(Predicate<Path> isOne) {
    if (noPage && !out.equals(usual)) {
      throw new CommandException(ExitCode.USAGE, "--out and --no-page: expected one of them");
    }
    return noPage
        ? Optional.empty()
        : Optional.of(OutputFile.forText(out, force || isOne.test(out)));
  }
}
