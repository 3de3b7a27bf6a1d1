package dev.bridle.penalty;

import dev.bridle.architecture.Activation;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Parameter.Spacing;
import dev.bridle.declaration.Range;
import dev.bridle.layer.Node;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Sparse activity: \( R(a_k) = \beta_k \sum_j \big[ \rho \log \frac{\rho}{\hat\rho_j} + (1-\rho)
 * \log \frac{1-\rho}{1-\hat\rho_j} \big] \), how far the mean activity \( \hat\rho_j \) of each
 * unit over the batch is from a rate \( \rho_k \) that is asked for.
 *
 * <p>With m the mean of a unit over the batch, \( \hat\rho = m \) for a sigmoid, \( (1+m)/2 \) for
 * tanh and \( m/(1+m) \) for ReLU, whose activity has no upper end; other activations are refused.
 * \( \hat\rho \) is kept 1e-6 away from 0 and 1. Over small batches the mean is a rough one, and
 * the value depends on B for that reason alone. {@code [K, B, F]}, \( \beta \ge 0 \), \( \rho \) in
 * (0, 1), {@code [K]} each. Keras and PyTorch have nothing built in. Srivastava et al., JMLR 15,
 * 2014, table 9 compares it with dropout; Ng, CS294A lecture notes on sparse autoencoders, 2011.
 */
public record KlSparsity() implements ActivityPenalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "kl-sparsity",
          Kind.PENALTY,
          "Asks every hidden unit to be active at a given small rate, each for other rows.",
          "beta * sum over units of rho log(rho / r) + (1 - rho) log((1 - rho) / (1 - r)), r the"
              + " mean activity over the batch",
          List.of(
              Parameter.strength("beta", "strength"),
              Parameter.number(
                      "rate", "mean activity that is asked for", new Range(0, false, 1, false))
                  .withFallback(0.05)
                  .spaced(Spacing.LINEAR)),
          List.of(),
          "hidden",
          Places.HIDDEN_LAYERS,
          "Ng, CS294A lecture notes, 2011; Srivastava et al., JMLR 15, 2014, table 9");

  private static final double LEAST = 1e-6;

  @Override
  public Node node(Spot spot) {
    boolean bounded =
        spot.activation() == Activation.SIGMOID
            || spot.activation() == Activation.TANH
            || spot.activation() == Activation.RELU;
    if (!bounded) {
      throw new IllegalArgumentException(
          "kl-sparsity on "
              + spot.layer()
              + " "
              + spot.activation()
              + ": expected sigmoid, tanh or relu, whose activity has a rate between 0 and 1");
    }
    return ActivityPenalty.super.node(spot);
  }

  @Override
  public Tensor value(Tensor activations, Strengths strengths, Spot spot) {
    Tensor r = activity(activations, spot.activation());
    Tensor rate = strengths.of("rate", r);
    Tensor one = Tensors.factor(1, r);
    Tensor quiet = one.sub(rate);
    Tensor of = rate.div(r).log_().mul_(rate);
    Tensor off = quiet.div(one.sub(r)).log_().mul_(quiet);
    Tensor sums = Tensors.sumPerMember(of.add_(off));
    return sums.mul_(strengths.of("beta", sums));
  }

  @Override
  public void addGradient(Tensor activations, Tensor gradient, Strengths strengths, Spot spot) {
    Tensor r = activity(activations, spot.activation());
    Tensor rate = strengths.of("rate", r);
    Tensor one = Tensors.factor(1, r);
    Tensor quiet = one.sub(r);
    Tensor pull = one.sub(rate).div(quiet).sub_(rate.div(r), new Scalar(1));
    pull.mul_(slope(r, quiet, spot.activation())).mul_(strengths.of("beta", r));
    gradient.add_(pull.mul_(Tensors.factor(1.0 / activations.size(1), pull)));
  }

  /** The mean activity of each unit as a rate, {@code [K, 1, F]}. */
  private static Tensor activity(Tensor activations, Activation activation) {
    Tensor mean = Tensors.sum(activations, true, 1);
    mean.mul_(Tensors.factor(1.0 / activations.size(1), mean));
    Tensor rate =
        switch (activation) {
          case TANH -> mean.add_(Tensors.factor(1, mean)).mul_(Tensors.factor(0.5, mean));
          case RELU -> mean.div(mean.add(Tensors.factor(1, mean)));
          default -> mean;
        };
    return rate.clamp_min_(new Scalar(LEAST)).clamp_max_(new Scalar(1 - LEAST));
  }

  /** How fast the rate grows with the mean: 1, 1/2, or (1 - r)^2 for a ReLU. */
  private static Tensor slope(Tensor r, Tensor quiet, Activation activation) {
    return switch (activation) {
      case TANH -> Tensors.factor(0.5, r);
      case RELU -> quiet.mul(quiet);
      default -> Tensors.factor(1, r);
    };
  }
}
