package dev.bridle.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * Whether a constraint held, seen at the end of every epoch, and how close the weights came to it.
 *
 * @param term the term of the recipe: {@code max-norm(3)}
 * @param weight the weight's name
 * @param epochs how often it was looked at
 * @param violation the most by which it was exceeded, as a share of the limit; a rounding if it
 *     held
 * @param epoch when that was, counted from 1
 * @param allowed what a projection of this constraint may leave of a violation: a rounding;
 *     infinity for one that goes only part of the way
 * @param later constraints that act on the same weight and are written behind this one
 * @param tightness how close the weights are to it; empty for one that all weights lie on
 */
public record ConstraintCheck(
    String term,
    String weight,
    int epochs,
    double violation,
    int epoch,
    double allowed,
    List<String> later,
    Optional<Tightness> tightness) {

  /** A unit whose norm is this share of its limit, or more, sits at its bound. */
  public static final double AT_BOUND = 0.999;

  /** Copies the list. */
  public ConstraintCheck {
    later = List.copyOf(later);
  }

  /** Whether it held in all epochs. */
  public boolean held() {
    return violation <= allowed;
  }

  /**
   * How close the units of a weight are to their limit: norm over limit, 1 at the bound.
   *
   * @param peak the closest unit after any of the epochs 1, 2, 4, 8 and so on, and in the end
   * @param largest the closest unit of the final weights
   * @param median the middle one of the final weights
   * @param atBound share of the units of the final weights that sit at their bound
   */
  public record Tightness(double peak, double largest, double median, double atBound) {}
}
