package dev.bridle.penalty;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Elastic net: \( R(w_k) = l_{1,k} \sum_i |w_{k,i}| + l_{2,k} \sum_i w_{k,i}^2 \).
 *
 * <p>Written with both strengths, or as \( \lambda((1-\alpha)\sum|w| + \alpha\sum w^2) \). The
 * quadratic part is a gradient, the absolute part proximal as {@code l1}'s. This is the
 * <em>naive</em> elastic net, which is what Keras, scikit-learn and glmnet compute; {@code
 * corrected=true} multiplies the fitted coefficients by \( 1 + l_2 \) after the last update, which
 * undoes the double shrinkage. The factor is derived for a linear network, mean squared error, one
 * output and inputs of unit variance (Zou and Hastie's \( \lambda_2 \) is then our l2), and refused
 * elsewhere. Zou and Hastie, JRSS B 67, 2005, sections 3.2 and 3.3.
 */
public final class ElasticNet implements Penalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "elastic-net",
          Kind.PENALTY,
          "Mixes l1 and l2: zeros for useless weights, shared weight for correlated ones.",
          "l1 * sum(|w|) + l2 * sum(w^2), or lambda * ((1 - alpha) * sum(|w|) + alpha * sum(w^2));"
              + " corrected: coefficients times (1 + l2) at the end",
          List.of(
              Parameter.strength("lambda", "strength of both together"),
              Parameter.number("alpha", "share of the squares in lambda", Range.closed(0, 1))
                  .spaced(Parameter.Spacing.LINEAR),
              Parameter.strength("l1", "strength of the absolute values"),
              Parameter.strength("l2", "strength of the squares")),
          List.of(
              Solver.CHOICE,
              Choice.of(
                  "corrected", "whether to undo the double shrinkage at the end", "false", "true")),
          "weights",
          Places.WEIGHTS,
          "Zou and Hastie, JRSS B 67, 2005, sections 3.2 and 3.3");

  private final Solver solver;
  private final boolean corrected;

  /** The naive elastic net, minimised in the given way, or the corrected one. */
  public ElasticNet(Solver solver, boolean corrected) {
    this.solver = solver;
    this.corrected = corrected;
  }

  /** As written in a recipe. */
  public static ElasticNet of(Settings settings) {
    return new ElasticNet(Solver.of(settings), settings.word("corrected").equals("true"));
  }

  @Override
  public Tensor value(Weight weight, Strengths strengths) {
    Tensor sizes = Tensors.sumPerMember(weight.value().abs());
    Tensor squares = Tensors.sumPerMember(weight.value().square());
    return sizes.mul_(strengths.of("l1", sizes)).add_(squares.mul_(strengths.of("l2", squares)));
  }

  @Override
  public void addGradient(Weight weight, Tensor gradient, Strengths strengths) {
    gradient.addcmul_(weight.value(), strengths.of("l2", gradient), Tensors.constant(2));
    if (!shrinks()) {
      gradient.addcmul_(weight.value().sign(), strengths.of("l1", gradient));
    }
  }

  @Override
  public boolean shrinks() {
    return solver == Solver.PROXIMAL;
  }

  @Override
  public void shrink(Weight weight, Tensor pull, Strengths strengths) {
    SoftThreshold.apply(weight.value(), pull.mul(strengths.of("l1", weight.value())));
  }

  @Override
  public void finish(Weight weight, Strengths strengths) {
    if (corrected) {
      weight.value().mul_(strengths.of("l2", weight.value()).add(Tensors.constant(1)));
    }
  }

  @Override
  public void requireNetwork(boolean linear, boolean squaredError, int outputs) {
    if (corrected && !(linear && squaredError && outputs == 1)) {
      throw new IllegalArgumentException(
          "elastic-net corrected = true: expected a linear network (none) with mean squared error and"
              + " one output, for which the factor 1 + l2 is derived; leave it out here");
    }
  }

  @Override
  public boolean elementwise() {
    return true;
  }
}
