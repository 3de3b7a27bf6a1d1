package dev.bridle.noise;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Site;
import dev.bridle.layer.Woven;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.MaskBuffer;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Normal noise on the inputs: \( x' = x + \sigma \varepsilon, \; \varepsilon \sim N(0, 1) \).
 *
 * <p>In units of each feature's standard deviation, since inputs are standardised before they come
 * here (a plan with {@code unscaled} inputs: in their own units). {@code [K, B, F]}, fresh noise
 * for each replicate, row and step, \( \sigma \ge 0 \) for each member; 0 changes no bit. For small
 * noise about the same as a penalty on the network's Jacobian. As Keras's {@code GaussianNoise},
 * which however refuses 1.5. Bishop, Neural Computation 7, 1995, section 2.
 */
public final class InputNoise implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "input-noise",
          Kind.NOISE,
          "Adds normal noise to the inputs while training, so that close inputs give close outputs.",
          "x' = x + sigma e, e normal with mean 0 and variance 1; x' = x at evaluation",
          List.of(
              Parameter.number(
                      "sigma",
                      "standard deviation, in units of each feature's own",
                      Range.atLeast(0))
                  .absentAt(0)),
          List.of(),
          "input",
          Places.INPUT,
          "Bishop, Neural Computation 7, 1995, section 2");

  @Override
  public Position position() {
    return Position.INPUT;
  }

  @Override
  public Node node(String name, int features, int term) {
    return new NoiseNode(name, features, term);
  }

  /** Noise at one place, as a value. */
  private record NoiseNode(String name, int outputs, int term) implements Node {
    @Override
    public boolean trainingOnly() {
      return true;
    }

    @Override
    public Layer build(Site site) {
      return new NoiseLayer(this, site);
    }
  }

  /** Noise at work. */
  private static final class NoiseLayer implements Layer {
    private final String place;
    private final Replicates replicates;
    private final MaskBuffer buffer;
    private final Tensor noise;
    private final Tensor sigma;
    private final Tensor output;

    NoiseLayer(NoiseNode node, Site site) {
      Strengths strengths = site.strengths().get(node.term());
      this.place = node.name();
      this.replicates = site.replicates();
      this.buffer =
          new MaskBuffer(
              site.arena(), site.precision(), site.members(), site.batch() * node.outputs());
      this.output =
          site.arena().zeros(site.precision(), site.members(), site.batch(), node.outputs());
      this.noise = site.arena().keep(buffer.tensor().view_as(output));
      this.sigma = strengths.of("sigma", noise);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
      if (!pass.training()) {
        return input;
      }
      for (Replicates.Group group : replicates.groups()) {
        buffer.normals(group.key().at(place).at(pass.step()).stream(), group.members());
      }
      // product and sum apart: fused, they would round by the number of members
      torch.mul_out(output, noise, sigma);
      return output.add_(input);
    }

    @Override
    public Tensor backward(Tensor gradient, boolean inputNeeded) {
      return gradient;
    }
  }
}
