package dev.bridle.constraint;

/** What the limit of a norm is a multiple of. */
public enum Limit {
  /** A norm as it is: {@code max-norm(3)}. */
  ABSOLUTE,
  /** The norm that each vector had at the start: {@code max-norm(3x-init)}. */
  TIMES_INITIAL,
  /** The root mean square of a vector's numbers: {@code max-norm(rms(0.1))}. */
  RMS;

  static Limit of(String scale) {
    return switch (scale) {
      case "" -> ABSOLUTE;
      case "x-init" -> TIMES_INITIAL;
      case "rms" -> RMS;
      default ->
          throw new IllegalArgumentException(
              "limit \"" + scale + "\": expected a number, x-init or rms");
    };
  }
}
