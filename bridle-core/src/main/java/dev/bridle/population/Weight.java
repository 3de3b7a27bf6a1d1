package dev.bridle.population;

import dev.bridle.tensor.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<String, Tensor> remembered;

  private Weight(
      WeightSpec spec,
      int offset,
      Tensor value,
      Optional<Weight> bias,
      Map<String, Tensor> remembered) {
    this.spec = spec;
    this.offset = offset;
    this.value = value;
    this.bias = bias;
    this.remembered = remembered;
  }

  /** The weight of that declaration at that offset of rows {@code [K, P]}. */
  static Weight of(WeightSpec spec, int offset, Tensor rows, Arena arena) {
    Tensor value = arena.keep(view(rows, offset, spec.shape()));
    return new Weight(spec, offset, value, Optional.empty(), Map.of());
  }

  /** A weight {@code [K, ...]} by itself, outside a population. */
  public static Weight of(WeightSpec spec, Tensor value) {
    return new Weight(spec, 0, value, Optional.empty(), Map.of());
  }

  /** A kernel {@code [K, ...]} by itself, for tests and for use outside a population. */
  public static Weight kernel(Tensor value) {
    List<Integer> shape =
        IntStream.range(1, (int) value.dim()).mapToObj(i -> (int) value.size(i)).toList();
    return of(WeightSpec.kernel("layer", shape, Initial.ZERO), value);
  }

  /** The same declaration with other numbers {@code [K, ...]}. */
  public Weight withValue(Tensor other) {
    return new Weight(spec, offset, other, bias, remembered);
  }

  /** The same weight, knowing the bias {@code [K, units]} of its units. */
  public Weight withBias(Weight bias) {
    return new Weight(spec, offset, value, Optional.of(bias), remembered);
  }

  /** The same weight, knowing the norms {@code [K, n]} that its vectors had at the start. */
  public Weight withInitialNorm(Tensor norms) {
    return withRemembered(Population.INITIAL_NORM, norms);
  }

  /** The same weight, knowing what a constraint remembers of it, {@code [K, n]}, by its name. */
  public Weight withRemembered(String what, Tensor numbers) {
    Map<String, Tensor> more = new HashMap<>(remembered);
    more.put(what, numbers);
    return new Weight(spec, offset, value, bias, Map.copyOf(more));
  }

  /**
   * Some of the units of this weight, {@code [K, to - from, ...]}, with their biases and what is
   * remembered of them, one number each.
   *
   * @param from a unit that starts at a multiple of {@link StateLayout#ALIGNMENT}
   * @param rows the state that this weight is a view of
   */
  public Weight units(int from, int to, Tensor rows, Arena arena) {
    int each = spec.fanIn();
    List<Integer> shape = new ArrayList<>(spec.shape());
    shape.set(spec.unitAxis(), to - from);
    WeightSpec part =
        new WeightSpec(
            spec.layer(), spec.role(), shape, spec.unitAxis(), spec.inputAxis(), spec.initial());
    Weight units = of(part, offset + from * each, rows, arena);
    Map<String, Tensor> own = new HashMap<>();
    remembered.forEach(
        (what, n) -> own.put(what, n.size(1) == 1 ? n : arena.keep(n.narrow(1, from, to - from))));
    return new Weight(
        part,
        units.offset,
        units.value,
        bias.map(b -> b.units(from, to, rows, arena)),
        Map.copyOf(own));
  }

  /**
   * The same numbers in as few vectors {@code [K, n]} as possible, padding included, for what acts
   * on single numbers: weights that lie side by side are joined and take one pass.
   *
   * @param rows the state that the weights are views of
   */
  public static List<Weight> joined(List<Weight> weights, Tensor rows, Arena arena) {
    List<Weight> sorted =
        weights.stream().sorted(Comparator.comparingInt((Weight w) -> w.offset)).toList();
    List<Weight> blocks = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i - 1).end() != sorted.get(i).offset) {
        blocks.add(block(sorted.get(start), sorted.get(i - 1), rows, arena));
        start = i;
      }
    }
    return blocks;
  }

  private static Weight block(Weight first, Weight last, Tensor rows, Arena arena) {
    int size = last.end() - first.offset;
    WeightSpec spec = WeightSpec.vector("block", first.spec.role(), size, Initial.ZERO);
    return of(spec, first.offset, rows, arena);
  }

  /** Where the next weight may start. */
  private int end() {
    return StateLayout.align(offset + spec.size());
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
    return remembered(Population.INITIAL_NORM);
  }

  /** What somebody asked to remember under this name, {@code [K, n]}. */
  public Optional<Tensor> remembered(String what) {
    return Optional.ofNullable(remembered.get(what));
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
