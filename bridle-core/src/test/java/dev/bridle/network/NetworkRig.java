package dev.bridle.network;

import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;

/** A compiled network at work on members with their initial weights, and its gradient rows. */
final class NetworkRig implements AutoCloseable {
  private final Arena arena = new Arena();
  private final CompiledNetwork compiled;
  private final List<Key> keys;
  private final int batch;
  private final Population population;
  private final Tensor rows;
  private final Network network;

  private NetworkRig(CompiledNetwork compiled, Population population, List<Key> keys, int batch) {
    this.compiled = compiled;
    this.keys = keys;
    this.batch = batch;
    this.population = population;
    this.rows = arena.zeros(population.precision(), keys.size(), population.layout().trained());
    this.network = Network.forTraining(compiled, site(rows));
  }

  /** Members of a replicate each. */
  static NetworkRig of(CompiledNetwork compiled, Precision precision, int members, int batch) {
    List<Key> keys = new ArrayList<>();
    for (int k = 0; k < members; k++) {
      keys.add(Key.of(3).at(k));
    }
    Population population = Population.initial(compiled.layout(List.of()), precision, keys);
    return new NetworkRig(compiled, population, keys, batch);
  }

  /** Member {@code k} by itself. */
  NetworkRig alone(int k) {
    return new NetworkRig(compiled, population.select(k), List.of(keys.get(k)), batch);
  }

  /** What the members say in a pass. */
  Tensor forward(Tensor input, Pass pass) {
    return network.forward(input, pass).clone();
  }

  /** The gradients of all weights, after a training pass. */
  Tensor backward(Tensor gradient) {
    network.backward(gradient.clone());
    return rows.clone();
  }

  /** What the trained network says, without what is there in training only. */
  Tensor evaluate(Tensor input) {
    List<Strengths> strengths = strengths();
    Network trained =
        Network.forEvaluation(compiled, Site.forEvaluation(population, strengths, arena));
    return trained.forward(input, Pass.EVALUATION).clone();
  }

  /** The members. */
  Population population() {
    return population;
  }

  private Site site(Tensor gradient) {
    Replicates replicates = Replicates.of(keys);
    return new Site(population, gradient, 0, replicates, strengths(), batch, arena);
  }

  private List<Strengths> strengths() {
    List<Strengths> strengths = new ArrayList<>();
    for (Term term : compiled.recipe().terms()) {
      Map<String, PerMember> numbers =
          term.numbers().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, e -> PerMember.same(e.getValue(), keys.size())));
      strengths.add(new Strengths(numbers, population.precision(), arena));
    }
    return strengths;
  }

  @Override
  public void close() {
    arena.close();
    population.close();
  }
}
