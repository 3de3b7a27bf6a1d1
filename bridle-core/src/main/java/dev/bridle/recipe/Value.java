package dev.bridle.recipe;

import java.util.List;

/**
 * What is written for one setting of a term: a number, several to try, or a word.
 *
 * <p>Prints as it is written: {@code 0.5}, {@code 1e-6..1e-2/9}, {@code [0.1, 0.3]}, {@code
 * 3x-init}, {@code joint}.
 */
public sealed interface Value {

  /**
   * One number, perhaps in a unit of its own.
   *
   * @param number the number as written
   * @param scale empty, or what it is a multiple of; written after the number if it begins with
   *     {@code x-} ({@code 3x-init}), around it otherwise ({@code rms(0.1)})
   */
  record Single(double number, String scale) implements Value {
    /** Turns the negative zero into zero, so that what prints alike is alike. */
    public Single {
      number += 0.0;
    }

    /** A number in the parameter's own unit. */
    public static Single of(double number) {
      return new Single(number, "");
    }

    @Override
    public String toString() {
      String text = Numbers.print(number);
      return scale.isEmpty() || scale.startsWith("x-") ? text + scale : scale + "(" + text + ")";
    }
  }

  /** Several numbers to try, as written one by one. */
  record Listed(List<Single> numbers) implements Value {
    /** Copies the list and checks that it holds at least two numbers. */
    public Listed {
      numbers = List.copyOf(numbers);
      if (numbers.size() < 2) {
        throw new IllegalArgumentException("list = " + numbers + ": expected at least two numbers");
      }
    }

    @Override
    public String toString() {
      return numbers.toString();
    }
  }

  /**
   * Several numbers to try, spaced between two ends as the parameter says.
   *
   * @param low the first
   * @param high the last
   * @param count how many, both ends included; 5 where nothing is written
   */
  record Swept(double low, double high, int count) implements Value {
    /** How many values a sweep has where no count is written. */
    public static final int DEFAULT_COUNT = 5;

    /** The most values a sweep can have. */
    public static final int MAX_COUNT = 1000;

    /** Checks that the ends are finite and in order, and the count. */
    public Swept {
      low += 0.0;
      high += 0.0;
      String ends = Numbers.print(low) + ".." + Numbers.print(high);
      if (!Double.isFinite(low) || !Double.isFinite(high)) {
        throw new IllegalArgumentException("range " + ends + ": expected two finite ends");
      }
      if (!(low < high)) {
        throw new IllegalArgumentException("range " + ends + ": expected the smaller number first");
      }
      if (!(count >= 2 && count <= MAX_COUNT)) {
        throw new IllegalArgumentException(
            "range " + ends + "/" + count + ": expected 2 to " + MAX_COUNT + " values");
      }
    }

    @Override
    public String toString() {
      String ends = Numbers.print(low) + ".." + Numbers.print(high);
      return count == DEFAULT_COUNT ? ends : ends + "/" + count;
    }
  }

  /**
   * A number that changes over the epochs: from one to another along a straight line, then no more.
   * The first epoch has the first number; the one after {@code epochs} others the last.
   *
   * @param from in the first epoch
   * @param to from epoch number {@code epochs} on, counted from 0
   * @param epochs how many it takes
   */
  record Scheduled(double from, double to, int epochs) implements Value {
    /** The most epochs a schedule can have. */
    public static final int MAX_EPOCHS = 1_000_000;

    /** Checks that both numbers are finite, and the epochs. */
    public Scheduled {
      from += 0.0;
      to += 0.0;
      String both = Numbers.print(from) + "->" + Numbers.print(to);
      if (!Double.isFinite(from) || !Double.isFinite(to)) {
        throw new IllegalArgumentException("schedule " + both + ": expected two finite numbers");
      }
      if (!(epochs >= 1 && epochs <= MAX_EPOCHS)) {
        throw new IllegalArgumentException(
            "schedule " + both + " over " + epochs + ": expected 1 to " + MAX_EPOCHS + " epochs");
      }
    }

    /** The number in an epoch, counted from 0. */
    public double at(int epoch) {
      return epoch >= epochs ? to : from + (to - from) * epoch / epochs;
    }

    @Override
    public String toString() {
      return Numbers.print(from) + "->" + Numbers.print(to) + " over " + epochs;
    }
  }

  /** A word out of a choice. */
  record Word(String word) implements Value {
    @Override
    public String toString() {
      return word;
    }
  }
}
