package dev.bridle.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Bridle and its peers in one table. */
@Command(
    name = "peers-table",
    description = {
      "Prints measurements of peers and of Bridle in one table.",
      "",
      "bridle-bench/beside-peers.sh makes the files: JSON lines of the peers' benchmarks, and what"
          + " verbs steps and study print with --json. Several runs of a cell count as one, by the"
          + " median of their medians.",
      ""
    })
final class PeersTableCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of JSON lines.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(new PeersTable(Results.read(files)));
    return 0;
  }
}
