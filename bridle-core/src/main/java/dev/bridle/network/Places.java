package dev.bridle.network;

import dev.bridle.architecture.Architecture;
import dev.bridle.declaration.Declaration;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Place;
import dev.bridle.recipe.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
    Declaration declared = term.declaration();
    List<String> possible = new ArrayList<>();
    if (declared.places() != Declaration.Places.HIDDEN_LAYERS) {
      possible.add(INPUT);
    }
    if (declared.places() != Declaration.Places.INPUT) {
      possible.addAll(hidden(architecture));
    }
    List<String> found = possible.stream().filter(p -> activationMatches(term.place(), p)).toList();
    if (found.isEmpty()) {
      throw nothing(term, words(declared, possible));
    }
    return found;
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
      possible.addAll(layers(architecture));
      throw nothing(term, possible);
    }
    return found;
  }

  private static boolean activationMatches(String place, String candidate) {
    return switch (place) {
      case "all" -> true;
      case INPUT -> candidate.equals(INPUT);
      case "hidden" -> !candidate.equals(INPUT);
      default -> !candidate.equals(INPUT) && Place.globMatches(place, candidate);
    };
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
      default -> kernel && Place.globMatches(place, weight.layer());
    };
  }

  /** The words and names that make sense for an activation regularizer. */
  private static List<String> words(Declaration declared, List<String> possible) {
    List<String> words = new ArrayList<>(possible);
    if (declared.places() != Declaration.Places.INPUT && possible.size() > 1) {
      words.add(words.indexOf(INPUT) + 1, "hidden");
    }
    return words;
  }

  private static List<String> layers(Architecture architecture) {
    return IntStream.range(0, architecture.layers().size())
        .mapToObj(architecture::layerName)
        .toList();
  }

  private static List<String> hidden(Architecture architecture) {
    List<String> layers = layers(architecture);
    return layers.subList(0, layers.size() - 1);
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
