package dev.bridle.recipe;

import dev.bridle.text.TextScanner;
import java.util.ArrayList;
import java.util.List;

/** Reads recipes: terms joined by {@code +}, recipes parted by {@code ;}. */
final class RecipeReader {
  static final String NONE = "none";

  private final TextScanner scanner;

  RecipeReader(TextScanner scanner) {
    this.scanner = scanner;
  }

  /** Reads one recipe, which is all of the text. */
  Recipe one() {
    Recipe recipe = recipe();
    if (scanner.sees(";")) {
      throw scanner.error(
          scanner.offset(), scanner.found() + ", but only one recipe can stand here");
    }
    if (!scanner.atEnd()) {
      throw scanner.unexpected("\"+\" or the end of the text");
    }
    return recipe;
  }

  /** Reads recipes up to the end of the text. */
  List<Recipe> all() {
    List<Recipe> recipes = new ArrayList<>();
    do {
      recipes.add(recipe());
    } while (scanner.accept(";"));
    if (!scanner.atEnd()) {
      throw scanner.unexpected("\"+\", \";\" or the end of the text");
    }
    return List.copyOf(recipes);
  }

  private Recipe recipe() {
    if (acceptNone()) {
      return Recipe.none();
    }
    List<Term> terms = new ArrayList<>();
    do {
      int start = scanner.offset();
      if (!terms.isEmpty() && acceptNone()) {
        throw scanner.error(start, "none stands alone: leave it out, or the others");
      }
      String[] others = terms.isEmpty() ? new String[] {NONE} : new String[0];
      terms.add(TermReader.ofRegularizers(scanner).read(others));
      scanner.at(start, () -> new Recipe(terms));
    } while (scanner.accept("+"));
    return new Recipe(terms);
  }

  private boolean acceptNone() {
    int start = scanner.offset();
    if (!scanner.word().equals(NONE)) {
      scanner.back(start);
      return false;
    }
    if (!scanner.atEnd() && !scanner.sees(";")) {
      throw scanner.error(
          start, "none stands alone: it takes no settings and no other regularizers");
    }
    return true;
  }
}
