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
import dev.bridle.tensor.RandomStream;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Alpha dropout, for SELU: each activation is set to the value that SELU saturates at, \( \alpha' =
 * -\lambda \alpha \approx -1.758 \), with probability p, and all are scaled and moved so that mean
 * 0 and variance 1 stay: \( y = a \, (x m + \alpha' (1-m)) + b, \; m \sim \mathrm{Bernoulli}(1-p)
 * \), with \( a = ((1-p)(1 + p \alpha'^2))^{-1/2} \) and \( b = -a p \alpha' \).
 *
 * <p>As PyTorch and Keras: the rate is the probability of dropping, and nothing happens at
 * evaluation. Mean and variance stay only where they are 0 and 1, that is behind SELU with LeCun's
 * initial weights on standardised inputs; behind other activations it is a noise like any other,
 * whose mean is not that of evaluation. {@code [K, B, F]}, a mask for each replicate, row and unit,
 * p in [0, 1) for each member; p = 0 changes no bit. Klambauer et al., NeurIPS 2017, section 2,
 * "New dropout technique".
 */
public final class AlphaDropout implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "alpha-dropout",
          Kind.DROPOUT,
          "Sets random activations to SELU's lowest value, keeping mean 0 and variance 1.",
          "y = a (x m + v (1 - m)) + b, v = -1.758, m = 1 with probability 1 - rate, else 0; a and"
              + " b keep mean 0 and variance 1; y = x at evaluation",
          List.of(Parameter.rate("rate", "probability of dropping an activation")),
          List.of(),
          "hidden",
          Places.ACTIVATIONS,
          "Klambauer et al., NeurIPS 2017, section 2");

  /** What SELU goes to for ever smaller inputs: its two constants multiplied, negative. */
  private static final double SATURATION = -1.0507009873554804935 * 1.6732632423543772848;

  @Override
  public Position position() {
    return Position.AFTER_ACTIVATION;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new AlphaNode(name, shape, term);
  }

  /** Alpha dropout at one place, as a value. */
  private record AlphaNode(String name, Shape shape, int term) implements Node {
    @Override
    public boolean trainingOnly() {
      return true;
    }

    @Override
    public Layer build(Site site) {
      return new AlphaLayer(this, site);
    }
  }

  /** Alpha dropout at work: y = slope x + offset, both of which the mask decides. */
  private static final class AlphaLayer implements Layer {
    private final String place;
    private final Replicates replicates;
    private final PerMember rates;
    private final MaskBuffer slopes;
    private final MaskBuffer offsets;
    private final Tensor slope;
    private final Tensor offset;
    private final Tensor output;

    AlphaLayer(AlphaNode node, Site site) {
      this.place = node.name();
      this.replicates = site.replicates();
      this.rates = site.strengths().get(node.term()).get("rate");
      Activations outputs = site.activations(node.outputs());
      int numbers = site.batch() * node.outputs();
      this.slopes = new MaskBuffer(site.arena(), site.precision(), site.members(), numbers);
      this.offsets = new MaskBuffer(site.arena(), site.precision(), site.members(), numbers);
      this.slope = site.arena().keep(outputs.ordered(slopes.tensor()));
      this.offset = site.arena().keep(outputs.ordered(offsets.tensor()));
      this.output = outputs.training();
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
      if (!pass.noisy()) {
        return input;
      }
      for (Replicates.Group group : replicates.groups()) {
        RandomStream stream = group.key().at(place).at(pass.step()).stream();
        slopes.draw(stream);
        offsets.draw(stream); // the same bits
        for (int k : group.members()) {
          write(k, rates.get(k));
        }
      }
      torch.mul_out(output, input, slope);
      output.add_(offset);
      return output;
    }

    private void write(int k, double rate) {
      double a = 1 / Math.sqrt((1 - rate) * (1 + rate * SATURATION * SATURATION));
      double b = rate == 0 ? -0.0 : -a * rate * SATURATION; // -0 is what changes no bit when added
      slopes.choose(k, rate, 0, a);
      offsets.choose(k, rate, a * SATURATION + b, b);
    }

    @Override
    public Tensor backward(Tensor gradient, boolean inputNeeded) {
      gradient.mul_(slope);
      return gradient;
    }
  }
}
