package dev.bridle.optimizer;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.population.Population;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Stochastic gradient descent: \( w_k \leftarrow w_k - \eta_k g_k \). Robbins and Monro 1951. */
public record Sgd() implements Rule {
  /** What a plan may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "sgd",
          Kind.UPDATE_RULE,
          "Moves every weight against its gradient.",
          "w <- w - rate * g",
          List.of(Rule.rateParameter()),
          List.of(),
          "",
          Places.NONE,
          "Robbins and Monro, Annals of Mathematical Statistics 22, 1951");

  @Override
  public UpdateRule build(Population population) {
    return new State(population);
  }

  /** Gradient descent at work. */
  private static final class State implements UpdateRule {

    private final Arena arena = new Arena();
    private final Tensor gradient;

    State(Population population) {
      gradient =
          arena.zeros(population.precision(), population.members(), population.layout().trained());
    }

    @Override
    public Tensor gradient() {
      return gradient;
    }

    @Override
    public Update bind(Weight part, Tensor rates, Arena parts) {
      Tensor weights = part.value();
      Tensor own = parts.keep(part.partOf(gradient));
      return number -> weights.addcmul_(own, rates, Tensors.constant(-1));
    }

    @Override
    public Tensor pull(Weight weight, Tensor rates) {
      return rates;
    }

    @Override
    public int arrays() {
      return 2;
    }

    @Override
    public List<Tensor> state() {
      return List.of();
    }

    @Override
    public void close() {
      arena.close();
    }
  }
}
