package dev.bridle.train;

import dev.bridle.layer.Site;
import dev.bridle.perturbation.Sharpness;
import dev.bridle.population.Population;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * The way to the highest loss nearby and back, for recipes that take their gradient there. The
 * first of two passes leaves nothing behind but the way: velocity and running statistics are as
 * before.
 */
final class Ascent {
  private final Sharpness sharpness;
  private final Strengths strengths;
  private final Population population;
  private final Tensor gradient;
  private final double carry;
  private final Tensor start;
  private final Tensor velocity;

  private Ascent(Sharpness sharpness, Strengths strengths, Site site) {
    this.sharpness = sharpness;
    this.strengths = strengths;
    this.population = site.population();
    this.gradient = site.gradient();
    this.carry = site.carry();
    this.start = site.arena().zeros(site.precision(), Tensors.shape(population.state()));
    this.velocity = site.arena().zeros(site.precision(), Tensors.shape(gradient));
  }

  /** The one that a recipe asks for, if it does. */
  static Optional<Ascent> of(List<BoundTerm> terms, Site site) {
    return terms.stream()
        .filter(term -> term.regularizer() instanceof Sharpness)
        .map(term -> new Ascent((Sharpness) term.regularizer(), term.strengths(), site))
        .findFirst();
  }

  /** Before the first pass. */
  void begin() {
    start.copy_(population.state());
    velocity.copy_(gradient);
  }

  /** After the first pass: the weights are where the second is made. */
  void climb() {
    population.state().copy_(start);
    if (carry == 0) {
      sharpness.climb(population.trained(), gradient, strengths);
    } else { // the rows are c times the velocity plus the gradient
      Tensor slope = gradient.sub(velocity.mul(Tensors.constant(carry)));
      sharpness.climb(population.trained(), slope, strengths);
    }
    gradient.copy_(velocity);
  }

  /** After the second pass: weights are what they were, gradient and statistics its own. */
  void comeBack() {
    population.trained().copy_(start.narrow(1, 0, population.layout().trained()));
  }
}
