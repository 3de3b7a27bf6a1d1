package dev.bridle.network;

import dev.bridle.architecture.Architecture;
import dev.bridle.architecture.Architecture.Named;
import dev.bridle.architecture.LayerSpec;
import dev.bridle.declaration.Declaration;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Term;
import java.util.ArrayList;
import java.util.List;

/** What the place of a term names in a network; a place that names nothing is an error. */
public final class Places {
  /** The name of the place before the first layer. */
  static final String INPUT = "input";

  private Places() {}

  /**
   * Where a woven regularizer goes: names of layers, and {@code input} for before the first.
   *
   * @throws IllegalArgumentException if that is nowhere
   */
  static List<String> activations(Term term, Architecture architecture) {
    Declaration.Places places = term.declaration().places();
    List<String> possible = new ArrayList<>();
    boolean early = places == Declaration.Places.ACTIVATIONS || places == Declaration.Places.INPUT;
    if (early && !readsIds(architecture)) {
      possible.add(INPUT);
    } else if (early && term.place().equals(INPUT)) {
      throw new IllegalArgumentException(
          term.name() + " at input: rows are ids here, which can only be looked up as they are");
    }
    String output = last(architecture);
    List<Named> layers = layers(term, architecture, output);
    layers.forEach(layer -> possible.add(layer.name()));
    List<String> found = new ArrayList<>();
    if (possible.contains(INPUT) && inputMatches(term.place())) {
      found.add(INPUT);
    }
    layers.stream()
        .filter(layer -> matches(term, layer, output))
        .forEach(layer -> found.add(layer.name()));
    if (found.isEmpty()) {
      throw nothing(term, words(term, possible, layers, output));
    }
    return found;
  }

  /** The layers that a regularizer of activations may stand at. */
  private static List<Named> layers(Term term, Architecture architecture, String output) {
    Declaration.Places places = term.declaration().places();
    boolean hidden = places != Declaration.Places.INPUT && places != Declaration.Places.OUTPUT;
    boolean last = places == Declaration.Places.LAYERS || places == Declaration.Places.OUTPUT;
    return architecture.named().stream()
        .filter(layer -> layer.name().equals(output) ? last : hidden)
        .filter(layer -> LayerKinds.fits(term, layer))
        .toList();
  }

  private static boolean matches(Term term, Named layer, String output) {
    boolean isOutput = layer.name().equals(output);
    return switch (term.place()) {
      case "output" -> isOutput;
      case "hidden" -> !isOutput && LayerKinds.matches(term, layer);
      case "all" -> LayerKinds.matches(term, layer);
      default -> term.declaration().places().hasLayers() && LayerKinds.matches(term, layer);
    };
  }

  /**
   * The weights a term acts on, out of {@code weights}.
   *
   * @throws IllegalArgumentException if that is none
   */
  public static List<WeightSpec> weights(
      Term term, Architecture architecture, List<WeightSpec> weights) {
    List<WeightSpec> found =
        weights.stream().filter(w -> weightMatches(term.place(), w, architecture)).toList();
    if (found.isEmpty()) {
      List<String> possible = new ArrayList<>(List.of("weights", "output", "bias", "all"));
      if (architecture.layers().size() > 1) {
        possible.add(1, "hidden");
      }
      architecture.named().stream()
          .filter(n -> n.layer().hasWeights())
          .forEach(n -> possible.add(n.name()));
      throw nothing(term, possible);
    }
    return found;
  }

  /** An id is a name: half of it, or a little more than it, is nothing. */
  private static boolean readsIds(Architecture architecture) {
    return architecture.layers().get(0) instanceof LayerSpec.Embedding;
  }

  private static boolean inputMatches(String place) {
    return place.equals("all") || place.equals(INPUT);
  }

  private static boolean weightMatches(String place, WeightSpec weight, Architecture architecture) {
    boolean kernel = weight.role() == Role.KERNEL;
    boolean output = weight.layer().equals(last(architecture));
    return switch (place) {
      case "all" -> true;
      case "weights" -> kernel;
      case "bias" -> weight.role() == Role.BIAS;
      case "hidden" -> kernel && !output;
      case "output" -> kernel && output;
      default -> kernel && LayerKinds.matches(place, weight.layer(), architecture);
    };
  }

  /** The words and names that make sense for an activation regularizer. */
  private static List<String> words(
      Term term, List<String> possible, List<Named> layers, String output) {
    List<String> words = new ArrayList<>(possible);
    int behindInput = words.indexOf(INPUT) + 1;
    for (String word : List.of("hidden", "conv", "recurrent", "embedding", "residual")) {
      Term there = new Term(term.name(), term.settings(), word);
      if (layers.stream().anyMatch(layer -> matches(there, layer, output))) {
        words.add(behindInput++, word);
      }
    }
    if (possible.contains(output)) {
      words.add("output");
    }
    return words;
  }

  private static String last(Architecture architecture) {
    return architecture.layerName(architecture.layers().size() - 1);
  }

  private static IllegalArgumentException nothing(Term term, List<String> possible) {
    return new IllegalArgumentException(
        "place \""
            + term.place()
            + "\" of "
            + term.name()
            + ": matches nothing in this network; "
            + (possible.isEmpty()
                ? "it has no hidden layers"
                : "expected one of " + String.join(", ", possible)));
  }
}
