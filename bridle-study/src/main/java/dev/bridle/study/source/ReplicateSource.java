package dev.bridle.study.source;

import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.data.Task;
import dev.bridle.study.statistics.Claim;
import dev.bridle.tensor.Key;
import java.util.Map;

/**
 * Where the data of a study's replicates come from. A replicate's data are a function of its key;
 * the held-out rows, if there are any, are in none of them.
 */
public interface ReplicateSource {
  /** How the data are called in what a reader sees. */
  String name();

  /** What identifies the data: changed data make another study. */
  String fingerprint();

  /** What is asked of the data. */
  Task task();

  /** The column that is asked for. */
  String target();

  /** How many rows and columns there are. */
  Shape shape();

  /** The question that replicates of this kind answer, unless a user asks for another. */
  Claim claim();

  /** Whether inputs still have to be standardised. */
  boolean standardize();

  /**
   * The shape of one row's inputs: {@code [F]} for a table, {@code [C, H, W]} for images, {@code
   * [T, F]} for series. Of a table, that of all rows together: a replicate that lacks a category
   * has fewer.
   */
  int[] inputShape();

  /** The data of a replicate: train; validation, for stopping; test, for its score. */
  Split split(Key replicate);

  /**
   * What was done to the rows of {@link #split}, as texts for a model file; empty if nothing.
   *
   * @param replicate the key of the split
   */
  default Map<String, String> preparation(Key replicate) {
    return Map.of();
  }

  /**
   * The data of the refit: train and stopping rows of a replicate together, its scoring rows to
   * choose a seed by, and the rows held out for the very end.
   */
  Refit refit(Key replicate);

  /**
   * Rows of each kind.
   *
   * @param rows in all; of a generator, in one replicate
   * @param columns that are inputs
   * @param train rows that train a replicate
   * @param stop rows that early stopping looks at
   * @param score rows that score a replicate
   * @param test rows held out
   */
  record Shape(int rows, int columns, int train, int stop, int score, int test) {}

  /**
   * The data of the last training.
   *
   * @param split train; scoring rows; held-out rows, or none
   * @param heldOut the rows nobody has looked at; no rows if there are too few to hold any out
   * @param preparation what was done to the rows, as texts for the model file; empty if nothing
   */
  record Refit(Split split, Dataset heldOut, Map<String, String> preparation) {}
}
