package dev.bridle.golden;

import dev.bridle.tensor.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was computed for one case, field by field, beside what is expected. */
final class Readings {
  private final List<Reading> all = new ArrayList<>();

  /** How a computed number may differ from the expected one. */
  private enum Rule {
    /** By the tolerance of the case, relative to 1 + |expected|. */
    NEAR,
    /** As {@link #NEAR}, and in double an expected 0 is 0. */
    NEAR_WITH_ZEROS,
    /** By a tolerance of the field's own, taken as it is. */
    WITHIN,
    /** Not at all. */
    EXACT
  }

  private record Reading(
      String field, Rule rule, double tolerance, GoldenArray expected, GoldenArray actual) {}

  /** To the tolerance of the case. */
  void near(String field, GoldenArray expected, GoldenArray actual) {
    all.add(new Reading(field, Rule.NEAR, 0, expected, actual));
  }

  /** To the tolerance of the case. */
  void near(String field, double expected, double actual) {
    near(field, GoldenArray.of(expected), GoldenArray.of(actual));
  }

  /** To the tolerance of the case; in double, what is expected to be 0 must be exactly 0. */
  void nearWithZeros(String field, GoldenArray expected, GoldenArray actual) {
    all.add(new Reading(field, Rule.NEAR_WITH_ZEROS, 0, expected, actual));
  }

  /** To a tolerance that the field has of its own. */
  void within(String field, double tolerance, GoldenArray expected, GoldenArray actual) {
    all.add(new Reading(field, Rule.WITHIN, tolerance, expected, actual));
  }

  /** To a tolerance that the field has of its own. */
  void within(String field, double tolerance, double expected, double actual) {
    within(field, tolerance, GoldenArray.of(expected), GoldenArray.of(actual));
  }

  /** To the bit. */
  void exact(String field, GoldenArray expected, GoldenArray actual) {
    all.add(new Reading(field, Rule.EXACT, 0, expected, actual));
  }

  /** A count. */
  void exact(String field, double expected, double actual) {
    exact(field, GoldenArray.of(expected), GoldenArray.of(actual));
  }

  /** What is wrong, one line each: case, precision, field, expected, actual. */
  List<String> mismatches(GoldenCase c, Precision precision) {
    List<String> lines = new ArrayList<>();
    for (Reading reading : all) {
      String where = c + ", " + precision.name().toLowerCase(Locale.ROOT) + ", " + reading.field;
      if (!Arrays.equals(reading.expected.shape(), reading.actual.shape())) {
        lines.add(
            where + ": expected " + shape(reading.expected) + ", actual " + shape(reading.actual));
        continue;
      }
      for (int i = 0; i < reading.expected.size(); i++) {
        double expected = reading.expected.get(i);
        double actual = reading.actual.get(i);
        if (!agrees(reading, expected, actual, c, precision)) {
          lines.add(where + "[" + i + "]: expected " + expected + ", actual " + actual);
        }
      }
    }
    return lines;
  }

  /** Fields in which another run of the same case has other bits. */
  List<String> differences(Readings other) {
    if (all.size() != other.all.size()) {
      return List.of(all.size() + " readings against " + other.all.size());
    }
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).actual.sameBits(other.all.get(i).actual)) {
        fields.add(all.get(i).field);
      }
    }
    return fields;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  private static boolean agrees(
      Reading reading, double expected, double actual, GoldenCase c, Precision precision) {
    double error = Math.abs(actual - expected);
    boolean near = error <= c.tolerance(precision) * (1 + Math.abs(expected));
    return switch (reading.rule) {
      case NEAR -> near;
      case NEAR_WITH_ZEROS ->
          near && (expected != 0 || actual == 0 || precision == Precision.FLOAT32);
      case WITHIN -> error <= reading.tolerance;
      case EXACT -> Double.doubleToLongBits(expected) == Double.doubleToLongBits(actual);
    };
  }

  private static String shape(GoldenArray array) {
    return "shape " + Arrays.toString(array.shape());
  }
}
