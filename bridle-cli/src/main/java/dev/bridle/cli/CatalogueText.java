package dev.bridle.cli;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.catalogue.Guide;
import dev.bridle.catalogue.Guides;
import dev.bridle.catalogue.Heading;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import java.util.List;

/** The catalogue for people: a line for each entry, or all about one. */
final class CatalogueText {
  private static final String INDENT = " ".repeat(10);

  private CatalogueText() {}

  /** All entries by kind, in the order in which a step meets them. */
  static String all() {
    int width = Catalogue.declarations().stream().mapToInt(d -> d.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Kind kind : Kind.values()) {
      text.append(text.isEmpty() ? "" : "\n").append(heading(kind)).append('\n');
      for (Declaration declared : of(kind)) {
        String padding = " ".repeat(width + 2 - declared.name().length());
        text.append("  ").append(declared.name()).append(padding);
        text.append(declared.summary()).append('\n');
      }
    }
    return text.toString();
  }

  /** The entries of one kind. */
  static List<Declaration> of(Kind kind) {
    return Catalogue.declarations().stream().filter(d -> d.kind() == kind).toList();
  }

  /** All about one entry. */
  static String entry(Declaration declared) {
    Guide guide = Guides.of(declared);
    boolean rule = declared.kind() == Kind.UPDATE_RULE;
    return Figures.wrapped(declared.name() + ": " + declared.summary(), "")
        + "\n"
        + Figures.wrapped(plain(guide.words()), "")
        + "\n"
        + labelled("kind", List.of(heading(declared.kind())))
        + labelled("formula", List.of(declared.formula()))
        + labelled("settings", Setting.of(declared).stream().map(CatalogueText::setting).toList())
        + labelled("places", declared.place().isEmpty() ? List.of() : List.of(places(declared)))
        + labelled(rule ? "plan" : "recipe", guide.examples())
        + labelled("Keras", List.of(plain(guide.keras())))
        + labelled("PyTorch", List.of(plain(guide.pytorch())))
        + labelled("source", List.of(declared.source()));
  }

  private static String heading(Kind kind) {
    Heading heading = Heading.of(kind);
    return heading.name() + ": " + heading.moment();
  }

  private static String setting(Setting setting) {
    String fallback = setting.fallback().isEmpty() ? "" : "; default " + setting.fallback();
    return setting.name() + ": " + setting.meaning() + "; " + setting.allowed() + fallback;
  }

  private static String places(Declaration declared) {
    return Setting.places(declared) + "; written behind @";
  }

  /** The backticks are for Markdown. */
  private static String plain(String text) {
    return text.replace("`", "");
  }

  /** Paragraphs behind an indent, with a label in front of the first; nothing without any. */
  private static String labelled(String label, List<String> paragraphs) {
    StringBuilder text = new StringBuilder();
    paragraphs.forEach(paragraph -> text.append(Figures.wrapped(paragraph, INDENT)));
    return text.isEmpty()
        ? ""
        : label + INDENT.substring(label.length()) + text.substring(INDENT.length());
  }
}
