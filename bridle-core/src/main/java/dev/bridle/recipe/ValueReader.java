package dev.bridle.recipe;

import dev.bridle.declaration.Parameter;
import dev.bridle.text.Suggestion;
import dev.bridle.text.TextException;
import dev.bridle.text.TextScanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what is written for one parameter: a number, a range, a list in brackets. */
final class ValueReader {
  /** What may follow a value. */
  static final String NEXT = "\",\" or \")\"";

  private static final String INFINITY = "inf";

  /** Stands between the numbers of a schedule and how many epochs it takes. */
  private static final String OVER = "over";

  private final TextScanner scanner;
  private final Parameter parameter;

  ValueReader(TextScanner scanner, Parameter parameter) {
    this.scanner = scanner;
    this.parameter = parameter;
  }

  /** Reads a number, a range, or a list in brackets. */
  Value value() {
    return scanner.sees("[") ? list() : numberOrRange();
  }

  /** Reads a number or a range. */
  Value numberOrRange() {
    int start = scanner.offset();
    Value.Single low = number();
    if (scanner.accept("->") || scanner.accept("\u2192")) {
      return schedule(start, low);
    }
    if (!scanner.accept("..")) {
      return low;
    }
    if (scanner.sees(".")) {
      throw scanner.unexpected("two dots between the ends of a range");
    }
    Value.Single high = number();
    if (!low.scale().isEmpty() || !high.scale().isEmpty()) {
      throw scanner.error(start, "a range has plain numbers as ends; write the values as a list");
    }
    int count =
        scanner.accept("/")
            ? scanner.wholeNumber("number of values", 2, Value.Swept.MAX_COUNT)
            : Value.Swept.DEFAULT_COUNT;
    return scanner.at(start, () -> checked(new Value.Swept(low.number(), high.number(), count)));
  }

  private Value schedule(int start, Value.Single from) {
    Value.Single to = number();
    if (!from.scale().isEmpty() || !to.scale().isEmpty()) {
      throw scanner.error(start, "a schedule leads from one plain number to another");
    }
    if (!scanner.word().equals(OVER)) {
      throw scanner.unexpected("over and a number of epochs, such as 0->0.5 over 10");
    }
    int epochs = scanner.wholeNumber("number of epochs", 1, Value.Scheduled.MAX_EPOCHS);
    return scanner.at(
        start, () -> checked(new Value.Scheduled(from.number(), to.number(), epochs)));
  }

  private Value list() {
    int start = scanner.offset();
    scanner.expect("[");
    List<Value.Single> numbers = new ArrayList<>();
    do {
      numbers.add(number());
    } while (scanner.accept(","));
    if (!scanner.accept("]")) {
      throw scanner.unexpected("\",\" or \"]\"");
    }
    if (numbers.size() == 1) {
      throw scanner.error(
          start,
          parameter.name() + " = " + numbers + ": expected at least two numbers in brackets");
    }
    return listed(start, numbers);
  }

  /** Several numbers, read one by one from {@code start} on. */
  Value.Listed listed(int start, List<Value.Single> numbers) {
    return scanner.at(start, () -> checked(new Value.Listed(numbers)));
  }

  private Value.Single number() {
    int start = scanner.offset();
    Value.Single number = scanner.seesNumber() ? digits(start) : word(start);
    return scanner.at(start, () -> checked(number));
  }

  private Value.Single digits(int start) {
    double number = scanner.number(expected());
    if (scanner.sees("%")) {
      BigDecimal fraction = BigDecimal.valueOf(number).movePointLeft(2);
      String written = Numbers.print(number) + "%";
      String meant = Numbers.print(fraction.doubleValue());
      throw scanner.error(start, "found \"" + written + "\", expected a fraction: " + meant);
    }
    int after = scanner.offset();
    String word = scanner.word();
    if (word.isEmpty() || (parameter.scales().contains(word) && word.startsWith("x-"))) {
      return new Value.Single(number, word);
    }
    scanner.back(after);
    if (word.equals(OVER)) {
      return Value.Single.of(number);
    }
    throw afterNumber(word);
  }

  private TextException afterNumber(String word) {
    List<String> scales = parameter.scales().stream().filter(s -> s.startsWith("x-")).toList();
    return scales.isEmpty()
        ? scanner.unexpected(NEXT)
        : scanner.unexpected(scales.get(0) + ", " + NEXT + Suggestion.hint(word, scales));
  }

  private Value.Single word(int start) {
    String word = scanner.word();
    if (word.equals(INFINITY)) {
      return Value.Single.of(Double.POSITIVE_INFINITY);
    }
    if (parameter.scales().contains(word) && !word.startsWith("x-")) {
      scanner.expect("(");
      double number = scanner.number("a number");
      scanner.expect(")");
      return new Value.Single(number, word);
    }
    scanner.back(start);
    throw scanner.unexpected(expected() + infinityHint(word));
  }

  private String infinityHint(String word) {
    boolean meant = word.toLowerCase(Locale.ROOT).startsWith(INFINITY);
    boolean allowed = parameter.range().contains(Double.POSITIVE_INFINITY);
    return meant && allowed ? "; did you mean " + INFINITY + "?" : "";
  }

  /** In words: {@code a number > 0 (inf: no limit), also as 1x-init or rms(1)}. */
  private String expected() {
    List<String> scaled =
        parameter.scales().stream().map(s -> new Value.Single(1, s).toString()).toList();
    return SettingRules.allowed(parameter)
        + (scaled.isEmpty() ? "" : ", also as " + String.join(" or ", scaled));
  }

  private <T extends Value> T checked(T value) {
    SettingRules.check(parameter, value);
    return value;
  }
}
