package dev.bridle.golden;

import dev.bridle.layer.Site;
import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.Role;
import dev.bridle.population.StateLayout;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.bytedeco.pytorch.Tensor;

/**
 * A population in which one member, ours, has the numbers of a case, and the others, if any, have
 * other weights, inputs and strengths.
 */
final class Company implements AutoCloseable {
  /** The replicate that ours belongs to. */
  static final Key REPLICATE = Key.of(2026);

  private final Arena arena = new Arena();
  private final List<Population> populations = new ArrayList<>();
  private final Precision precision;
  private final double[] sizes;
  private final double[] shares;
  private final int ours;

  private Company(Precision precision, int ours, double[] sizes, double[] shares) {
    this.precision = precision;
    this.ours = ours;
    this.sizes = sizes;
    this.shares = shares;
  }

  /** Nobody but ours. */
  static Company alone(Precision precision) {
    return new Company(precision, 0, new double[] {1}, new double[] {1});
  }

  /** Ours as the second of three. */
  static Company ofThree(Precision precision) {
    return new Company(precision, 1, new double[] {0.5, 1, -1.5}, new double[] {0.5, 1, 1.25});
  }

  Precision precision() {
    return precision;
  }

  int members() {
    return sizes.length;
  }

  Arena arena() {
    return arena;
  }

  /** {@code [K, ...]}: the given numbers for ours, multiples of them for the others. */
  Tensor tensor(GoldenArray array) {
    double[] all = new double[members() * array.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = array.get(i % array.size()) * sizes[i / array.size()];
    }
    return Tensors.of(precision, all, with(members(), array.shape()));
  }

  /** {@code [1, ...]}: the same for all. */
  Tensor shared(GoldenArray array) {
    return Tensors.of(precision, array.data(), with(1, array.shape()));
  }

  /** What {@code [K, ...]} says of ours. */
  GoldenArray ours(Tensor tensor) {
    long[] shape = Tensors.shape(tensor);
    double[] data = Tensors.toDoubles(tensor.select(0, ours));
    return GoldenArray.of(data, Arrays.copyOfRange(shape, 1, shape.length));
  }

  /** What ours got out of one number each. */
  double ours(double[] perMember) {
    return perMember[ours];
  }

  /** The given strength for ours, a smaller and a larger one for the others. */
  PerMember strength(double value) {
    return PerMember.of(Arrays.stream(shares).map(share -> share * value).toArray());
  }

  /** Strengths by name, as {@link #strength}. */
  Strengths strengths(Map<String, Double> values) {
    Map<String, PerMember> perMember = new HashMap<>();
    values.forEach((name, value) -> perMember.put(name, strength(value)));
    return new Strengths(perMember, precision, arena);
  }

  /**
   * One recipe for each member.
   *
   * @param text the recipe whose strengths are multiplied by the number given, 1 for ours
   */
  List<Recipe> recipes(DoubleFunction<String> text) {
    return Arrays.stream(shares).mapToObj(text).map(Recipe::parse).toList();
  }

  /** A population of the given weights, all 0; closed together with the company. */
  Population population(List<WeightSpec> weights, List<StatisticSpec> statistics) {
    Population population =
        Population.zeros(StateLayout.of(weights, statistics), precision, members());
    populations.add(population);
    return population;
  }

  /** A kernel with the given numbers, knowing a bias of as many numbers as it has units. */
  Weight kernel(GoldenArray w, GoldenArray bias, WeightSpec spec) {
    WeightSpec ofBias = WeightSpec.vector(spec.layer(), Role.BIAS, bias.size(), spec.initial());
    Population population = population(List.of(spec, ofBias), List.of());
    population.weight(ofBias.name()).value().copy_(tensor(bias));
    Weight kernel = population.weight(spec.name());
    kernel.value().copy_(tensor(w));
    return kernel;
  }

  /**
   * Where a layer is built that reads the weights of a population; members behind ours have
   * replicates of their own.
   */
  Site site(Population population, Strengths strengths, int batch) {
    List<Key> keys = new ArrayList<>();
    for (int k = 0; k < members(); k++) {
      keys.add(k > ours ? REPLICATE.at(k) : REPLICATE);
    }
    Tensor gradient = arena.zeros(precision, members(), population.layout().trained());
    return new Site(population, gradient, 0, Replicates.of(keys), List.of(strengths), batch, arena);
  }

  @Override
  public void close() {
    populations.forEach(Population::close);
    arena.close();
  }

  private static long[] with(int first, long[] shape) {
    long[] longer = new long[shape.length + 1];
    longer[0] = first;
    System.arraycopy(shape, 0, longer, 1, shape.length);
    return longer;
  }
}
