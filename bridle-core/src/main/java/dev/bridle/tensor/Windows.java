package dev.bridle.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;

/**
 * The products of a convolution, straight to the BLAS. Activations lie feature by feature, the rows
 * of a batch side by side, so a window that moves along an image is a block of memory that moves:
 * for each position of the window and each of its taps one product, {@code out[units, columns] +=
 * weights[units, depth] in[depth, columns]}, without copying a window anywhere.
 *
 * <p>Each member is computed by itself, in blocks that depend on the sizes alone, so a member's
 * bits do not depend on how many there are. {@code docs/decisions/0010} has the figures.
 *
 * @param groups how many groups of channels are kept apart
 * @param units rows of the result, in one group
 * @param depth how many products are summed up at one tap
 * @param positions how often the window moves
 * @param columns contiguous numbers at one position
 * @param out where rows of the result lie
 * @param in where rows of the input lie
 * @param taps how far each tap is from the position of the window
 */
public record Windows(
    int groups,
    int units,
    int depth,
    int positions,
    int columns,
    Lie out,
    Lie in,
    List<Integer> taps) {

  /** Multiplications of one call, as in {@link Block}. */
  private static final int MOST = 1 << 19;

  private static final int MOST_COLUMNS = 1024;

  /**
   * Distances in memory, in numbers.
   *
   * @param row from row to row
   * @param step from position to position
   * @param group from group to group
   */
  public record Lie(int row, int step, int group) {}

  /** Copies the list. */
  public Windows {
    taps = List.copyOf(taps);
  }

  /** How many weights a member has. */
  public int weights() {
    return groups * taps.size() * units * depth;
  }

  /**
   * Adds the products to the result.
   *
   * @param out {@code [K, ...]}
   * @param weights {@code [K, groups, taps, units, depth]}
   * @param in {@code [K or 1, ...]}
   */
  public void forward(Tensor out, Tensor weights, Tensor in) {
    Pointers o = Pointers.of(out);
    Pointers w = Pointers.of(weights);
    Pointers x = Pointers.of(in);
    each(
        (int) out.size(0),
        width(units * depth),
        (k, group, position, from, width, tap) -> {
          o.seek(k, outAt(group, position, from));
          w.seek(k, weightAt(group, tap));
          x.seek(k, inAt(group, position, from, tap));
          w.multiply(
              CblasNoTrans, CblasNoTrans, units, width, depth, depth, x, in().row, 1, o, out().row);
        });
  }

  /** Adds the gradient by the input, {@code [K, ...]}, to what is there. */
  public void toInput(Tensor inGradient, Tensor weights, Tensor outGradient) {
    Pointers x = Pointers.of(inGradient);
    Pointers w = Pointers.of(weights);
    Pointers o = Pointers.of(outGradient);
    each(
        (int) inGradient.size(0),
        width(units * depth),
        (k, group, position, from, width, tap) -> {
          x.seek(k, inAt(group, position, from, tap));
          w.seek(k, weightAt(group, tap));
          o.seek(k, outAt(group, position, from));
          w.multiply(
              CblasTrans, CblasNoTrans, depth, width, units, depth, o, out().row, 1, x, in().row);
        });
  }

  /**
   * Adds the gradient by the weights, laid out as they are.
   *
   * @param carry by what the old content is multiplied; 0 never reads it
   */
  public void toWeights(Tensor weightGradient, Tensor outGradient, Tensor in, double carry) {
    Pointers w = Pointers.of(weightGradient);
    Pointers o = Pointers.of(outGradient);
    Pointers x = Pointers.of(in);
    each(
        (int) weightGradient.size(0),
        width(units * depth),
        (k, group, position, from, width, tap) -> {
          w.seek(k, weightAt(group, tap));
          o.seek(k, outAt(group, position, from));
          x.seek(k, inAt(group, position, from, tap));
          double old = position == 0 && from == 0 ? carry : 1;
          o.multiply(
              CblasNoTrans, CblasTrans, units, depth, width, out().row, x, in().row, old, w, depth);
        });
  }

  /** What is done at one tap of the window at one position, for some of its columns. */
  private interface Call {
    void at(int k, int group, int position, int from, int width, int tap);
  }

  private void each(int members, int most, Call call) {
    for (int k = 0; k < members; k++) {
      for (int group = 0; group < groups; group++) {
        for (int position = 0; position < positions; position++) {
          for (int from = 0; from < columns; from += most) {
            int width = Math.min(most, columns - from);
            for (int tap = 0; tap < taps.size(); tap++) {
              call.at(k, group, position, from, width, tap);
            }
          }
        }
      }
    }
  }

  /** Columns of one call, in whole vectors of the processor. */
  private static int width(int others) {
    return Math.max(64, Math.min(MOST_COLUMNS, MOST / others / 16 * 16));
  }

  private long outAt(int group, int position, int column) {
    return (long) group * out.group + (long) position * out.step + column;
  }

  private long inAt(int group, int position, int column, int tap) {
    return (long) group * in.group + (long) position * in.step + taps.get(tap) + column;
  }

  private long weightAt(int group, int tap) {
    return ((long) group * taps.size() + tap) * units * depth;
  }

  /** The memory of one tensor {@code [K, ...]}, of which there may be one for all members. */
  private record Pointers(
      FloatPointer floats, DoublePointer doubles, long memberStride, boolean inDouble) {
    static Pointers of(Tensor tensor) {
      return new Pointers(
          new FloatPointer(tensor.data_ptr()),
          new DoublePointer(tensor.data_ptr()),
          tensor.size(0) == 1 ? 0 : tensor.stride(0),
          Tensors.isDouble(tensor));
    }

    void seek(int member, long at) {
      floats.position(member * memberStride + at);
      doubles.position(member * memberStride + at);
    }

    /** {@code c = carry c + a b}, this being a. */
    void multiply(
        int formA,
        int formB,
        int rows,
        int columns,
        int summed,
        int strideA,
        Pointers b,
        int strideB,
        double carry,
        Pointers c,
        int strideC) {
      if (inDouble) {
        openblas_nolapack.cblas_dgemm(
            CblasRowMajor,
            formA,
            formB,
            rows,
            columns,
            summed,
            1,
            doubles,
            strideA,
            b.doubles,
            strideB,
            carry,
            c.doubles,
            strideC);
      } else {
        openblas_nolapack.cblas_sgemm(
            CblasRowMajor,
            formA,
            formB,
            rows,
            columns,
            summed,
            1,
            floats,
            strideA,
            b.floats,
            strideB,
            (float) carry,
            c.floats,
            strideC);
      }
    }
  }
}
