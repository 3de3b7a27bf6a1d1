package dev.bridle.tensor;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * One matrix for each member as the BLAS sees it: an address, the distance between rows (or
 * columns, where these are contiguous) and the distance between members.
 */
final class Matrices {
  private final int rows;
  private final int columns;
  private final boolean byColumns;
  private final int stride;
  private final long memberStride;
  private final FloatPointer floats;
  private final DoublePointer doubles;

  private Matrices(
      int rows,
      int columns,
      boolean byColumns,
      int stride,
      long memberStride,
      FloatPointer floats,
      DoublePointer doubles) {
    this.rows = rows;
    this.columns = columns;
    this.byColumns = byColumns;
    this.stride = stride;
    this.memberStride = memberStride;
    this.floats = floats;
    this.doubles = doubles;
  }

  /**
   * The matrices of a tensor {@code [K, rows, columns]}.
   *
   * @throws IllegalArgumentException if neither rows nor columns are contiguous
   */
  static Matrices of(Tensor tensor) {
    int rows = (int) tensor.size(1);
    int columns = (int) tensor.size(2);
    long down = tensor.stride(1);
    long along = tensor.stride(2);
    boolean byRows = along == 1 || columns == 1;
    if (!byRows && down != 1 && rows != 1) {
      throw new IllegalArgumentException(
          "strides " + down + " and " + along + ": expected one of them to be 1");
    }
    long stride = byRows ? Math.max(down, columns) : Math.max(along, rows);
    return new Matrices(
        rows,
        columns,
        !byRows,
        Math.toIntExact(stride),
        tensor.size(0) == 1 ? 0 : tensor.stride(0), // one matrix serves all members
        new FloatPointer(tensor.data_ptr()),
        new DoublePointer(tensor.data_ptr()));
  }

  /** The same memory with rows and columns exchanged. */
  Matrices transposed() {
    return new Matrices(columns, rows, !byColumns, stride, memberStride, floats, doubles);
  }

  /** The same memory with pointers of its own, for another thread. */
  Matrices own() {
    return new Matrices(
        rows,
        columns,
        byColumns,
        stride,
        memberStride,
        new FloatPointer(floats).position(0),
        new DoublePointer(doubles).position(0));
  }

  /** Points to an element of a member. */
  void seek(int member, int row, int column) {
    long at = member * memberStride;
    at += byColumns ? (long) column * stride + row : (long) row * stride + column;
    floats.position(at);
    doubles.position(at);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Whether columns are contiguous. */
  boolean byColumns() {
    return byColumns;
  }

  /** The distance between contiguous rows or columns, in numbers. */
  int stride() {
    return stride;
  }

  FloatPointer floats() {
    return floats;
  }

  DoublePointer doubles() {
    return doubles;
  }
}
