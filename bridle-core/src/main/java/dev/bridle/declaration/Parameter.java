package dev.bridle.declaration;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One number that a regularizer or an update rule takes; it may differ between the members of a
 * population, where it becomes a vector {@code [K]}.
 *
 * @param name how it is written: {@code lambda}, {@code rate}
 * @param meaning in a few plain words, units included
 * @param range what is allowed
 * @param whole whether only whole numbers are
 * @param fallback the value where none is written; empty if one must be
 * @param absence the value at which it does nothing, to the bit; empty if there is none
 * @param spacing how a sweep {@code a..b} is spaced
 * @param scales the words that may follow or wrap the number ({@code 3x-init}, {@code rms(0.1)})
 */
public record Parameter(
    String name,
    String meaning,
    Range range,
    boolean whole,
    OptionalDouble fallback,
    OptionalDouble absence,
    Spacing spacing,
    List<String> scales) {

  /** How the values of a sweep are laid out between its ends. */
  public enum Spacing {
    /** Equal differences: rates. */
    LINEAR,
    /** Equal ratios: strengths. */
    LOGARITHMIC
  }

  /** Checks that fallback and absence are themselves allowed. */
  public Parameter {
    fallback.ifPresent(value -> range.check(name, value));
    absence.ifPresent(value -> range.check(name, value));
    scales = List.copyOf(scales);
  }

  /** A strength: finite, at least 0, where 0 is absence; swept logarithmically. */
  public static Parameter strength(String name, String meaning) {
    return number(name, meaning, Range.atLeast(0)).absentAt(0);
  }

  /** A drop rate in [0, 1), where 0 is absence; swept linearly. */
  public static Parameter rate(String name, String meaning) {
    return number(name, meaning, Range.halfOpen(0, 1)).absentAt(0).spaced(Spacing.LINEAR);
  }

  /** A number that must be written, without an absence value; swept logarithmically. */
  public static Parameter number(String name, String meaning, Range range) {
    return new Parameter(
        name,
        meaning,
        range,
        false,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Spacing.LOGARITHMIC,
        List.of());
  }

  /** The same with a value to use where none is written. */
  public Parameter withFallback(double value) {
    return new Parameter(
        name, meaning, range, whole, OptionalDouble.of(value), absence, spacing, scales);
  }

  /** The same with a value at which it does nothing. */
  public Parameter absentAt(double value) {
    return new Parameter(
        name, meaning, range, whole, fallback, OptionalDouble.of(value), spacing, scales);
  }

  /** The same with another spacing of sweeps. */
  public Parameter spaced(Spacing other) {
    return new Parameter(name, meaning, range, whole, fallback, absence, other, scales);
  }

  /** The same for whole numbers only. */
  public Parameter wholeNumbers() {
    return new Parameter(name, meaning, range, true, fallback, absence, spacing, scales);
  }

  /** The same with words that say what the number is a multiple of. */
  public Parameter scaledBy(String... words) {
    return new Parameter(name, meaning, range, whole, fallback, absence, spacing, List.of(words));
  }

  /** Returns {@code value}, or throws an error that names it and what is allowed. */
  public double check(double value) {
    range.check(name, value);
    if (whole && value != Math.rint(value)) {
      throw new IllegalArgumentException(name + " = " + value + ": expected a whole number");
    }
    return value;
  }
}
