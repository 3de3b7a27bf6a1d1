package dev.bridle.recipe;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Two numbers {@code lo} and {@code hi} of one regularizer, the ends of a range: {@code lo} is not
 * above {@code hi}, whichever of the values to try are combined.
 */
final class Bounds {
  private static final String LOW = "lo";
  private static final String HIGH = "hi";

  private Bounds() {}

  /** Checks both, where a declaration has them and both are written. */
  static void check(Declaration declared, Map<String, Value> settings) {
    if (declared.parameter(LOW).isEmpty() || declared.parameter(HIGH).isEmpty()) {
      return;
    }
    refuseUnnamed(declared, settings);
    if (settings.containsKey(LOW) && settings.containsKey(HIGH) && !fit(settings)) {
      Value low = settings.get(LOW);
      throw new IllegalArgumentException(
          "hi = " + settings.get(HIGH) + ": expected no number below lo = " + low);
    }
  }

  /** Whether no {@code lo} is above a {@code hi}; both are written. */
  static boolean fit(Map<String, Value> settings) {
    double highest = numbers(settings, LOW).max().orElseThrow();
    double lowest = numbers(settings, HIGH).min().orElseThrow();
    return highest <= lowest;
  }

  /** Two numbers without names are two to try for the first parameter, which is easy to forget. */
  private static void refuseUnnamed(Declaration declared, Map<String, Value> settings) {
    if (!settings.containsKey(HIGH)
        && settings.get(LOW) instanceof Value.Listed listed
        && listed.numbers().size() == 2) {
      List<Value.Single> numbers = listed.numbers();
      Parameter high = declared.parameter(HIGH).orElseThrow();
      throw new IllegalArgumentException(
          String.format(
              "%1$s needs its hi, %2$s; values in a row are to be tried one by one: for a range"
                  + " write %1$s(%3$s, hi=%4$s)",
              declared.name(), SettingRules.allowed(high), numbers.get(0), numbers.get(1)));
    }
  }

  private static DoubleStream numbers(Map<String, Value> settings, String name) {
    Value value = settings.get(name);
    if (value instanceof Value.Single single) {
      return DoubleStream.of(single.number());
    }
    if (value instanceof Value.Listed listed) {
      return listed.numbers().stream().mapToDouble(Value.Single::number);
    }
    if (value instanceof Value.Swept swept) {
      return DoubleStream.of(swept.low(), swept.high());
    }
    if (value instanceof Value.Scheduled scheduled) {
      return DoubleStream.of(scheduled.from(), scheduled.to());
    }
    throw new IllegalArgumentException(name + " = " + value + ": expected numbers");
  }
}
