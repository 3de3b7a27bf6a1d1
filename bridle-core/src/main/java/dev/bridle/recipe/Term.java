package dev.bridle.recipe;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Settings;
import dev.bridle.text.Suggestion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * One regularizer, or one update rule, as a user writes it: its name, its settings, its place.
 *
 * <p>Whatever can be wrong with one is found when it is made, by the declaration of its name. Two
 * terms are equal if they have the same name, settings and place; a setting written with its
 * default differs from one not written.
 *
 * @param name as declared: {@code max-norm}
 * @param settings what is written, by the name of the parameter or choice, in the order written
 * @param place where it acts: {@code weights}, {@code hidden}, {@code dense1}, {@code dense*}; the
 *     declaration's own place where nothing was written
 */
public record Term(String name, Map<String, Value> settings, String place) implements Settings {
  /** Keeps the order of the settings and checks them, each and all together. */
  public Term {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    SettingRules.checkTerm(Catalogue.find(name), settings, place);
  }

  /** What is declared under this name; made once, in the catalogue. */
  public Declaration declaration() {
    return Catalogue.find(name);
  }

  /** Whether each number is one number: no lists and no sweeps. */
  public boolean isConcrete() {
    return Variants.count(this) == 1;
  }

  /** The concrete terms it stands for; the last declared parameter varies fastest. */
  public List<Term> expand() {
    return Variants.of(this);
  }

  /**
   * The number of a parameter, its default if none is written.
   *
   * <p>An elastic net answers for {@code l1} and {@code l2}, also where {@code lambda} and {@code
   * alpha} are written.
   *
   * @throws IllegalArgumentException if there is no such parameter, or if several numbers are to be
   *     tried
   */
  @Override
  public double number(String parameter) {
    return number(parameter, Integer.MAX_VALUE);
  }

  /** The same in an epoch, counted from 0. */
  public double number(String parameter, int epoch) {
    Double number = numbers(epoch).get(parameter);
    if (number == null) {
      throw new IllegalArgumentException(
          name
              + ": parameter \""
              + parameter
              + "\": "
              + Suggestion.expected(parameter, numbers().keySet()));
    }
    return number;
  }

  /**
   * All numbers it acts with, by parameter, defaults where none are written; those of an elastic
   * net are {@code l1} and {@code l2}, whichever way it is written.
   *
   * <p>Of numbers that change over the epochs, those at the end of their schedules.
   *
   * @throws IllegalArgumentException if several numbers are to be tried
   */
  public Map<String, Double> numbers() {
    return numbers(Integer.MAX_VALUE);
  }

  /**
   * All numbers it acts with in an epoch, counted from 0.
   *
   * @throws IllegalArgumentException if several numbers are to be tried
   */
  public Map<String, Double> numbers(int epoch) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    if (name.equals(ElasticNet.NAME)) {
      numbers.putAll(ElasticNet.strengths(this, epoch));
    } else {
      declaration().parameters().forEach(p -> numbers.put(p.name(), written(p.name(), epoch)));
    }
    return Collections.unmodifiableMap(numbers);
  }

  /**
   * What the number of a parameter is a multiple of: {@code x-init}, {@code rms}; empty for the
   * parameter's own unit. All numbers of a list have one scale.
   */
  @Override
  public String scale(String parameter) {
    Value value = settings.get(parameter);
    if (value instanceof Value.Listed listed) {
      return listed.numbers().get(0).scale();
    }
    return value instanceof Value.Single number ? number.scale() : "";
  }

  /**
   * The word of a choice, its default if none is written.
   *
   * @throws IllegalArgumentException if there is no such choice
   */
  @Override
  public String word(String choice) {
    Choice declared =
        declaration()
            .choice(choice)
            .orElseThrow(
                () -> new IllegalArgumentException(name + ": no choice \"" + choice + "\""));
    Value value = settings.get(choice);
    return value == null ? declared.fallback() : value.toString();
  }

  /**
   * What terms have in common that can be trained together: name, words (also those not written),
   * scales and place, but no numbers.
   */
  public String structure() {
    StringJoiner inside = new StringJoiner(", ", "(", ")").setEmptyValue("");
    for (Parameter parameter : declaration().parameters()) {
      if (!scale(parameter.name()).isEmpty()) {
        inside.add(parameter.name() + "=" + scale(parameter.name()));
      }
    }
    for (Choice choice : declaration().choices()) {
      inside.add(choice.name() + "=" + word(choice.name()));
    }
    return name + inside + (place.isEmpty() ? "" : "@" + place);
  }

  /** The canonical text: settings in the order declared, the first number without its name. */
  @Override
  public String toString() {
    StringJoiner inside = new StringJoiner(", ", "(", ")").setEmptyValue("");
    List<String> names = SettingRules.names(declaration());
    for (String setting : names) {
      Value value = settings.get(setting);
      if (value != null) {
        inside.add(setting.equals(unnamed()) ? bare(value) : setting + "=" + value);
      }
    }
    return name + inside + (place.equals(declaration().place()) ? "" : "@" + place);
  }

  /** What is written for a parameter, or its default: one number, as it is in an epoch. */
  double written(String parameter, int epoch) {
    Value value = settings.get(parameter);
    if (value instanceof Value.Single number) {
      return number.number();
    }
    if (value instanceof Value.Scheduled scheduled) {
      return scheduled.at(epoch);
    }
    if (value == null) {
      return declaration().parameter(parameter).orElseThrow().fallback().orElseThrow();
    }
    throw new IllegalArgumentException(
        name + ": " + parameter + " = " + value + ": expected one number; expand the recipe first");
  }

  /** The name of the parameter that is written without it; empty if there are no parameters. */
  private String unnamed() {
    List<Parameter> parameters = declaration().parameters();
    return parameters.isEmpty() ? "" : parameters.get(0).name();
  }

  private static String bare(Value value) {
    String text = value.toString();
    return value instanceof Value.Listed ? text.substring(1, text.length() - 1) : text;
  }
}
