package dev.bridle.cli;

import dev.bridle.recipe.Term;
import dev.bridle.study.run.Lineup;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The families of the line-up, for {@code compare --list-families}. */
final class FamiliesText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private FamiliesText() {}

  /**
   * A line for each family: whether it is compared unless others are asked for, and what it does.
   */
  static String text() {
    List<Lineup.Family> families = Lineup.families();
    int width = families.stream().mapToInt(f -> f.recipe().toString().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Lineup.Family family : families) {
      String recipe = family.recipe().toString();
      text.append(family.usual() ? "* " : "  ");
      text.append(recipe).append(" ".repeat(width - recipe.length())).append("  ");
      text.append(summary(family)).append('\n');
    }
    return text.toString();
  }

  /** The same as one document. */
  static String json() {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode families = root.putArray("families");
    for (Lineup.Family family : Lineup.families()) {
      ObjectNode node = families.addObject();
      node.put("recipe", family.recipe().toString());
      node.put("usual", family.usual());
      node.put("strengths", family.recipe().expand().size());
      node.put("summary", summary(family));
    }
    return MAPPER.writeValueAsString(root) + "\n";
  }

  private static String summary(Lineup.Family family) {
    List<Term> terms = family.recipe().terms();
    if (terms.size() == 1) {
      return terms.get(0).declaration().summary();
    }
    return terms.isEmpty()
        ? "No regularizer, what all others are compared with."
        : terms.stream()
            .map(term -> term.name() + place(term))
            .collect(Collectors.joining(" and ", "Together: ", "."));
  }

  private static String place(Term term) {
    return term.place().equals(term.declaration().place()) ? "" : "@" + term.place();
  }
}
