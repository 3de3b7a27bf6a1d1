package dev.bridle.cli;

import dev.bridle.catalogue.Guide;
import dev.bridle.catalogue.Guides;
import dev.bridle.catalogue.Heading;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The whole catalogue as a page: {@code docs/catalogue.md}. */
final class CatalogueMarkdown {
  private static final String HEAD =
      """
      # Catalogue

      What a recipe may name, and the update rules of a plan, in the order in which a step meets them.
      `./bridle catalogue NAME` shows the same. This page is made from the declarations in the code:
      `./bridle catalogue --markdown >docs/catalogue.md` renews it.
      """;

  private CatalogueMarkdown() {}

  /** The page. */
  static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    for (Kind kind : Kind.values()) {
      Heading heading = Heading.of(kind);
      text.append("\n## ").append(capital(heading.name())).append("\n\n");
      text.append(capital(heading.moment())).append(".\n\n| entry | what it does |\n|---|---|\n");
      for (Declaration declared : CatalogueText.of(kind)) {
        String link = "[`" + declared.name() + "`](#" + declared.name() + ")";
        text.append(row(List.of(link, declared.summary())));
      }
      CatalogueText.of(kind).forEach(declared -> text.append(entry(declared)));
    }
    return text.toString();
  }

  private static String entry(Declaration declared) {
    Guide guide = Guides.of(declared);
    String examples =
        guide.examples().stream().map(e -> "`" + e + "`").collect(Collectors.joining("; "));
    return "\n### "
        + declared.name()
        + "\n\n"
        + declared.summary()
        + " "
        + guide.words()
        + "\n\n```\n"
        + declared.formula()
        + "\n```\n\n"
        + settings(declared)
        + (declared.place().isEmpty() ? "" : "- Places: " + places(declared) + "\n")
        + (declared.kind() == Kind.UPDATE_RULE ? "- Plan: " : "- Recipe: ")
        + examples
        + "\n- Keras: "
        + guide.keras()
        + "\n- PyTorch: "
        + guide.pytorch()
        + "\n- Source: "
        + declared.source()
        + "\n";
  }

  private static String settings(Declaration declared) {
    List<Setting> settings = Setting.of(declared);
    if (settings.isEmpty()) {
      return "";
    }
    StringBuilder table = new StringBuilder("| setting | meaning | allowed | default |\n");
    table.append("|---|---|---|---|\n");
    for (Setting setting : settings) {
      String name = "`" + setting.name() + "`";
      table.append(row(List.of(name, setting.meaning(), setting.allowed(), setting.fallback())));
    }
    return table.append('\n').toString();
  }

  private static String places(Declaration declared) {
    return Setting.places(declared).replace("dense*", "`dense*`").replace("dense1", "`dense1`");
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"))
        .replace("|  |", "| |");
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
