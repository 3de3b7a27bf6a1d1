package dev.bridle.optimizer;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Gradient descent with Nesterov's momentum: \( v_k \leftarrow \mu v_k + g_k, \; w_k \leftarrow w_k
 * - \eta_k (g_k + \mu v_k) \), in the form that takes gradients at the weights themselves, as
 * PyTorch and Keras. Nesterov 1983; Sutskever et al., ICML 2013, appendix.
 *
 * @param mu share of the velocity that is kept, in [0, 1)
 */
public record Nesterov(double mu) implements Rule {
  /** What a plan may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "nesterov",
          Kind.UPDATE_RULE,
          "Momentum that looks one step ahead.",
          "v <- mu v + g; w <- w - rate * (g + mu v)",
          List.of(Rule.rateParameter(), Momentum.MU),
          List.of(),
          "",
          Places.NONE,
          "Nesterov, Soviet Math. Doklady 27, 1983; Sutskever et al., ICML 2013");

  /** Checks the range of {@code mu}. */
  public Nesterov {
    Momentum.MU.check(mu);
  }

  @Override
  public UpdateRule build(Population population) {
    return new State(mu, population);
  }

  /** Nesterov's momentum at work. */
  private static final class State implements UpdateRule {

    private final Arena arena = new Arena();
    private final double mu;
    private final Tensor gradient;
    private final Tensor velocity;

    State(double mu, Population population) {
      long members = population.members();
      long width = population.layout().trained();
      this.mu = mu;
      this.gradient = arena.zeros(population.precision(), members, width);
      this.velocity = arena.zeros(population.precision(), members, width);
    }

    @Override
    public Tensor gradient() {
      return gradient;
    }

    @Override
    public Update bind(Weight part, Tensor rates, Arena parts) {
      Scalar share = Tensors.constant(mu);
      Tensor weights = part.value();
      Tensor g = parts.keep(part.partOf(gradient));
      Tensor v = parts.keep(part.partOf(velocity));
      return number -> {
        v.mul_(share).add_(g);
        g.add_(v, share);
        weights.addcmul_(g, rates, Tensors.constant(-1));
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
      return 3;
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
