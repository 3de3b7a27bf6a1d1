package dev.bridle.perturbation;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Site;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * DropConnect: each weight is 0 with probability p for the length of a pass, else divided by 1 - p:
 * \( y = x (W \circ m / (1-p))^\top + b, \; m \sim \mathrm{Bernoulli}(1-p) \).
 *
 * <p>One mask a step, for all rows of the batch (the source draws one for each row, which costs a
 * product for each). Inverted scaling, so that evaluation uses the weights as they are; the source
 * draws from a normal approximation there, and Deeplearning4j leaves the factor out, which gives
 * training and evaluation different scales. Biases are left alone, in training and at evaluation.
 * Kernels {@code [K, out, in]}, masks by replicate, weight and step, p in [0, 1) for each member; p
 * = 0 changes no bit. Wan et al., ICML 2013, section 3.
 */
public final class DropConnect implements Perturbation {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "drop-connect",
          Kind.DROPOUT,
          "Sets random weights to zero while training, so that no connection is relied on.",
          "y = x (W m / (1 - rate))^T + b, m = 1 with probability 1 - rate, else 0; W itself at"
              + " evaluation",
          List.of(Parameter.rate("rate", "probability of dropping a weight")),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Wan et al., ICML 2013, section 3");

  @Override
  public Bound bind(Weight weight, Strengths strengths, Site site) {
    return new Masked(weight, strengths.get("rate"), site);
  }

  /** DropConnect at work. */
  private static final class Masked implements Bound {
    private final String place;
    private final Replicates replicates;
    private final PerMember rates;
    private final MaskBuffer buffer;
    private final Tensor weight;
    private final Tensor factors;

    Masked(Weight weight, PerMember rates, Site site) {
      this.place = weight.spec().name() + "/" + DECLARATION.name();
      this.replicates = site.replicates();
      this.rates = rates;
      this.weight = weight.value();
      this.buffer =
          new MaskBuffer(site.arena(), site.precision(), site.members(), weight.spec().size());
      this.factors = site.arena().keep(buffer.tensor().view(Tensors.shape(this.weight)));
    }

    @Override
    public void apply(long step) {
      for (Replicates.Group group : replicates.groups()) {
        buffer.draw(group.key().at(place).at(step).stream());
        for (int k : group.members()) {
          buffer.mask(k, rates.get(k));
        }
      }
      weight.mul_(factors);
    }

    @Override
    public Optional<Tensor> slopes() {
      return Optional.of(factors);
    }
  }
}
