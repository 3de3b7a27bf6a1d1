package dev.bridle.tensor;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Tensors from Java numbers and back, and the operators whose plain call is awkward from Java. */
public final class Tensors {
  static {
    NativeLibrary.load();
  }

  private static final Map<Double, Scalar> CONSTANTS = new ConcurrentHashMap<>();
  private static final Map<Double, Tensor> FACTORS_32 = new ConcurrentHashMap<>();
  private static final Map<Double, Tensor> FACTORS_64 = new ConcurrentHashMap<>();
  private static final ScalarTypeOptional SAME_TYPE = new ScalarTypeOptional().retainReference();
  private static final TensorOptions LONG = new TensorOptions(ScalarType.Long).retainReference();

  private Tensors() {}

  /**
   * A number as libtorch takes it, made once for each value and kept for ever: for the constants of
   * formulas, never for numbers that change from step to step.
   */
  public static Scalar constant(double value) {
    return CONSTANTS.computeIfAbsent(value, v -> new Scalar(v).retainReference());
  }

  /**
   * A factor {@code [1]} of the format of another tensor, kept for ever as {@link #constant}: to
   * multiply by it takes a third of the time that a {@link Scalar} does, which libtorch first makes
   * a tensor of.
   */
  public static Tensor factor(double value, Tensor like) {
    Map<Double, Tensor> known = isDouble(like) ? FACTORS_64 : FACTORS_32;
    return known.computeIfAbsent(value, v -> ofEver(v, like));
  }

  private static Tensor ofEver(double value, Tensor like) {
    try (Arena arena = new Arena()) {
      Tensor factor = arena.zeros(Precision.of(like), 1);
      factor.fill_(constant(value));
      return factor.retainReference();
    }
  }

  /** A tensor whose numbers are not set. */
  public static Tensor empty(Precision precision, long... shape) {
    return torch.empty(shape, precision.options(), null);
  }

  /** A tensor of the given numbers, row-major. */
  public static Tensor of(Precision precision, double[] values, long... shape) {
    Tensor tensor = empty(precision, shape);
    write(tensor, values);
    return tensor;
  }

  /** A tensor of the given numbers, row-major. */
  public static Tensor of(Precision precision, float[] values, long... shape) {
    Tensor tensor = empty(precision, shape);
    write(tensor, values);
    return tensor;
  }

  /** A tensor of row numbers. */
  public static Tensor of(long[] values, long... shape) {
    Tensor tensor = torch.empty(shape, LONG, null);
    write(tensor, values);
    return tensor;
  }

