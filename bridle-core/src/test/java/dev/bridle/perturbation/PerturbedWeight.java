package dev.bridle.perturbation;

import dev.bridle.layer.Site;
import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.StateLayout;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import dev.bridle.testing.Draw;
import dev.bridle.testing.Packed;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** One weight of some members, and a perturbation at work on it. */
final class PerturbedWeight implements AutoCloseable {
  private final Arena arena = new Arena();
  private final Population population;
  private final Perturbation.Bound bound;

  private PerturbedWeight(
      Perturbation perturbation,
      Population population,
      Map<String, PerMember> numbers,
      List<Key> keys) {
    this.population = population;
    Precision precision = population.precision();
    Strengths strengths = new Strengths(numbers, precision, arena);
    Tensor rows = arena.zeros(precision, Tensors.shape(population.trained()));
    Site site = new Site(population, rows, 0, Replicates.of(keys), List.of(strengths), 1, arena);
    this.bound = perturbation.bind(weight(), strengths, site);
  }

  /** A kernel with drawn numbers, other ones for each member. */
  static PerturbedWeight drawn(
      Perturbation perturbation,
      Precision precision,
      List<Integer> shape,
      Map<String, PerMember> numbers,
      List<Key> keys) {
    Population population = population("layer", precision, shape, keys.size());
    for (int k = 0; k < keys.size(); k++) {
      Packed.set(population, k, Draw.of(50 + k).normals(population.layout().parameters()));
    }
    return new PerturbedWeight(perturbation, population, numbers, keys);
  }

  /** A kernel of one layer whose numbers are all the same, 52,700 for each member. */
  static PerturbedWeight level(
      Perturbation perturbation,
      String layer,
      double level,
      Map<String, PerMember> numbers,
      List<Key> keys) {
    List<Integer> shape = List.of(170, 310);
    Population population = population(layer, Precision.FLOAT64, shape, keys.size());
    population.weights().get(0).value().fill_(Tensors.constant(level));
    return new PerturbedWeight(perturbation, population, numbers, keys);
  }

  private static Population population(
      String layer, Precision precision, List<Integer> shape, int members) {
    WeightSpec kernel = WeightSpec.kernel(layer, shape, Initial.ZERO);
    return Population.zeros(StateLayout.of(List.of(kernel), List.of()), precision, members);
  }

  /** Member {@code k} by itself. */
  PerturbedWeight alone(
      Perturbation perturbation, int k, Map<String, PerMember> numbers, List<Key> keys) {
    return new PerturbedWeight(perturbation, population.select(k), numbers, List.of(keys.get(k)));
  }

  Weight weight() {
    return population.weights().get(0);
  }

  /** The change at work. */
  Perturbation.Bound bound() {
    return bound;
  }

  /** The weight as a pass of that step sees it; it is put back. */
  Tensor seen(long step) {
    Tensor before = weight().value().clone();
    bound.apply(step);
    Tensor seen = weight().value().clone();
    weight().value().copy_(before);
    return seen;
  }

  @Override
  public void close() {
    arena.close();
    population.close();
  }
}
