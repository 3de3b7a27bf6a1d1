package dev.bridle.declaration;

import java.util.ArrayList;
import java.util.Arrays;
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
 * @param units the words that may follow or wrap the number ({@code 3x-init}, {@code rms(0.1)}),
 *     and what is allowed with each
 */
public record Parameter(
    String name,
    String meaning,
    Range range,
    boolean whole,
    OptionalDouble fallback,
    OptionalDouble absence,
    Spacing spacing,
    List<Unit> units) {

  /**
   * A word that says what a number is a multiple of, or counted in.
   *
   * @param word how it is written
   * @param range what is allowed with it
   * @param whole whether only whole numbers are
   */
  public record Unit(String word, Range range, boolean whole) {}

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
    units = List.copyOf(units);
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
        name, meaning, range, whole, OptionalDouble.of(value), absence, spacing, units);
  }

  /** The same with a value at which it does nothing. */
  public Parameter absentAt(double value) {
    return new Parameter(
        name, meaning, range, whole, fallback, OptionalDouble.of(value), spacing, units);
  }

  /** The same with another spacing of sweeps. */
  public Parameter spaced(Spacing other) {
    return new Parameter(name, meaning, range, whole, fallback, absence, other, units);
  }

  /** The same for whole numbers only. */
  public Parameter wholeNumbers() {
    return new Parameter(name, meaning, range, true, fallback, absence, spacing, units);
  }

  /** The same with words that say what the number is a multiple of, in the same range. */
  public Parameter scaledBy(String... words) {
    List<Unit> more = Arrays.stream(words).map(word -> new Unit(word, range, false)).toList();
    return withUnits(more);
  }

  /** The same with a word that says what else the number may be counted in. */
  public Parameter countedIn(Unit unit) {
    return withUnits(List.of(unit));
  }

  private Parameter withUnits(List<Unit> more) {
    List<Unit> all = new ArrayList<>(units);
    all.addAll(more);
    return new Parameter(name, meaning, range, whole, fallback, absence, spacing, all);
  }

  /** The words that may follow or wrap the number. */
  public List<String> scales() {
    return units.stream().map(Unit::word).toList();
  }

  /** Whether {@code value} may be written with the word {@code scale}; empty for its own unit. */
  public boolean allows(double value, String scale) {
    Unit unit = unit(scale);
    boolean known = scale.isEmpty() || (unit.word.equals(scale) && Double.isFinite(value));
    return known && unit.range.contains(value) && (!unit.whole || value == Math.rint(value));
  }

  /** In words, what may be written with a scale: {@code a whole number >= 1 (inf: no limit)}. */
  public String allowed(String scale) {
    Unit unit = unit(scale);
    String text = unit.range.toString();
    return unit.whole ? text.replaceFirst("number", "whole number") : text;
  }

  /** What the number is counted in; its own unit where nothing, or nothing known, is written. */
  private Unit unit(String scale) {
    return units.stream()
        .filter(u -> u.word.equals(scale))
        .findFirst()
        .orElse(new Unit("", range, whole));
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
