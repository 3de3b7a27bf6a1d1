package dev.bridle.cli;

import picocli.CommandLine.TypeConversionException;

/** Reads the numbers of options; the messages say what is allowed. */
final class NumberText {
  private NumberText() {}

  /** Reads a whole number of the usual size. */
  static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("expected a whole number");
    }
  }

  /** Reads a whole number of any size that fits 64 bits. */
  static long longNumber(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("expected a whole number of at most 18 digits");
    }
  }

  /** Reads what is written for an option that takes no value: {@code --json=true}. */
  static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new TypeConversionException("expected no value");
    }
    return text.equals("true");
  }

  /** Reads a finite number such as {@code 0.01} or {@code 1e-3}. */
  static double number(String text) {
    if (text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw new TypeConversionException("expected a number such as 0.01 or 1e-3");
  }
}
