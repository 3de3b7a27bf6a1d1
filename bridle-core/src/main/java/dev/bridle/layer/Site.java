package dev.bridle.layer;

import dev.bridle.population.Population;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Where a layer is built: the members whose weights it reads, and the rows its gradients go to.
 *
 * @param population owns the weights
 * @param gradient rows {@code [K, P]} that backward passes add to
 * @param carry by what the rows' old content is multiplied before a gradient is added: 0 for a
 *     fresh gradient, the momentum coefficient where the rows are the velocity itself
 * @param replicates which streams the members' noise comes from
 * @param strengths the numbers of each term of the recipe, by the term's place in it
 * @param batch how many rows a training batch has, B
 * @param arena where what outlives a step is kept
 */
public record Site(
    Population population,
    Tensor gradient,
    double carry,
    Replicates replicates,
    List<Strengths> strengths,
    int batch,
    Arena arena) {

  /** A site for evaluation: nothing random is live, and no gradients are ever written. */
  public static Site forEvaluation(Population population, List<Strengths> strengths, Arena arena) {
    Replicates none = Replicates.of(List.of());
    return new Site(population, population.trained(), 0, none, strengths, 1, arena);
  }

  /** How many members there are, K. */
  public int members() {
    return population.members();
  }

  /** The floating-point format. */
  public Precision precision() {
    return population.precision();
  }

  /**
   * The part of the gradient rows that belongs to a weight, a view that lives as long as the site.
   */
  public Tensor gradientOf(Weight weight) {
    return arena.keep(weight.partOf(gradient));
  }

  /**
   * Adds a gradient to its part of the gradient rows, after what was there has been multiplied by
   * {@link #carry}.
   *
   * @param part as given by {@link #gradientOf}
   */
  public void accumulate(Tensor part, Tensor gradient) {
    if (carry == 0) {
      part.copy_(gradient); // 0 times an old infinity would be NaN
    } else {
      part.mul_(Tensors.constant(carry)).add_(gradient);
    }
  }

  /** Memory for {@code [K, B, features]} that the training passes of one layer share. */
  public Activations activations(int features) {
    return new Activations(arena, precision(), members(), batch, features);
  }
}
