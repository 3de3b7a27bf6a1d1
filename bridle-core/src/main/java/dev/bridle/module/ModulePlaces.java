package dev.bridle.module;

import dev.bridle.population.Role;
import dev.bridle.recipe.Place;
import dev.bridle.recipe.Term;
import dev.bridle.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the place of a term names in a module; a place that names nothing is an error.
 *
 * <p>{@code weights}, {@code bias} and {@code all} are what they are elsewhere. A name or pattern
 * is first taken for one of modules, and means the weights within: {@code encoder} all of them,
 * {@code fc*} those of fc1 and fc2. One that matches no module is taken for one of parameters:
 * {@code fc1.bias}, {@code *.weight_hh_l0}.
 */
final class ModulePlaces {
  /** They need to know which layer is the last. */
  private static final Set<String> UNKNOWN = Set.of("hidden", "output");

  private ModulePlaces() {}

  /**
   * The parameters a term acts on.
   *
   * @throws IllegalArgumentException if that is none
   */
  static List<ModuleParameter> parameters(Term term, ModuleParameters parameters) {
    String place = term.place();
    if (UNKNOWN.contains(place)) {
      throw new IllegalArgumentException(
          head(term)
              + "a module does not say which of its layers is the last; "
              + Suggestion.expected(place, names(parameters)));
    }
    List<ModuleParameter> found =
        parameters.all().stream().filter(p -> matches(place, p, parameters)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          head(term)
              + "matches nothing to act on; "
              + Suggestion.expected(place, names(parameters)));
    }
    return found;
  }

  private static boolean matches(String place, ModuleParameter p, ModuleParameters all) {
    boolean kernel = p.role() == Role.KERNEL;
    return switch (place) {
      case "all" -> true;
      case "weights" -> kernel;
      case "bias" -> p.role() == Role.BIAS;
      default ->
          all.modules().stream().anyMatch(m -> Place.globMatches(place, m))
              ? kernel && within(place, p)
              : Place.globMatches(place, p.name());
    };
  }

  private static boolean within(String place, ModuleParameter p) {
    return p.around().stream().anyMatch(m -> Place.globMatches(place, m));
  }

  /** What would have named something. */
  private static List<String> names(ModuleParameters parameters) {
    List<String> names = new ArrayList<>();
    for (String word : List.of("weights", "bias", "all")) {
      if (parameters.all().stream().anyMatch(p -> matches(word, p, parameters))) {
        names.add(word);
      }
    }
    parameters.modules().stream()
        .filter(m -> parameters.all().stream().anyMatch(p -> matches(m, p, parameters)))
        .forEach(names::add);
    parameters.all().forEach(p -> names.add(p.name()));
    return names;
  }

  private static String head(Term term) {
    return "place \"" + term.place() + "\" of " + term.name() + ": ";
  }
}
