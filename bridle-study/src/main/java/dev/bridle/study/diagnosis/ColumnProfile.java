package dev.bridle.study.diagnosis;

import dev.bridle.study.table.Moments;
import java.util.List;
import java.util.Optional;

/**
 * One column beside the target.
 *
 * @param name of the column
 * @param type {@code number}, {@code category} or {@code text}
 * @param missing rows without a value
 * @param distinct different values
 * @param zeros share of the present numbers that are 0; 0 for categories
 * @param moments of the numbers; empty for others
 * @param histogram of the numbers; empty for others
 * @param categories the most frequent texts, the first most often; empty for numbers
 * @param relation to the target; empty if there is none, or it cannot be tested
 * @param leftOut why it is no input, in words that follow its name; empty text if it is one
 * @param identifier whether it looks like the number or the key of a row
 * @param leak whether it gives the target away, or nearly
 */
public record ColumnProfile(
    String name,
    String type,
    int missing,
    int distinct,
    double zeros,
    Optional<Moments> moments,
    Optional<Histogram> histogram,
    List<Category> categories,
    Optional<Relation> relation,
    String leftOut,
    boolean identifier,
    boolean leak) {
  /** A column that has this share of the target by itself is said to nearly give it away. */
  static final double NEARLY_ALL = 0.98;

  /** Copies the categories. */
  public ColumnProfile {
    categories = List.copyOf(categories);
  }

  /** Whether a network would take it. */
  public boolean isInput() {
    return leftOut.isEmpty();
  }

  /**
   * One text of a column.
   *
   * @param text as in the file
   * @param rows that have it
   */
  public record Category(String text, int rows) {}
}
