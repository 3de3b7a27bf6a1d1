package dev.bridle.population;

import dev.bridle.tensor.Arena;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * One weight of all members of a population, a view {@code [K, ...]} of its flat state: what
 * penalties, decays and constraints act on.
 */
public final class Weight {
  private final WeightSpec spec;
  private final int offset;
  private final Tensor value;
  private final Optional<Weight> bias;
  private final Optional<Tensor> initialNorm;

  private Weight(
      WeightSpec spec,
      int offset,
      Tensor value,
      Optional<Weight> bias,
      Optional<Tensor> initialNorm) {
    this.spec = spec;
    this.offset = offset;
    this.value = value;
    this.bias = bias;
    this.initialNorm = initialNorm;
  }

  /** The weight of that declaration at that offset of rows {@code [K, P]}. */
  static Weight of(WeightSpec spec, int offset, Tensor rows, Arena arena) {
    Tensor value = arena.keep(view(rows, offset, spec.shape()));
    return new Weight(spec, offset, value, Optional.empty(), Optional.empty());
  }

  /** A kernel {@code [K, ...]} by itself, for tests and for use outside a population. */
  public static Weight kernel(Tensor value) {
    List<Integer> shape =
        IntStream.range(1, (int) value.dim()).mapToObj(i -> (int) value.size(i)).toList();
    WeightSpec spec = WeightSpec.kernel("layer", shape, Initial.ZERO);
    return new Weight(spec, 0, value, Optional.empty(), Optional.empty());
  }

  /** The same declaration with other numbers {@code [K, ...]}. */
  public Weight withValue(Tensor other) {
    return new Weight(spec, offset, other, bias, initialNorm);
  }

  /** The same weight, knowing the bias {@code [K, units]} of its units. */
  public Weight withBias(Weight bias) {
    return new Weight(spec, offset, value, Optional.of(bias), initialNorm);
  }

  /** The same weight, knowing the norms {@code [K, n]} that its vectors had at the start. */
  public Weight withInitialNorm(Tensor norms) {
    return new Weight(spec, offset, value, bias, Optional.of(norms));
  }

  /**
   * Weights that lie side by side as one {@code [K, n]}: what acts on single numbers then takes one
   * pass.
   */
  static Weight block(List<Weight> adjacent, Tensor rows, Arena arena) {
    if (adjacent.size() == 1) {
      return adjacent.get(0);
    }
    Weight first = adjacent.get(0);
    int size = adjacent.stream().mapToInt(w -> w.spec.size()).sum();
    WeightSpec spec = WeightSpec.vector("block", first.spec.role(), size, Initial.ZERO);
    return of(spec, first.offset, rows, arena);
  }

  /** What its layer declares about it. */
  public WeightSpec spec() {
    return spec;
  }

  /** The numbers of all members, {@code [K, ...]}; changing them changes the networks. */
  public Tensor value() {
    return value;
  }

  /** How many members there are, K. */
  public int members() {
    return (int) value.size(0);
  }

  /** The bias of the same units, if they have one. */
  public Optional<Weight> bias() {
    return bias;
  }

  /**
   * The norms {@code [K, n]} its vectors had at the start, where somebody asked to remember them.
   */
  public Optional<Tensor> initialNorm() {
    return initialNorm;
  }

  /**
   * The part of other rows {@code [K, P]}, a gradient or a velocity, that belongs to this weight.
   */
  public Tensor partOf(Tensor rows) {
    return view(rows, offset, spec.shape());
  }

  /** The axes of {@code value()} that make up one unit's incoming vector. */
  public long[] incomingAxes() {
    return axesWithout(spec.unitAxis());
  }

  /** The axes of {@code value()} that make up what one input sends out. */
  public long[] outgoingAxes() {
    return axesWithout(spec.inputAxis());
  }

  /** All axes of {@code value()} but that of the members. */
  public long[] allAxes() {
    return axesWithout(-1);
  }

  private long[] axesWithout(int axis) {
    return LongStream.rangeClosed(1, spec.shape().size()).filter(i -> i != axis + 1).toArray();
  }

  private static Tensor view(Tensor rows, int offset, List<Integer> shape) {
    long[] sizes = new long[shape.size() + 1];
    long[] strides = new long[sizes.length];
    long stride = 1;
    for (int i = shape.size(); i > 0; i--) {
      sizes[i] = shape.get(i - 1);
      strides[i] = stride;
      stride *= sizes[i];
    }
    sizes[0] = rows.size(0);
    strides[0] = rows.stride(0);
    return rows.as_strided(sizes, strides, new LongOptional(rows.storage_offset() + offset));
  }

  @Override
  public String toString() {
    return spec.name() + " " + Arrays.toString(new int[] {members()}) + spec.shape();
  }
}
