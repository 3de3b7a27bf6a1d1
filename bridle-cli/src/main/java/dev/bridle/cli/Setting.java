package dev.bridle.cli;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Parameter;
import dev.bridle.recipe.Numbers;
import dev.bridle.recipe.Value;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One setting of a catalogue entry, in words.
 *
 * @param name how it is written
 * @param meaning what it is, and where it changes nothing
 * @param allowed what may be written
 * @param fallback what holds where nothing is; empty if something must be
 */
record Setting(String name, String meaning, String allowed, String fallback) {
  /** The settings of an entry, numbers first. */
  static List<Setting> of(Declaration declared) {
    return Stream.concat(
            declared.parameters().stream().map(Setting::of),
            declared.choices().stream().map(Setting::of))
        .toList();
  }

  /** The places that an entry takes; empty if it takes none. */
  static String places(Declaration declared) {
    String words =
        declared.places().words().stream()
            .map(word -> word.equals(declared.place()) ? word + " (default)" : word)
            .collect(Collectors.joining(", "));
    return words + (declared.places().hasLayers() ? ", a layer (dense1), several (dense*)" : "");
  }

  /** In words: {@code a number > 0 (inf: no limit), also as 1x-init or rms(1)}. */
  static String allowed(Parameter parameter) {
    String range = parameter.range().toString();
    String numbers = parameter.whole() ? range.replaceFirst("number", "whole number") : range;
    List<String> scaled =
        parameter.scales().stream().map(s -> new Value.Single(1, s).toString()).toList();
    return numbers + (scaled.isEmpty() ? "" : ", also as " + String.join(" or ", scaled));
  }

  private static Setting of(Parameter parameter) {
    OptionalDouble absence = parameter.absence();
    boolean said = absence.isEmpty() || Double.isInfinite(absence.getAsDouble()); // by the range
    String nothing = said ? "" : "; " + Numbers.print(absence.getAsDouble()) + " changes nothing";
    OptionalDouble fallback = parameter.fallback();
    return new Setting(
        parameter.name(),
        parameter.meaning() + nothing,
        allowed(parameter),
        fallback.isPresent() ? Numbers.print(fallback.getAsDouble()) : "");
  }

  private static Setting of(Choice choice) {
    return new Setting(
        choice.name(), choice.meaning(), String.join(", ", choice.words()), choice.fallback());
  }
}
