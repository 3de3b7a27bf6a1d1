package dev.bridle.study.diagnosis;

/**
 * How large a table is, and what its columns hold.
 *
 * @param name of the data
 * @param rows that were looked at
 * @param rowsInAll that there are; more than {@code rows} where a sample was studied
 * @param columns that are inputs
 * @param numbers how many of them hold numbers
 * @param categories how many of them hold categories
 * @param leftOut columns beside them that cannot be learned from
 * @param features numbers a network takes for a row: categories have one each, columns with missing
 *     values one more
 * @param task {@code classification}, {@code regression} or {@code none}
 * @param target the column that is to be predicted; empty if there is none
 * @param missing cells of the input columns without a value
 * @param rowsWithMissing rows with at least one
 * @param zeros share of the features that are 0 before they are scaled
 */
public record Overview(
    String name,
    int rows,
    int rowsInAll,
    int columns,
    int numbers,
    int categories,
    int leftOut,
    int features,
    String task,
    String target,
    long missing,
    int rowsWithMissing,
    double zeros) {

  /** Features for each row, p/n. */
  public double featuresPerRow() {
    return (double) features / rows;
  }

  /** Whether only a sample was studied. */
  public boolean isSample() {
    return rows < rowsInAll;
  }
}
