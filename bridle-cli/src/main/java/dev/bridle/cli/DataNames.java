package dev.bridle.cli;

import dev.bridle.data.Generator;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.text.Suggestion;
import java.util.Iterator;

/** What may be written for DATA: the names of the built-in sets. */
final class DataNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return BuiltIn.names().iterator();
  }

  /** The data set of this name, or the end of the command. */
  static Generator find(String name) {
    return BuiltIn.find(name).orElseThrow(() -> new CommandException(ExitCode.DATA, unknown(name)));
  }

  private static String unknown(String name) {
    return "data \"" + name + "\": " + Suggestion.expected(name, BuiltIn.names());
  }
}
