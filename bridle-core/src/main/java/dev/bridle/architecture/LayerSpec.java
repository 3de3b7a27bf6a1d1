package dev.bridle.architecture;

import java.util.Locale;

/** One layer as a user writes it; prints as it is written. */
public sealed interface LayerSpec {

  /** What kind of layer it is, as written: {@code dense}. */
  String kind();

  /**
   * Each output is a weighted sum of all inputs plus a bias, then the activation.
   *
   * @param units how many outputs, 1 to 1,000,000
   * @param activation applied to each output
   */
  record Dense(int units, Activation activation) implements LayerSpec {
    /** The most units one layer can have. */
    public static final int MAX_UNITS = 1_000_000;

    /** Checks the number of units. */
    public Dense {
      if (!(units >= 1 && units <= MAX_UNITS)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "units = %d: expected a whole number from 1 to %,d",
                units,
                MAX_UNITS));
      }
    }

    @Override
    public String kind() {
      return "dense";
    }

    @Override
    public String toString() {
      String layer = "dense(" + units + ")";
      return activation == Activation.LINEAR ? layer : layer + " " + activation.text();
    }
  }
}
