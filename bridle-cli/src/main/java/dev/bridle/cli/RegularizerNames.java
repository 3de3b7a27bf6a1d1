package dev.bridle.cli;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import java.util.Iterator;

/** What a recipe may begin with: the names in the catalogue. */
final class RegularizerNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Catalogue.declarations().stream()
        .filter(declared -> declared.kind() != Kind.UPDATE_RULE)
        .map(Declaration::name)
        .iterator();
  }
}
