package dev.bridle.network;

import dev.bridle.dropout.MonteCarlo;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.recipe.Term;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bytedeco.pytorch.Tensor;

/**
 * A network that predicts with masks and noise live. All members see the same masks, which depend
 * on nothing but the place of a row among those predicted together and the number of the pass.
 */
public final class Sampler {
  /** What the masks of an evaluation are a function of. */
  public static final long SEED = 0;

  private final Network network;
  private final Population population;

  /**
   * A sampler of the members of a population.
   *
   * @param seed what masks are a function of, besides a row's place and the pass
   * @param strengths the numbers of each term of the recipe, by its place in it
   */
  public Sampler(
      CompiledNetwork compiled,
      Population population,
      long seed,
      List<Strengths> strengths,
      Arena arena) {
    Key masks = Key.of(seed).at(MonteCarlo.DECLARATION.name());
    Replicates one = Replicates.of(Collections.nCopies(population.members(), masks));
    Site site =
        new Site(
            population, population.trained(), 0, one, strengths, Network.EVALUATION_ROWS, arena);
    this.network = Network.forTraining(compiled, site);
    this.population = population;
  }

  /** How many passes each member makes, where the recipe asks for any. */
  public static Optional<PerMember> passes(CompiledNetwork compiled, List<Strengths> strengths) {
    List<Term> terms = compiled.recipe().terms();
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).name().equals(MonteCarlo.DECLARATION.name())) {
        return Optional.of(strengths.get(i).get(MonteCarlo.PASSES));
      }
    }
    return Optional.empty();
  }

  /**
   * Predicts some rows several times.
   *
   * @param inputs {@code [1 or K, n, F]}, n at most {@link #room}
   * @param first the place of the first of them among all rows, from 0
   * @param use is given the number of the pass and the outputs {@code [K, n, O]}
   */
  public void each(Tensor inputs, long first, int passes, BiConsumer<Integer, Tensor> use) {
    long rows = inputs.size(1);
    long before = first % Network.EVALUATION_ROWS;
    long piece = first / Network.EVALUATION_ROWS;
    Tensor padded = padded(before, inputs);
    for (int pass = 0; pass < passes; pass++) {
      try (Scope scope = Scope.open()) {
        Pass sampling = Pass.sampling(piece * Integer.MAX_VALUE + pass);
        use.accept(pass, network.forward(padded, sampling).narrow(1, before, rows));
      }
    }
  }

  /** How many rows from a place on are predicted at once. */
  public static int room(long first) {
    return Network.EVALUATION_ROWS - (int) (first % Network.EVALUATION_ROWS);
  }

  /** As many rows as masks are made for, zeros before and behind those given. */
  private Tensor padded(long before, Tensor inputs) {
    long rows = inputs.size(1);
    if (rows == Network.EVALUATION_ROWS) {
      return inputs;
    }
    long width = inputs.size(2);
    Tensor padded =
        Tensors.empty(population.precision(), inputs.size(0), (long) Network.EVALUATION_ROWS, width)
            .fill_(Tensors.constant(0));
    padded.narrow(1, before, rows).copy_(inputs);
    return padded;
  }
}
