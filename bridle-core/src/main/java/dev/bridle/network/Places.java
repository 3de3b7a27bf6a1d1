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
import java.util.stream.Stream;

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
    List<String> possible = possible(places, architecture);
    String output = last(architecture);
    List<String> found =
        possible.stream().filter(p -> activationMatches(term.place(), p, output)).toList();
    if (found.isEmpty()) {
      throw nothing(term, words(possible, output));
    }
    return found;
  }

  private static List<String> possible(Declaration.Places places, Architecture architecture) {
    return switch (places) {
      case INPUT -> List.of(INPUT);
      case HIDDEN_LAYERS -> hidden(architecture);
      case LAYERS -> layers(architecture);
      case OUTPUT -> List.of(last(architecture));
      default -> Stream.concat(Stream.of(INPUT), hidden(architecture).stream()).toList();
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
      possible.addAll(layers(architecture));
      throw nothing(term, possible);
    }
    return found;
  }

  private static boolean activationMatches(String place, String candidate, String output) {
    return switch (place) {
      case "all" -> true;
      case INPUT -> candidate.equals(INPUT);
      case "hidden" -> !candidate.equals(INPUT) && !candidate.equals(output);
      case "output" -> candidate.equals(output);
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
  private static List<String> words(List<String> possible, String output) {
    List<String> words = new ArrayList<>(possible);
    if (possible.size() > 1) {
      words.add(words.indexOf(INPUT) + 1, "hidden");
    }
    if (possible.contains(output)) {
      words.add("output");
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
