package dev.bridle.dropout;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Activations;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Woven;
import dev.bridle.population.Replicates;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.PerMember;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Dropout: each activation is set to 0 with probability p, else divided by 1 - p: \( y = x \cdot m
 * / (1-p), \; m \sim \mathrm{Bernoulli}(1-p) \).
 *
 * <p>Inverted scaling, as Keras and PyTorch: nothing happens at evaluation. The rate is the
 * probability of <em>dropping</em>, as in both; the source's p is the probability of keeping.
 * {@code [K, B, F]}, a mask for each replicate, row and unit, p in [0, 1) for each member; p = 0
 * changes no bit. The default place is behind each hidden dense activation. Srivastava et al., JMLR
 * 15, 2014, sections 4 and 10.
 */
public final class Dropout implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "dropout",
          Kind.DROPOUT,
          "Sets random activations to zero while training, so that units cannot rely on each other.",
          "y = x m / (1 - rate), m = 1 with probability 1 - rate, else 0; y = x at evaluation",
          List.of(Parameter.rate("rate", "probability of dropping an activation")),
          List.of(),
          "hidden",
          Places.ACTIVATIONS,
          "Srivastava et al., JMLR 15, 2014, sections 4 and 10");

  @Override
  public Position position() {
    return Position.AFTER_ACTIVATION;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new DropoutNode(name, shape, term);
  }

  /** Dropout at one place, as a value. */
  private record DropoutNode(String name, Shape shape, int term) implements Node {
    @Override
    public boolean trainingOnly() {
      return true;
    }

    @Override
    public Layer build(Site site) {
      return new DropoutLayer(this, site);
    }
  }

  /** Dropout at work. */
  private static final class DropoutLayer implements Layer {
    private final String place;
    private final Replicates replicates;
    private final PerMember rates;
    private final MaskBuffer factors;
    private final Tensor mask;
    private final Activations outputs;
    private boolean inPlace;

    DropoutLayer(DropoutNode node, Site site) {
      this.place = node.name();
      this.replicates = site.replicates();
      this.rates = site.strengths().get(node.term()).get("rate");
      this.factors =
          new MaskBuffer(
              site.arena(), site.precision(), site.members(), site.batch() * node.outputs());
      this.outputs = site.activations(node.outputs());
      this.mask = site.arena().keep(outputs.ordered(factors.tensor()));
    }

    @Override
    public void allowInPlace() {
      inPlace = true; // what is not written is memory that the cache need not hold
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
      if (!pass.noisy()) {
        return input;
      }
      for (Replicates.Group group : replicates.groups()) {
        factors.draw(group.key().at(place).at(pass.step()).stream());
        for (int k : group.members()) {
          factors.mask(k, rates.get(k));
        }
      }
      if (inPlace) {
        input.mul_(mask);
        return input;
      }
      Tensor output = outputs.training();
      torch.mul_out(output, input, mask);
      return output;
    }

    @Override
    public Tensor backward(Tensor gradient, boolean inputNeeded) {
      gradient.mul_(mask);
      return gradient;
    }
  }
}
