package dev.bridle.recipe;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.text.Suggestion;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a declaration allows to be written: the same rules for texts and for programs. */
final class SettingRules {
  /** What looks at its numbers in each update, so that they may change from epoch to epoch. */
  private static final Set<Kind> FOLLOW_SCHEDULES =
      EnumSet.complementOf(EnumSet.of(Kind.UPDATE_RULE, Kind.AVERAGING, Kind.STOPPING));

  private SettingRules() {}

  /** Checks all of a term, or throws an error that says what is wrong and what is allowed. */
  static void checkTerm(Declaration declared, Map<String, Value> settings, String place) {
    settings.forEach((name, value) -> check(declared, name, value));
    Bounds.check(declared, settings);
    if (declared.name().equals(ElasticNet.NAME)) {
      ElasticNet.check(settings);
    } else {
      declared.parameters().stream()
          .filter(p -> p.fallback().isEmpty() && !settings.containsKey(p.name()))
          .findFirst()
          .ifPresent(p -> missing(declared, p));
    }
    checkPlace(declared, place);
  }

  /** Checks one setting. */
  static void check(Declaration declared, String name, Value value) {
    Optional<Parameter> parameter = declared.parameter(name);
    Optional<Choice> choice = declared.choice(name);
    if (parameter.isPresent()) {
      check(parameter.get(), value);
      if (value instanceof Value.Scheduled && !FOLLOW_SCHEDULES.contains(declared.kind())) {
        throw refused(name, value, "one number; " + declared.name() + " follows no schedule");
      }
    } else if (choice.isPresent()) {
      check(choice.get(), value);
    } else {
      throw new IllegalArgumentException(unknown(declared, name));
    }
  }

  /** Checks what is written for a number. */
  static void check(Parameter parameter, Value value) {
    if (value instanceof Value.Single number) {
      checkNumber(parameter, number);
    } else if (value instanceof Value.Listed listed) {
      listed.numbers().forEach(number -> checkNumber(parameter, number));
      checkTogether(parameter, listed);
    } else if (value instanceof Value.Swept swept) {
      checkNumber(parameter, Value.Single.of(swept.low()));
      checkNumber(parameter, Value.Single.of(swept.high()));
      Sweep.values(parameter, swept);
    } else if (value instanceof Value.Scheduled scheduled) {
      checkSchedule(parameter, scheduled);
    } else {
      throw refused(parameter.name(), value, allowed(parameter));
    }
  }

  private static void checkSchedule(Parameter parameter, Value.Scheduled scheduled) {
    checkNumber(parameter, Value.Single.of(scheduled.from()));
    checkNumber(parameter, Value.Single.of(scheduled.to()));
    if (parameter.absence().isEmpty() || parameter.whole()) {
      throw refused(
          parameter.name(), scheduled, "one number; strengths, rates and limits may change");
    }
  }

  /** Checks what is written for a word. */
  static void check(Choice choice, Value value) {
    if (!(value instanceof Value.Word word && choice.words().contains(word.word()))) {
      throw new IllegalArgumentException(
          choice.name()
              + " = "
              + value
              + ": "
              + Suggestion.expected(value.toString(), choice.words()));
    }
  }

  /** Returns the place if it may be written; the declared one always may. */
  static String checkPlace(Declaration declared, String place) {
    if (place.equals(declared.place())) {
      return place;
    }
    if (declared.places() == Declaration.Places.NONE) {
      throw new IllegalArgumentException(
          "place \"" + place + "\": " + declared.name() + " takes no place");
    }
    return Place.check(place);
  }

  /** The names of all that can be written, numbers first. */
  static List<String> names(Declaration declared) {
    return Stream.concat(
            declared.parameters().stream().map(Parameter::name),
            declared.choices().stream().map(Choice::name))
        .toList();
  }

  /** What to say of a setting that is not declared. */
  static String unknown(Declaration declared, String name) {
    List<String> names = names(declared);
    return names.isEmpty()
        ? "setting \"" + name + "\": " + declared.name() + " takes no settings"
        : "setting \"" + name + "\": " + Suggestion.expected(name, names);
  }

  /** In words: {@code a number in [0, 1)}, {@code a whole number >= 1 (inf: no limit)}. */
  static String allowed(Parameter parameter) {
    return parameter.allowed("");
  }

  private static void checkNumber(Parameter parameter, Value.Single value) {
    if (!parameter.allows(value.number(), value.scale())) {
      throw refused(parameter.name(), value, parameter.allowed(value.scale()));
    }
  }

  private static void checkTogether(Parameter parameter, Value.Listed listed) {
    List<Value.Single> numbers = listed.numbers();
    if (numbers.stream().map(Value.Single::scale).distinct().count() > 1) {
      throw refused(parameter.name(), listed, "numbers of one unit");
    }
    if (numbers.stream().distinct().count() < numbers.size()) {
      throw refused(parameter.name(), listed, "each number once");
    }
  }

  private static void missing(Declaration declared, Parameter parameter) {
    throw new IllegalArgumentException(
        declared.name() + " needs its " + parameter.name() + ", " + allowed(parameter));
  }

  private static IllegalArgumentException refused(String name, Value value, String allowed) {
    return new IllegalArgumentException(name + " = " + value + ": expected " + allowed);
  }
}
