package dev.bridle.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bridle completion}: a script by which a shell completes verbs, options and names. */
@Command(
    name = "completion",
    description = {
      "Prints a script by which bash or zsh completes verbs, options and names of data.",
      ""
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = "bridle completion SHELL",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(./bridle completion bash)",
      "  ./bridle completion zsh >~/.bridle-completion.zsh; source ~/.bridle-completion.zsh"
    })
final class CompletionCommand implements Callable<Integer> {
  /** The shells there are scripts for. */
  enum Shell {
    BASH,
    ZSH
  }

  @ParentCommand private Bridle bridle;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private String shell = "";

  /** The script is bash's; zsh reads it too, and it says itself how. */
  @Override
  public Integer call() {
    for (Shell known : Shell.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(shell)) {
        bridle.console().print(AutoComplete.bash("bridle", bridle.commandLine()));
        return ExitCode.DONE;
      }
    }
    throw new CommandException(
        ExitCode.USAGE, "shell \"" + shell + "\": expected one of bash, zsh");
  }
}
