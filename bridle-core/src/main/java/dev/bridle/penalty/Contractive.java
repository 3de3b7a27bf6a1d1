package dev.bridle.penalty;

import dev.bridle.architecture.Activation;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Around;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.PenaltyLayer;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Slope;
import dev.bridle.layer.Unset;
import dev.bridle.layer.Woven;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * Contractive penalty: \( R_k = \frac{\lambda_k}{B} \sum_b \| \partial h / \partial x \|_F^2 \),
 * how much a layer's activations h change with its input x, which for a dense layer \( h = f(z), \;
 * z = x W^\top + b \) is \( \sum_j f'(z_j)^2 \|W_j\|^2 \).
 *
 * <p>The gradient has two parts: by the weights \( \frac{2\lambda}{B} \sum_b f'(z_j)^2 \, W_j \),
 * and by z \( \frac{2\lambda}{B} f'(z_j) f''(z_j) \|W_j\|^2 \), which goes on to everything before.
 * Each layer by itself, as in the source, not the whole network from its input; a ReLU has no
 * second part. Not on a layer with a normalisation before its activation, where h is another
 * function of x. {@code [K, B, F]}, \( \lambda \ge 0 \), {@code [K]}. Keras and PyTorch have
 * nothing built in. Rifai et al., ICML 2011, section 3.
 */
public final class Contractive implements Around {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "contractive",
          Kind.PENALTY,
          "Adds to the loss how fast a layer's activations change with its input.",
          "lambda * mean over the batch of ||dh/dx||_F^2 = lambda * mean of sum(f'(z_j)^2 ||W_j||^2)",
          List.of(Parameter.strength("lambda", "strength")),
          List.of(),
          "hidden",
          Places.HIDDEN_LAYERS,
          "Rifai et al., ICML 2011, section 3");

  @Override
  public Node around(DenseNode dense, Woven.Spot spot) {
    return new Contracting(dense, spot);
  }

  @Override
  public boolean allowsBeforeActivation() {
    return false;
  }

  /**
   * A layer with the penalty, as a value; at evaluation it is the dense layer.
   *
   * @param dense the layer
   * @param spot where it stands
   */
  public record Contracting(DenseNode dense, Woven.Spot spot) implements Node {
    @Override
    public String name() {
      return dense.name();
    }

    @Override
    public Shape shape() {
      return dense.shape();
    }

    @Override
    public List<WeightSpec> weights() {
      return dense.weights();
    }

    @Override
    public Optional<String> penalty() {
      return Optional.of(DECLARATION.name());
    }

    @Override
    public boolean outputMayBeScaled() {
      return dense.outputMayBeScaled();
    }

    @Override
    public Layer build(Site site) {
      return new AtWork(this, site);
    }
  }

  /** A layer with the penalty at work. */
  private static final class AtWork implements PenaltyLayer {
    private final Activation activation;
    private final Layer dense;
    private final Tensor kernel;
    private final Tensor kernelGradient;
    private final long[] incoming;
    private final Tensor lambda;
    private Tensor seen = Unset.TENSOR;

    AtWork(Contracting node, Site site) {
      Weight weight = site.population().weight(node.dense.kernel().name());
      this.activation = node.spot.activation();
      this.dense = node.dense.build(site);
      this.kernel = weight.value();
      this.kernelGradient = site.gradientOf(weight);
      this.incoming = weight.incomingAxes();
      this.lambda = site.strengths().get(node.spot.term()).of("lambda", kernel);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
      Tensor z = dense.forward(input, pass);
      if (pass.training()) {
        seen = z.clone(); // the activation behind writes over it
      }
      return z;
    }

    @Override
    public Tensor backward(Tensor gradient, boolean inputNeeded) {
      Slope slope = Slope.of(activation, seen);
      Tensor share = lambda.mul(Tensors.factor(2.0 / seen.size(1), lambda));
      Tensor bend = slope.first().mul(slope.second()).mul_(squaredNorms()).mul_(share);
      Tensor before = dense.backward(gradient.add_(bend), inputNeeded);
      Tensor squares = Tensors.sum(slope.first().mul(slope.first()), false, 1).unsqueeze(2);
      kernelGradient.add_(kernel.mul(squares.mul_(share)));
      return before;
    }

    @Override
    public Tensor value(Tensor input) {
      Tensor first = Slope.of(activation, dense.forward(input, Pass.EVALUATION)).first();
      Tensor sums = Tensors.sumPerMember(first.mul(first).mul_(squaredNorms()));
      sums.mul_(Tensors.factor(1.0 / input.size(1), sums));
      return sums.mul_(lambda.view(-1));
    }

    /** {@code [K, 1, F]}. */
    private Tensor squaredNorms() {
      return Tensors.sum(kernel.mul(kernel), true, incoming).transpose(1, 2);
    }
  }
}
