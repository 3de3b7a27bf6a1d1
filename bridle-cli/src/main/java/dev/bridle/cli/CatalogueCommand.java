package dev.bridle.cli;

import dev.bridle.declaration.Declaration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle catalogue}: what can be written in a recipe or a plan, and what it means. */
@Command(
    name = "catalogue",
    description = {
      "Lists all regularizers and update rules, or tells all about one: formula, settings, places,"
          + " and the same in Keras and PyTorch.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle catalogue [NAME] [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bridle catalogue",
      "  bridle catalogue max-norm",
      "  bridle catalogue weight-decay --json"
    })
final class CatalogueCommand implements Callable<Integer> {
  @ParentCommand private Bridle bridle;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      completionCandidates = CatalogueNames.class,
      description = "What is wanted: ${COMPLETION-CANDIDATES}.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** For {@code docs/catalogue.md}, which a test compares with it. */
  @Option(names = "--markdown", hidden = true)
  private boolean markdown;

  @Override
  public Integer call() {
    if (markdown && (json || name.isPresent())) {
      throw new CommandException(
          ExitCode.USAGE, "--markdown prints the whole catalogue: leave out NAME and --json");
    }
    Optional<Declaration> wanted = name.map(CatalogueNames::find);
    bridle.console().print(text(wanted));
    if (wanted.isEmpty() && !json && !markdown) {
      bridle.console().say("bridle catalogue NAME tells all about one.");
    }
    return ExitCode.DONE;
  }

  private String text(Optional<Declaration> wanted) {
    if (markdown) {
      return CatalogueMarkdown.text();
    }
    if (json) {
      return wanted.map(CatalogueJson::entry).orElseGet(CatalogueJson::all);
    }
    return wanted.map(CatalogueText::entry).orElseGet(CatalogueText::all);
  }
}
