package dev.bridle.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Prints cells as they are measured: a line each in a table, or all at the end in one document. */
final class Printing {
  private final CommandSpec spec;
  private final boolean json;
  private final Machine machine;
  private final List<Map<String, Object>> documents = new ArrayList<>();

  /** Starts with the machine and the head of the table. */
  Printing(CommandSpec spec, boolean json, Machine machine, Columns columns) {
    this.spec = spec;
    this.json = json;
    this.machine = machine;
    say(machine.toString());
    say(columns.head());
  }

  /** Takes a cell as a line of the table and as JSON. */
  void cell(String row, Map<String, Object> document) {
    documents.add(document);
    say(row);
  }

  /** After the last cell. */
  void end() {
    if (json) {
      out().println(Document.of(spec.name(), machine, documents));
    }
  }

  private void say(String line) {
    if (!json) {
      out().println(line);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
