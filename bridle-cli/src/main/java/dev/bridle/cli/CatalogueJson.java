package dev.bridle.cli;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.catalogue.Guide;
import dev.bridle.catalogue.Guides;
import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.recipe.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue for programs: one document. Fields may be added, not renamed; what an entry does
 * not have, such as a default or an end of a range, is null. In prose, code stands between
 * backticks.
 */
final class CatalogueJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CatalogueJson() {}

  /** All entries, with a line break at the end. */
  static String all() {
    ObjectNode document = MAPPER.createObjectNode();
    ArrayNode entries = document.putArray("entries");
    Catalogue.declarations().forEach(declared -> entry(declared, entries.addObject()));
    return text(document);
  }

  /** One entry, as it stands among all. */
  static String entry(Declaration declared) {
    ObjectNode document = MAPPER.createObjectNode();
    entry(declared, document);
    return text(document);
  }

  private static void entry(Declaration declared, ObjectNode node) {
    Guide guide = Guides.of(declared);
    node.put("name", declared.name());
    node.put("kind", declared.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    node.put("summary", declared.summary());
    node.put("words", guide.words());
    node.put("formula", declared.formula());
    ArrayNode parameters = node.putArray("parameters");
    declared.parameters().forEach(parameter -> parameter(parameter, parameters.addObject()));
    ArrayNode choices = node.putArray("choices");
    declared.choices().forEach(choice -> choice(choice, choices.addObject()));
    boolean placed = !declared.place().isEmpty();
    node.put("place", placed ? declared.place() : null);
    strings(declared.places().words(), node.putArray("places"));
    node.put("layers", declared.places().hasLayers());
    node.put("writtenIn", declared.kind() == Kind.UPDATE_RULE ? "plan" : "recipe");
    strings(guide.examples(), node.putArray("examples"));
    node.put("keras", guide.keras());
    node.put("pytorch", guide.pytorch());
    node.put("source", declared.source());
  }

  private static void parameter(Parameter parameter, ObjectNode node) {
    node.put("name", parameter.name());
    node.put("meaning", parameter.meaning());
    Range range = parameter.range();
    node.put("allowed", Setting.allowed(parameter));
    number(node, "low", end(range.low()));
    node.put("lowIncluded", range.lowIncluded());
    number(node, "high", end(range.high()));
    node.put("highIncluded", range.highIncluded());
    node.put("whole", parameter.whole());
    number(node, "default", parameter.fallback());
    number(node, "absence", parameter.absence());
    node.put("spacing", parameter.spacing().name().toLowerCase(Locale.ROOT));
    strings(parameter.scales(), node.putArray("scales"));
  }

  private static void choice(Choice choice, ObjectNode node) {
    node.put("name", choice.name());
    node.put("meaning", choice.meaning());
    strings(choice.words(), node.putArray("words"));
    node.put("default", choice.fallback());
  }

  private static void strings(List<String> texts, ArrayNode node) {
    texts.forEach(node::add);
  }

  /** JSON has no infinity: one that may be written is the text {@code inf}. */
  private static void number(ObjectNode node, String name, OptionalDouble value) {
    if (value.isEmpty()) {
      node.putNull(name);
    } else if (Double.isInfinite(value.getAsDouble())) {
      node.put(name, Numbers.print(value.getAsDouble()));
    } else {
      node.put(name, value.getAsDouble());
    }
  }

  /** The end of a range, if it has one. */
  private static OptionalDouble end(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static String text(ObjectNode document) {
    return MAPPER.writeValueAsString(document).replace(System.lineSeparator(), "\n") + "\n";
  }
}
