package dev.bridle.recipe;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.text.Suggestion;
import dev.bridle.text.TextScanner;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads one term out of a longer text: {@code name}, {@code name(settings)}, {@code
 * name(settings)@place}.
 */
public final class TermReader {
  private final TextScanner scanner;
  private final boolean rules;

  private TermReader(TextScanner scanner, boolean rules) {
    this.scanner = scanner;
    this.rules = rules;
  }

  /** A reader of regularizers, as recipes hold them. */
  public static TermReader ofRegularizers(TextScanner scanner) {
    return new TermReader(scanner, false);
  }

  /** A reader of update rules, as plans hold them. */
  public static TermReader ofUpdateRules(TextScanner scanner) {
    return new TermReader(scanner, true);
  }

  /**
   * Reads a term.
   *
   * @param others what could be written here besides, to be named in messages
   * @throws dev.bridle.text.TextException if there is none, or one that is not allowed
   */
  public Term read(String... others) {
    int start = scanner.offset();
    Declaration declared = declared(others);
    Map<String, Value> settings =
        scanner.accept("(") ? new SettingsReader(scanner, declared).read() : noSettings(declared);
    String place = scanner.accept("@") ? place(declared) : declared.place();
    return scanner.at(start, () -> new Term(declared.name(), settings, place));
  }

  private Declaration declared(String... others) {
    int start = scanner.offset();
    String found = scanner.found();
    String name = scanner.word();
    Declaration declared =
        Catalogue.lookup(name)
            .orElseThrow(
                () ->
                    scanner.error(start, found + ", " + Suggestion.expected(name, names(others))));
    boolean rule = declared.kind() == Kind.UPDATE_RULE;
    if (rule && !rules) {
      throw scanner.error(start, name + " is an update rule: it belongs to the plan");
    }
    if (rules && !rule) {
      throw scanner.error(start, name + " is a regularizer: it belongs to the recipe");
    }
    return declared;
  }

  private List<String> names(String... others) {
    Stream<String> declared =
        Catalogue.declarations().stream()
            .filter(d -> (d.kind() == Kind.UPDATE_RULE) == rules)
            .map(Declaration::name)
            .sorted();
    return Stream.concat(Stream.of(others), declared).toList();
  }

  private Map<String, Value> noSettings(Declaration declared) {
    if (scanner.seesNumber() || scanner.sees("=") || scanner.sees(":") || scanner.sees("[")) {
      throw scanner.unexpected("settings in parentheses: " + declared.name() + "(...)");
    }
    return Map.of();
  }

  private String place(Declaration declared) {
    int start = scanner.offset();
    String place = scanner.until("+;,()@=");
    scanner.at(start, () -> SettingRules.checkPlace(declared, place));
    if (scanner.sees("(")) {
      throw scanner.error(
          scanner.offset(), scanner.found() + ", but settings come before the place");
    }
    return place;
  }
}
