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
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Gaussian dropout: each activation is multiplied by a normal number of mean 1, with the variance
 * that the factors of dropout have: \( y = x \, (1 + s \varepsilon), \; s^2 = p / (1-p), \;
 * \varepsilon \sim N(0, 1) \).
 *
 * <p>The rate means what it means for {@link Dropout} and for Keras's layer of this name, though
 * nothing is dropped: 0.5 gives a standard deviation of 1. The source writes s² = (1-p)/p, since
 * its p is the probability of keeping. Factors may be negative. Nothing happens at evaluation.
 * {@code [K, B, F]}, noise for each replicate, row and unit, p in [0, 1) for each member; p = 0
 * changes no bit. Srivastava et al., JMLR 15, 2014, section 10.
 */
public final class GaussianDropout implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "gaussian-dropout",
          Kind.DROPOUT,
          "Multiplies activations by normal noise around 1 while training: dropout without zeros.",
          "y = x (1 + s e), s^2 = rate / (1 - rate), e normal with mean 0 and variance 1; y = x at"
              + " evaluation",
          List.of(Parameter.rate("rate", "drop rate of the dropout that has the same variance")),
          List.of(),
          "hidden",
          Places.ACTIVATIONS,
          "Srivastava et al., JMLR 15, 2014, section 10");

  @Override
  public Position position() {
    return Position.AFTER_ACTIVATION;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new GaussianNode(name, shape, term);
  }

  /** Gaussian dropout at one place, as a value. */
  private record GaussianNode(String name, Shape shape, int term) implements Node {
    @Override
    public boolean trainingOnly() {
      return true;
    }

    @Override
    public Layer build(Site site) {
      return new GaussianLayer(this, site);
    }
  }

  /** Gaussian dropout at work. */
  private static final class GaussianLayer implements Layer {
    private static final Scalar ONE = Tensors.constant(1);

    private final String place;
    private final Replicates replicates;
    private final MaskBuffer buffer;
    private final Tensor deviations;
    private final Tensor factors;
    private final Tensor output;

    GaussianLayer(GaussianNode node, Site site) {
      this.place = node.name();
      this.replicates = site.replicates();
      this.buffer =
          new MaskBuffer(
              site.arena(), site.precision(), site.members(), site.batch() * node.outputs());
      PerMember rates = site.strengths().get(node.term()).get("rate");
      this.deviations = site.arena().keep(deviations(rates).tensor(site.precision(), 2));
      Activations outputs = site.activations(node.outputs());
      this.factors = site.arena().keep(outputs.ordered(buffer.tensor()));
      this.output = outputs.training();
    }

    private static PerMember deviations(PerMember rates) {
      return PerMember.of(
          IntStream.range(0, rates.size())
              .mapToDouble(rates::get)
              .map(rate -> Math.sqrt(rate / (1 - rate)))
              .toArray());
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
      if (!pass.noisy()) {
        return input;
      }
      for (Replicates.Group group : replicates.groups()) {
        buffer.normals(group.key().at(place).at(pass.step()).stream(), group.members());
      }
      // product and sum apart: fused, they would round by the number of members
      buffer.tensor().mul_(deviations).add_(ONE);
      torch.mul_out(output, input, factors);
      return output;
    }

    @Override
    public Tensor backward(Tensor gradient, boolean inputNeeded) {
      gradient.mul_(factors);
      return gradient;
    }
  }
}
