package dev.bridle.tensor;

/**
 * How a matrix product is cut into calls of the BLAS: blocks of at most half a million
 * multiplications. Products this small OpenBLAS computes without first packing its operands, which
 * for a batch of few rows takes as long as the product itself; so many small calls are up to twice
 * as fast as a single large one.
 *
 * <p>The shapes are the fastest measured for dense layers of 64 to 1024 units and batches of 32 to
 * 128 rows; {@code docs/decisions/0006} has the table.
 *
 * @param rows of the result
 * @param columns of the result
 * @param summed how many products are summed up
 */
record Block(int rows, int columns, int summed) {

  /**
   * The blocks of a product, in even pieces.
   *
   * @param aByColumns whether the columns of the left operand are contiguous, not its rows
   * @param bByColumns whether the columns of the right operand are contiguous, not its rows
   */
  static Block of(int rows, int columns, int summed, boolean aByColumns, boolean bByColumns) {
    Block most = most(columns, aByColumns, bByColumns);
    return new Block(
        piece(rows, most.rows), piece(columns, most.columns), piece(summed, most.summed));
  }

  private static Block most(int columns, boolean aByColumns, boolean bByColumns) {
    if (aByColumns) { // few of its long strides at once
      return new Block(256, 64, 32);
    }
    if (bByColumns) { // dot products: as long as they are
      return new Block(32, 32, 512);
    }
    if (columns <= 32) {
      return new Block(128, 32, 128);
    }
    if (columns <= 64) {
      return new Block(64, 64, 128);
    }
    return columns <= 128 ? new Block(64, 128, 64) : new Block(32, 256, 64);
  }

  /** The size of pieces that share {@code size} evenly, in whole vectors of the processor. */
  private static int piece(int size, int most) {
    int pieces = (size + most - 1) / most;
    int each = (size + pieces - 1) / pieces;
    return (each + 15) / 16 * 16;
  }
}