  /** Writes numbers into a contiguous tensor of either precision. */
  public static void write(Tensor tensor, double[] values) {
    requireSize(tensor, values.length);
    if (values.length == 0) { // there is no memory to write into
      return;
    }
    if (isDouble(tensor)) {
      tensor.data_ptr_double().put(values, 0, values.length);
      return;
    }
    float[] single = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      single[i] = (float) values[i];
    }
    tensor.data_ptr_float().put(single, 0, single.length);
  }

  /** Writes numbers into a contiguous tensor of either precision. */
  public static void write(Tensor tensor, float[] values) {
    requireSize(tensor, values.length);
    if (values.length == 0) {
      return;
    }
    if (!isDouble(tensor)) {
      tensor.data_ptr_float().put(values, 0, values.length);
      return;
    }
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    tensor.data_ptr_double().put(wide, 0, wide.length);
  }

  /** Writes row numbers into a contiguous tensor of them. */
  public static void write(Tensor tensor, long[] values) {
    requireSize(tensor, values.length);
    if (values.length == 0) {
      return;
    }
    tensor.data_ptr_long().put(values, 0, values.length);
  }

  /** Tensors one behind the other along an axis. */
  public static Tensor concatenate(long axis, Tensor... parts) {
    return parts.length == 1 ? parts[0] : torch.cat(new TensorVector(parts), axis);
  }

  /** The numbers of a tensor, row-major, whatever its strides. */
  public static double[] toDoubles(Tensor tensor) {
    try (Scope scope = Scope.open()) {
      Tensor wide = tensor.to(ScalarType.Double).contiguous();
      double[] values = new double[Math.toIntExact(wide.numel())];
      if (values.length > 0) {
        wide.data_ptr_double().get(values, 0, values.length);
      }
      return values;
    }
  }

  /** The numbers of a tensor in single precision, row-major, whatever its strides. */
  public static float[] toFloats(Tensor tensor) {
    try (Scope scope = Scope.open()) {
      Tensor single = tensor.to(ScalarType.Float).contiguous();
      float[] values = new float[Math.toIntExact(single.numel())];
      if (values.length > 0) {
        single.data_ptr_float().get(values, 0, values.length);
      }
      return values;
    }
  }

  /** The numbers of a tensor, each rounded towards 0 to an int of 32 bits. */
  public static Tensor rounded(Tensor tensor) {
    return tensor.to(ScalarType.Int).contiguous();
  }

  /** Reads ints of a contiguous tensor from a place on, row-major, as many as there is room for. */
  public static void read(Tensor ints, long from, int[] into) {
    ints.data_ptr_int().position(from).get(into, 0, into.length);
  }

  /** Sizes of all axes. */
  public static long[] shape(Tensor tensor) {
    long[] shape = new long[(int) tensor.dim()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.size(i);
    }
    return shape;
  }

  /** Whether a tensor is in double precision. */
  public static boolean isDouble(Tensor tensor) {
    return tensor.scalar_type().intern() == ScalarType.Double; // natives make enums of their own
  }

  /** Whether two names stand for one tensor, and so for the same memory. */
  @SuppressWarnings("ReferenceEquality") // equal addresses may be of different times
  public static boolean isSame(Tensor one, Tensor other) {
    return one == other;
  }

  /** Euclidean norms over the given axes, which stay with size 1; absolute values over no axes. */
  public static Tensor norm(Tensor tensor, long... axes) {
    if (axes.length == 0) { // to libtorch that would mean all of them
      return tensor.abs();
    }
    return torch.linalg_vector_norm(tensor, constant(2), axes, true, SAME_TYPE);
  }

  /** Sums over the given axes; the tensor itself over no axes. */
  public static Tensor sum(Tensor tensor, boolean keepAxes, long... axes) {
    if (axes.length == 0) {
      return tensor;
    }
    return tensor.sum(axes, keepAxes, SAME_TYPE);
  }

  /** Sums over all axes but the first: {@code [K, ...] -> [K]}, each member on its own. */
  public static Tensor sumPerMember(Tensor tensor) {
    return sum(tensor.reshape(tensor.size(0), -1), false, 1);
  }

  /**
   * Whether no number of a contiguous tensor {@code [K, ...]} is larger than its member's limit
   * times {@code factor}; false if one is NaN.
   */
  public static boolean isAtMost(Tensor tensor, PerMember limits, double factor) {
    int each = Math.toIntExact(tensor.numel()) / limits.size();
    if (isDouble(tensor)) {
      double[] values = toDoubles(tensor);
      return IntStream.range(0, values.length)
          .allMatch(i -> values[i] <= limits.get(i / each) * factor);
    }
    float[] values = new float[each * limits.size()];
    tensor.data_ptr_float().get(values, 0, values.length);
    for (int k = 0; k < limits.size(); k++) {
      float limit = (float) (limits.get(k) * factor);
      for (int i = k * each; i < (k + 1) * each; i++) {
        if (!(values[i] <= limit)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void requireSize(Tensor tensor, int length) {
    if (tensor.numel() != length || !tensor.is_contiguous()) {
      throw new IllegalArgumentException(
          length + " numbers: expected a contiguous tensor of as many, got " + tensor.numel());
    }
  }

  /** The memory of a contiguous single-precision tensor; valid as long as the tensor is. */
  static FloatBuffer floats(Tensor tensor) {
    return new FloatPointer(tensor.data_ptr()).capacity(tensor.numel()).asBuffer();
  }

  /** The memory of a contiguous double-precision tensor; valid as long as the tensor is. */
  static DoubleBuffer doubles(Tensor tensor) {
    return new DoublePointer(tensor.data_ptr()).capacity(tensor.numel()).asBuffer();
  }
}
