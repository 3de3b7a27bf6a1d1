package dev.bridle.study.statistics;

import java.util.List;

/** Checks of arguments that several types share. */
final class Require {
  private Require() {}

  /** A probability strictly between 0 and 1: a level of confidence or of significance. */
  static void probability(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " = " + value + ": expected a number in (0, 1)");
    }
  }

  static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " = " + value + ": expected a finite number >= 0");
    }
  }

  static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " = " + value + ": expected a whole number >= " + least);
    }
  }

  /** At least one number, all of them finite. */
  static void finite(String name, List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + " = []: expected at least one number");
    }
    for (int i = 0; i < values.size(); i++) {
      if (!Double.isFinite(values.get(i))) {
        throw new IllegalArgumentException(
            name + "[" + i + "] = " + values.get(i) + ": expected a finite number");
      }
    }
  }
}
