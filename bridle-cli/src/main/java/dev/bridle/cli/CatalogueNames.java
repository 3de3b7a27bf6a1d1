package dev.bridle.cli;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Declaration;
import dev.bridle.text.Suggestion;
import java.util.Iterator;
import java.util.List;

/** What has an entry in the catalogue: regularizers and update rules. */
final class CatalogueNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }

  /** The entry of this name, or the end of the command. */
  static Declaration find(String name) {
    return Catalogue.lookup(name)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE,
                    "catalogue entry \"" + name + "\": " + Suggestion.expected(name, all())));
  }

  private static List<String> all() {
    return Catalogue.declarations().stream().map(Declaration::name).toList();
  }
}
