package dev.bridle.recipe;

import dev.bridle.declaration.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The concrete terms that a term with lists and sweeps stands for: their product, in order. */
final class Variants {
  private Variants() {}

  /** How many there are; {@link Long#MAX_VALUE} if that is more than a long holds. */
  static long count(Term term) {
    long count = 1;
    for (Value value : term.settings().values()) {
      count = product(count, size(value));
    }
    return count;
  }

  /** How many there are of all terms together. */
  static long count(List<Term> terms) {
    return terms.stream().mapToLong(Variants::count).reduce(1, Variants::product);
  }

  /** All of them; the first declared parameter varies slowest. */
  static List<Term> of(Term term) {
    List<Term> variants = List.of(term);
    for (Parameter parameter : term.declaration().parameters()) {
      Value value = term.settings().get(parameter.name());
      if (value != null && size(value) > 1) {
        List<Value.Single> numbers = numbers(parameter, value);
        variants =
            variants.stream()
                .flatMap(t -> numbers.stream().map(n -> with(t, parameter.name(), n)))
                .toList();
      }
    }
    return variants;
  }

  /** The product of the variants of all terms; the first term varies slowest. */
  static List<List<Term>> of(List<Term> terms) {
    List<List<Term>> rows = List.of(List.of());
    for (Term term : terms) {
      List<Term> variants = of(term);
      rows = rows.stream().flatMap(row -> variants.stream().map(v -> plus(row, v))).toList();
    }
    return rows;
  }

  private static int size(Value value) {
    if (value instanceof Value.Listed listed) {
      return listed.numbers().size();
    }
    return value instanceof Value.Swept swept ? swept.count() : 1;
  }

  private static List<Value.Single> numbers(Parameter parameter, Value value) {
    if (value instanceof Value.Swept swept) {
      return Sweep.values(parameter, swept).stream().map(Value.Single::of).toList();
    }
    return ((Value.Listed) value).numbers();
  }

  private static Term with(Term term, String parameter, Value.Single number) {
    Map<String, Value> settings = new LinkedHashMap<>(term.settings());
    settings.put(parameter, number);
    return new Term(term.name(), settings, term.place());
  }

  private static List<Term> plus(List<Term> row, Term term) {
    List<Term> longer = new ArrayList<>(row);
    longer.add(term);
    return List.copyOf(longer);
  }

  private static long product(long a, long b) {
    return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }
}
