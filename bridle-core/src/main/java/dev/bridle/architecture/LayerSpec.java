package dev.bridle.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One layer as a user writes it; prints as it is written. */
public sealed interface LayerSpec {
  /** The most units, filters or ids one layer can have. */
  int MAX_UNITS = 1_000_000;

  /** The largest window, stride or padding. */
  int MAX_WINDOW = 10_000;

  /** What kind of layer it is, as written: {@code dense}. */
  String kind();

  /** Whether it has weights. */
  default boolean hasWeights() {
    return true;
  }

  /**
   * Each output is a weighted sum of all inputs plus a bias, then the activation. What comes in
   * with a shape is flattened.
   *
   * @param units how many outputs, 1 to 1,000,000
   * @param activation applied to each output
   */
  record Dense(int units, Activation activation) implements LayerSpec {
    /** The most units one layer can have. */
    public static final int MAX_UNITS = LayerSpec.MAX_UNITS;

    /** Checks the number of units. */
    public Dense {
      require("units", units, 1, MAX_UNITS);
    }

    @Override
    public String kind() {
      return "dense";
    }

    @Override
    public String toString() {
      return activated("dense(" + units + ")", activation);
    }
  }

  /**
   * Filters that slide over the pixels of an image {@code [channels, height, width]}, or over the
   * steps of a series {@code [time, features]}, whose features are its channels.
   *
   * @param filters how many channels go out
   * @param size of the window along each axis
   * @param stride by how much it moves
   * @param padding zeros on each side
   * @param groups of channels kept apart
   * @param activation applied to each output
   */
  record Convolution(
      int filters, int size, int stride, int padding, int groups, Activation activation)
      implements LayerSpec {
    /** Checks the numbers. */
    public Convolution {
      require("filters", filters, 1, MAX_UNITS);
      require("size", size, 1, MAX_WINDOW);
      require("stride", stride, 1, MAX_WINDOW);
      require("padding", padding, 0, MAX_WINDOW);
      require("groups", groups, 1, filters);
    }

    @Override
    public String kind() {
      return "conv";
    }

    @Override
    public String toString() {
      List<String> said = new ArrayList<>(List.of("" + filters, "" + size));
      say(said, "stride", stride, 1);
      say(said, "padding", padding, 0);
      say(said, "groups", groups, 1);
      return activated("conv(" + String.join(", ", said) + ")", activation);
    }
  }

  /**
   * The largest number, or the mean, under a window that slides over each channel.
   *
   * @param mean whether it is the mean
   * @param size of the window along each axis
   * @param stride by how much it moves
   */
  record Pool(boolean mean, int size, int stride) implements LayerSpec {
    /** Checks the numbers. */
    public Pool {
      require("size", size, 1, MAX_WINDOW);
      require("stride", stride, 1, MAX_WINDOW);
    }

    @Override
    public String kind() {
      return mean ? "avg-pool" : "max-pool";
    }

    @Override
    public boolean hasWeights() {
      return false;
    }

    @Override
    public String toString() {
      List<String> said = new ArrayList<>(List.of("" + size));
      say(said, "stride", stride, size);
      return kind() + "(" + String.join(", ", said) + ")";
    }
  }

  /**
   * The largest number, or the mean, of each channel.
   *
   * @param mean whether it is the mean
   */
  record GlobalPool(boolean mean) implements LayerSpec {
    @Override
    public String kind() {
      return mean ? "global-avg-pool" : "global-max-pool";
    }

    @Override
    public boolean hasWeights() {
      return false;
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /** The numbers of a row without their shape; dense layers do it by themselves. */
  record Flatten() implements LayerSpec {
    @Override
    public String kind() {
      return "flatten";
    }

    @Override
    public boolean hasWeights() {
      return false;
    }

    @Override
    public String toString() {
      return kind();
    }
  }

  /**
   * A cell that reads a series {@code [time, features]} step by step.
   *
   * @param kind {@code rnn}, {@code lstm} or {@code gru}
   * @param units of each direction
   * @param sequence whether the states of all steps go out, not only the last
   * @param bidirectional whether a second cell reads from the end
   * @param masked whether steps whose numbers are all 0 are padding; always so behind an embedding
   */
  record Recurrent(String kind, int units, boolean sequence, boolean bidirectional, boolean masked)
      implements LayerSpec {
    /** The kinds of cells. */
    public static final List<String> KINDS = List.of("rnn", "lstm", "gru");

    /** Checks the number of units. */
    public Recurrent {
      require("units", units, 1, MAX_UNITS);
      if (!KINDS.contains(kind)) {
        throw new IllegalArgumentException("cell \"" + kind + "\": expected one of " + KINDS);
      }
    }

    @Override
    public String toString() {
      return kind
          + "("
          + units
          + (sequence ? ", sequence" : "")
          + (bidirectional ? ", bidirectional" : "")
          + (masked ? ", masked" : "")
          + ")";
    }
  }

  /**
   * A row of a table for each id of a series {@code [time]}.
   *
   * @param vocabulary how many ids there are, from 0, which is padding
   * @param size how many numbers stand for an id
   */
  record Embedding(int vocabulary, int size) implements LayerSpec {
    /** Checks the numbers. */
    public Embedding {
      require("vocabulary", vocabulary, 2, 10 * MAX_UNITS);
      require("size", size, 1, MAX_UNITS);
    }

    @Override
    public String kind() {
      return "embedding";
    }

    @Override
    public String toString() {
      return "embedding(" + vocabulary + ", " + size + ")";
    }
  }

  /**
   * Layers whose result is added to what came in: \( y = f(x + g(x)) \). He et al., CVPR 2016.
   *
   * @param layers g, at least one; what comes out of them has the shape of what goes in
   * @param activation f
   */
  record Residual(List<LayerSpec> layers, Activation activation) implements LayerSpec {
    /** Copies the layers. */
    public Residual {
      layers = List.copyOf(layers);
      if (layers.isEmpty()) {
        throw new IllegalArgumentException("residual(): expected at least one layer");
      }
    }

    @Override
    public String kind() {
      return "residual";
    }

    @Override
    public boolean hasWeights() {
      return layers.stream().anyMatch(LayerSpec::hasWeights);
    }

    @Override
    public String toString() {
      String inside = layers.stream().map(LayerSpec::toString).collect(Collectors.joining(", "));
      return activated("residual(" + inside + ")", activation);
    }
  }

  private static String activated(String layer, Activation activation) {
    return activation == Activation.LINEAR ? layer : layer + " " + activation.text();
  }

  private static void say(List<String> said, String name, int value, int unsaid) {
    if (value != unsaid) {
      said.add(name + "=" + value);
    }
  }

  private static void require(String name, int value, int low, int high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s = %d: expected a whole number from %,d to %,d",
              name,
              value,
              low,
              high));
    }
  }
}
