package dev.bridle.data;

import dev.bridle.tensor.Key;

/**
 * A source of made-up data: a function of a key, so that every replicate can have rows of its own.
 *
 * <p>Rows drawn under different keys are independent; the same key gives the same rows, to the bit.
 */
public interface Generator {
  /** The name by which a user asks for it: {@code strokes}. */
  String name();

  /** One sentence: what the rows are, what goes wrong on them, and what helps. */
  String summary();

  /**
   * Whether its inputs are amounts, to be standardised before a network reads them; numbers that
   * stand for words are not.
   */
  default boolean standardize() {
    return true;
  }

  /** Draws {@code rows} rows. */
  Dataset draw(int rows, Key key);

  /** How many rows each part of a replicate has. */
  Sizes sizes();

  /** Draws the three parts of a replicate, each from a stream of its own. */
  default Split split(Key key) {
    Sizes sizes = sizes();
    return new Split(
        draw(sizes.train(), key.at("train")),
        draw(sizes.validation(), key.at("validation")),
        draw(sizes.test(), key.at("test")));
  }

  /**
   * Rows of the three parts of a replicate.
   *
   * @param train rows to fit to
   * @param validation rows for early stopping and choices
   * @param test rows to score
   */
  record Sizes(int train, int validation, int test) {
    /** Rows of all parts together. */
    public int all() {
      return train + validation + test;
    }
  }
}
