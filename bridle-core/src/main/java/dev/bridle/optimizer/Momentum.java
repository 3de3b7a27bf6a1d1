package dev.bridle.optimizer;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Gradient descent with momentum: \( v_k \leftarrow \mu v_k + g_k, \; w_k \leftarrow w_k - \eta_k
 * v_k \).
 *
 * <p>No dampening, as PyTorch; Keras puts the learning rate into the velocity, which is the same
 * while the rate is constant. Backward passes add straight into the velocity: there is no gradient
 * buffer. Polyak 1964; Sutskever et al., ICML 2013.
 *
 * @param mu share of the velocity that is kept, in [0, 1)
 */
public record Momentum(double mu) implements Rule {
  static final Parameter MU =
      Parameter.number("mu", "share of the velocity that is kept", Range.halfOpen(0, 1))
          .withFallback(0.9)
          .spaced(Parameter.Spacing.LINEAR);

  /** What a plan may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "momentum",
          Kind.UPDATE_RULE,
          "Moves every weight along a running sum of its gradients.",
          "v <- mu v + g; w <- w - rate * v",
          List.of(Rule.rateParameter(), MU),
          List.of(),
          "",
          Places.NONE,
          "Polyak, USSR Comp. Math. 4, 1964; Sutskever et al., ICML 2013");

  /** Checks the range of {@code mu}. */
  public Momentum {
    MU.check(mu);
  }

  @Override
  public UpdateRule build(Population population) {
    return new State(mu, population, false);
  }

  @Override
  public UpdateRule buildApart(Population population) {
    return new State(mu, population, true);
  }

  /** Momentum at work. */
  private static final class State implements UpdateRule {

    private final Arena arena = new Arena();
    private final double mu;
    private final Tensor velocity;
    private final Tensor gradient;
    private final boolean apart;

    State(double mu, Population population, boolean apart) {
      long members = population.members();
      long width = population.layout().trained();
      this.mu = mu;
      this.apart = apart;
      this.velocity = arena.zeros(population.precision(), members, width);
      this.gradient = apart ? arena.zeros(population.precision(), members, width) : velocity;
    }

    @Override
    public Tensor gradient() {
      return gradient;
    }

    @Override
    public double carry() {
      return apart ? 0 : mu;
    }

    @Override
    public Update bind(Weight part, Tensor rates, Arena parts) {
      Tensor weights = part.value();
      Tensor v = parts.keep(part.partOf(velocity));
      Tensor g = parts.keep(part.partOf(gradient));
      Tensor share = Tensors.factor(mu, velocity);
      return number -> {
        if (apart) {
          v.mul_(share).add_(g);
        }
        weights.addcmul_(v, rates, Tensors.constant(-1));
      };
    }

    @Override
    public Tensor pull(Weight weight, Tensor rates) {
      return rates.mul(Tensors.constant(1 / (1 - mu)));
    }

    @Override
    public List<Tensor> velocities() {
      return List.of(velocity);
    }

    @Override
    public int arrays() {
      return apart ? 3 : 2;
    }

    @Override
    public List<Tensor> state() {
      return List.of(velocity);
    }

    @Override
    public void close() {
      arena.close();
    }
  }
}
