package dev.bridle.model;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.constraint.Constraint;
import dev.bridle.network.Places;
import dev.bridle.population.Population;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** By how much a trained network is outside the sets that its recipe's constraints name. */
final class Violations {
  private final TrainedNetwork network;
  private final Population population;

  Violations(TrainedNetwork network, Population population) {
    this.network = network;
    this.population = population;
  }

  /**
   * For each constraint as written the largest violation; none where it cannot be told any more.
   */
  Map<String, OptionalDouble> all(List<Strengths> strengths) {
    List<Term> terms = network.compiled().recipe().terms();
    Map<String, OptionalDouble> found = new LinkedHashMap<>();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (Catalogue.make(term) instanceof Constraint constraint) {
        found.put(term.toString(), worst(constraint, term, strengths.get(i)));
      }
    }
    return found;
  }

  private OptionalDouble worst(Constraint constraint, Term term, Strengths strengths) {
    List<WeightSpec> weights =
        Places.weights(term, network.compiled().architecture(), population.layout().weights());
    List<StatisticSpec> known = population.layout().statistics();
    if (!weights.stream()
        .allMatch(w -> known.containsAll(constraint.remembers(w).stream().toList()))) {
      return OptionalDouble.empty(); // a limit that counts from the start, which a file leaves out
    }
    try (Scope scope = Scope.open()) {
      return weights.stream()
          .map(w -> Tensors.toDoubles(constraint.violation(population.weight(w.name()), strengths)))
          .flatMapToDouble(Arrays::stream)
          .max();
    }
  }
}
