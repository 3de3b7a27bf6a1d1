package dev.bridle.pruning;

import dev.bridle.layer.Shape;
import java.util.stream.IntStream;

/**
 * A kernel as a matrix {@code [rows, columns]}, whose columns belong to the channels of what comes
 * in: pixels or time steps of a channel under a dense layer, the taps of a filter.
 */
final class Kernel {
  private final double[] values;
  private final Shape columns;

  /**
   * A kernel.
   *
   * @param values row by row; handed over
   * @param columns how the columns are arranged
   */
  Kernel(double[] values, Shape columns) {
    this.values = values;
    this.columns = columns;
  }

  /** How many rows there are. */
  int rows() {
    return values.length / columns.size();
  }

  /** How many channels come in. */
  int channels() {
    return columns.channels();
  }

  /** What a row adds up to over a channel whose numbers are all 1. */
  double sum(int row, int channel) {
    return places(row, channel).mapToDouble(place -> values[place]).sum();
  }

  /** Whether a row hears nothing of a channel. */
  boolean isZero(int row, int channel) {
    return places(row, channel).allMatch(place -> values[place] == 0);
  }

  /** Whether a row hears nothing. */
  boolean isDeaf(int row) {
    return IntStream.range(0, channels()).allMatch(channel -> isZero(row, channel));
  }

  /** Whether no row hears a channel. */
  boolean isUnheard(int channel) {
    return IntStream.range(0, rows()).allMatch(row -> isZero(row, channel));
  }

  /** The Euclidean norm of a row. */
  double norm(int row) {
    int width = columns.size();
    double squares = 0;
    for (int i = row * width; i < (row + 1) * width; i++) {
      squares += values[i] * values[i];
    }
    return Math.sqrt(squares);
  }

  /** The same with each row multiplied by a factor. */
  Kernel times(double... factors) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factors[i / columns.size()];
    }
    return new Kernel(scaled, columns);
  }

  /** What is left if some rows stay, and some channels. */
  double[] cut(Kept rows, Kept channels) {
    return channels.within(columns).columns(rows.rows(columns.size(), values));
  }

  private IntStream places(int row, int channel) {
    return Kept.numbers(columns, channel).map(column -> row * columns.size() + column);
  }
}
