package dev.bridle.recipe;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Recipes drawn from all that is declared: every name, setting, kind of value and place. */
final class RandomRecipes {
  private static final List<String> PLACES =
      List.of("input", "hidden", "output", "weights", "bias", "all", "dense1", "conv*", "d?nse2");

  private final SplittableRandom random;

  RandomRecipes(long seed) {
    random = new SplittableRandom(seed);
  }

  Recipe recipe() {
    List<Declaration> free = new ArrayList<>(Catalogue.declarations());
    free.removeIf(d -> d.kind() == Kind.UPDATE_RULE);
    List<Term> terms = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      terms.add(term(free.remove(random.nextInt(free.size()))));
    }
    return new Recipe(terms);
  }

  Term term(Declaration declared) {
    Map<String, Value> settings = settings(declared);
    while (settings.containsKey("lo") && !Bounds.fit(settings)) {
      settings = settings(declared);
    }
    boolean elsewhere = declared.places() != Declaration.Places.NONE && random.nextBoolean();
    return new Term(declared.name(), settings, elsewhere ? any(PLACES) : declared.place());
  }

  private Map<String, Value> settings(Declaration declared) {
    Map<String, Value> settings = new LinkedHashMap<>();
    int pair = random.nextInt(2);
    for (Parameter parameter : declared.parameters()) {
      boolean elastic = declared.name().equals("elastic-net");
      boolean first = List.of("lambda", "alpha").contains(parameter.name());
      boolean written =
          elastic ? first == (pair == 0) : parameter.fallback().isEmpty() || random.nextBoolean();
      if (written) {
        settings.put(parameter.name(), value(parameter, declared));
      }
    }
    for (Choice choice : declared.choices()) {
      if (random.nextBoolean()) {
        settings.put(choice.name(), new Value.Word(any(choice.words())));
      }
    }
    return settings;
  }

  private Value value(Parameter parameter, Declaration declared) {
    String scale =
        parameter.scales().isEmpty() || random.nextBoolean() ? "" : any(parameter.scales());
    return switch (random.nextInt(5)) {
      case 0 -> list(parameter, scale);
      case 1 -> sweep(parameter);
      case 2 -> follows(declared, parameter) ? schedule(parameter) : number(parameter, scale);
      default -> number(parameter, scale);
    };
  }

  private Value list(Parameter parameter, String scale) {
    List<Value.Single> numbers = new ArrayList<>();
    while (numbers.size() < 2 + random.nextInt(3)) {
      Value.Single number = number(parameter, scale);
      if (!numbers.contains(number)) {
        numbers.add(number);
      }
    }
    return new Value.Listed(numbers);
  }

  private Value sweep(Parameter parameter) {
    double a = positive(parameter);
    double b = positive(parameter);
    int count = parameter.whole() ? 2 : 2 + random.nextInt(4);
    boolean apart = Math.abs(a - b) > 1e-9 * a; // closer ends have no room for values between
    return apart ? new Value.Swept(Math.min(a, b), Math.max(a, b), count) : Value.Single.of(a);
  }

  /** Whether a number may change from epoch to epoch: what a regularizer is absent at. */
  private static boolean follows(Declaration declared, Parameter parameter) {
    boolean steady = List.of(Kind.AVERAGING, Kind.STOPPING).contains(declared.kind());
    return !steady && parameter.absence().isPresent() && !parameter.whole();
  }

  private Value schedule(Parameter parameter) {
    return new Value.Scheduled(
        finite(parameter), finite(parameter), 1 + random.nextInt(Value.Scheduled.MAX_EPOCHS));
  }

  private double finite(Parameter parameter) {
    double number = number(parameter, "").number();
    return Double.isFinite(number) ? number : finite(parameter);
  }

  private double positive(Parameter parameter) {
    double number = number(parameter, "").number();
    return number > 0 && Double.isFinite(number) ? number : positive(parameter);
  }

  private Value.Single number(Parameter parameter, String scale) {
    while (true) {
      double number = anything();
      if (parameter.allows(number, scale)) {
        return new Value.Single(number, scale);
      }
    }
  }

  private double anything() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(4);
      case 1 -> random.nextInt(1000);
      case 2 -> random.nextInt(100) / 100.0;
      case 3 -> random.nextDouble();
      case 4 -> Math.pow(10, random.nextInt(-9, 9)) * random.nextInt(1, 20);
      default -> random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble() * 1e-9;
    };
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
