package dev.bridle.testing;

import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.population.Role;
import dev.bridle.population.StateLayout;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Members of a population of one dense layer with drawn weights, a gradient of drawn numbers and
 * strengths: what a regularizer of weights is given. The views are those of a training, rows of one
 * flat state, not tensors of their own.
 */
public final class Family implements AutoCloseable {
  /** How many members the laws put together. */
  public static final List<Integer> SIZES = List.of(1, 2, 3, 7, 16);

  /** Shapes {@code [out, in]} whose sizes are no multiples of a vector register. */
  public static final List<List<Integer>> SHAPES =
      List.of(List.of(5, 3), List.of(17, 31), List.of(1, 1), List.of(1, 9), List.of(9, 1));

  private final Arena arena = new Arena();
  private final Population population;
  private final Map<String, PerMember> numbers;
  private final Tensor gradient;
  private final Strengths strengths;

  private Family(Population population, Map<String, PerMember> numbers) {
    this.population = population;
    this.numbers = new LinkedHashMap<>(numbers);
    this.gradient =
        arena.zeros(population.precision(), population.members(), population.layout().trained());
    this.strengths = new Strengths(numbers, population.precision(), arena);
  }

  /** The kernel {@code [out, in]} of the layer. */
  public static WeightSpec kernelSpec(List<Integer> shape) {
    return WeightSpec.kernel("layer", shape, Initial.ZERO);
  }

  /** Members with one number of each strength, with statistics that are to be remembered. */
  public static Family drawn(
      Precision precision,
      List<Integer> shape,
      Map<String, PerMember> numbers,
      int members,
      List<StatisticSpec> statistics) {
    WeightSpec bias = WeightSpec.vector("layer", Role.BIAS, shape.get(0), Initial.ZERO);
    StateLayout layout = StateLayout.of(List.of(kernelSpec(shape), bias), statistics);
    Family family = new Family(Population.zeros(layout, precision, members), numbers);
    for (int k = 0; k < members; k++) {
      Draw draw = Draw.of(100 + k);
      Packed.set(family.population, k, withAZero(draw.normals(layout.parameters())));
      double[] slopes = withAZero(draw.normals(layout.parameters()));
      Packed.write(family.population, family.gradient, k, slopes);
    }
    return family;
  }

  /** Members with one number of each strength. */
  public static Family drawn(
      Precision precision, List<Integer> shape, Map<String, PerMember> numbers, int members) {
    return drawn(precision, shape, numbers, members, List.of());
  }

  /**
   * Strengths of the given names, a different one for each name and member, around {@code base}.
   */
  public static Map<String, PerMember> around(double base, List<String> names, int members) {
    Map<String, PerMember> numbers = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      double[] values = new double[members];
      for (int k = 0; k < members; k++) {
        values[k] = base * (1 + 0.3 * k + 0.7 * i);
      }
      numbers.put(names.get(i), PerMember.of(values));
    }
    return numbers;
  }

  /** The same number for all names and members. */
  public static Map<String, PerMember> same(double value, List<String> names, int members) {
    Map<String, PerMember> numbers = new LinkedHashMap<>();
    names.forEach(name -> numbers.put(name, PerMember.same(value, members)));
    return numbers;
  }

  /** Member {@code k} by itself: its weights, statistics, gradient and strengths. */
  public Family alone(int k) {
    Map<String, PerMember> own = new LinkedHashMap<>();
    numbers.forEach((name, values) -> own.put(name, values.select(k)));
    Family alone = new Family(population.select(k), own);
    alone.gradient.copy_(gradient.narrow(0, k, 1));
    return alone;
  }

  /** The same members with other strengths. */
  public Family withStrengths(Map<String, PerMember> others) {
    int[] all = new int[members()];
    for (int k = 0; k < all.length; k++) {
      all[k] = k;
    }
    Family copy = new Family(population.select(all), others);
    copy.gradient.copy_(gradient);
    return copy;
  }

  /** Makes all numbers of member {@code k}, its weights and its gradient, NaN. */
  public void poison(int k) {
    double[] row = new double[population.layout().parameters()];
    Arrays.fill(row, Double.NaN);
    Packed.set(population, k, row);
    gradient.narrow(0, k, 1).fill_(Tensors.constant(Double.NaN));
  }

  /** Zeros are numbers with laws of their own: proximal steps make them, and must leave them. */
  private static double[] withAZero(double[] numbers) {
    numbers[numbers.length / 2] = 0;
    return numbers;
  }

  /** How many members there are. */
  public int members() {
    return population.members();
  }

  /** The floating-point format. */
  public Precision precision() {
    return population.precision();
  }

  /** The kernel, which knows its bias. */
  public Weight kernel() {
    return population.weight("layer.kernel");
  }

  /** The bias. */
  public Weight bias() {
    return population.weight("layer.bias");
  }

  /** The gradient of all weights, {@code [K, P]}. */
  public Tensor gradientRows() {
    return gradient;
  }

  /** The kernel's part of the gradient. */
  public Tensor gradient() {
    return kernel().partOf(gradient);
  }

  /** The strengths of all members. */
  public Strengths strengths() {
    return strengths;
  }

  /** All numbers of member {@code k}: its weights and statistics. */
  public double[] row(int k) {
    return population.row(k);
  }

  /** The weights of member {@code k}, without its statistics. */
  public double[] weights(int k) {
    return Arrays.copyOf(row(k), population.layout().trained());
  }

  /** All numbers of all members, one member after the other. */
  public List<double[]> rows() {
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < members(); k++) {
      rows.add(row(k));
    }
    return rows;
  }

  @Override
  public void close() {
    arena.close();
    population.close();
  }
}
