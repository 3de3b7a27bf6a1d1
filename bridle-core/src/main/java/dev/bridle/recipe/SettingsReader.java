package dev.bridle.recipe;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.text.TextException;
import dev.bridle.text.TextScanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of one term, from behind {@code (} to behind {@code )}. */
final class SettingsReader {
  private final TextScanner scanner;
  private final Declaration declared;
  private final List<Value> unnamed = new ArrayList<>();
  private final Map<String, Value> named = new LinkedHashMap<>();

  SettingsReader(TextScanner scanner, Declaration declared) {
    this.scanner = scanner;
    this.declared = declared;
  }

  /** The settings by name; values without a name are those of the first declared parameter. */
  Map<String, Value> read() {
    if (scanner.accept(")")) {
      return Map.of();
    }
    int start = scanner.offset();
    do {
      setting();
    } while (scanner.accept(","));
    if (!scanner.accept(")")) {
      throw scanner.unexpected(ValueReader.NEXT);
    }
    return joined(start);
  }

  private Map<String, Value> joined(int start) {
    Map<String, Value> settings = new LinkedHashMap<>();
    if (unnamed.size() == 1) {
      settings.put(first().name(), unnamed.get(0));
    } else if (unnamed.size() > 1) {
      List<Value.Single> numbers = unnamed.stream().map(Value.Single.class::cast).toList();
      settings.put(first().name(), new ValueReader(scanner, first()).listed(start, numbers));
    }
    settings.putAll(named);
    return settings;
  }

  private void setting() {
    int start = scanner.offset();
    String word = scanner.word();
    if (!word.isEmpty() && scanner.accept("=")) {
      named.put(word, value(start, word));
      return;
    }
    scanner.back(start);
    refuseUnnamed(word);
    Value value = new ValueReader(scanner, first()).numberOrRange();
    unnamed.add(value);
    if (unnamed.size() > 1 && unnamed.stream().anyMatch(Value.Swept.class::isInstance)) {
      throw scanner.error(start, "a range stands alone: write either a range or a list of numbers");
    }
    if (unnamed.size() > 1 && unnamed.stream().anyMatch(Value.Scheduled.class::isInstance)) {
      throw scanner.error(start, "a schedule stands alone: several cannot be tried in one recipe");
    }
  }

  private Value value(int start, String name) {
    Optional<Parameter> parameter = declared.parameter(name);
    Optional<Choice> choice = declared.choice(name);
    if (named.containsKey(name) || (!unnamed.isEmpty() && first().name().equals(name))) {
      throw scanner.error(start, name + " is written twice");
    }
    if (parameter.isPresent()) {
      return new ValueReader(scanner, parameter.get()).value();
    }
    if (choice.isPresent()) {
      return word(choice.get());
    }
    throw scanner.error(
        start, isKeepProbability(name) ? dropRate(name) : SettingRules.unknown(declared, name));
  }

  private Value.Word word(Choice choice) {
    int start = scanner.offset();
    Value.Word word = new Value.Word(scanner.word());
    if (word.word().isEmpty()) {
      throw scanner.unexpected("one of " + String.join(", ", choice.words()));
    }
    return scanner.at(
        start,
        () -> {
          SettingRules.check(choice, word);
          return word;
        });
  }

  /** Throws if a value without a name cannot stand here. */
  private void refuseUnnamed(String word) {
    List<String> names = SettingRules.names(declared);
    if (names.isEmpty()) {
      throw scanner.error(
          scanner.offset(), scanner.found() + ", but " + declared.name() + " takes no settings");
    }
    if (names.contains(word)) {
      throw scanner.unexpected(word + "=value");
    }
    for (Choice choice : declared.choices()) {
      if (choice.words().contains(word)) {
        throw scanner.unexpected(choice.name() + "=" + word);
      }
    }
    if (declared.parameters().isEmpty()) {
      throw scanner.unexpected("a setting with its name: " + String.join(", ", names));
    }
    if (!named.isEmpty()) {
      throw afterNamed();
    }
    if (scanner.sees("[")) {
      throw scanner.unexpected(
          "the values to try without brackets: " + declared.name() + "(a, b, c)");
    }
  }

  private TextException afterNamed() {
    return scanner.unexpected(
        "name=value, as values without a name come first;"
            + " several values with one name go in brackets: name=[a, b]");
  }

  private boolean isKeepProbability(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return declared.kind() == Kind.DROPOUT
        && (plain.startsWith("keep") || plain.startsWith("retain"));
  }

  /** What to say of a keep probability: the same as a drop rate, in full if the number is plain. */
  private String dropRate(String name) {
    String reason =
        "setting \"" + name + "\": numbers here are drop rates: write " + declared.name();
    double keep = scanner.seesNumber() ? scanner.number("a number") : -1;
    if (!(keep > 0 && keep <= 1)) {
      return reason + "(1 - " + name + ")";
    }
    BigDecimal rate = BigDecimal.ONE.subtract(BigDecimal.valueOf(keep));
    return reason + "(" + Numbers.print(rate.doubleValue()) + ")";
  }

  private Parameter first() {
    return declared.parameters().get(0);
  }
}
