package dev.bridle.penalty;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Sum of absolute values: \( R(w_k) = \lambda_k \sum_i |w_{k,i}| \).
 *
 * <p>By default proximal: the loss alone drives the update, after which each weight is moved
 * towards 0 by \( \lambda \) times the update rule's pull and stops there, so that weights become
 * exactly 0 and every rule reaches the minimum of loss plus penalty (SGD: \( \eta\lambda \);
 * momentum: \( \eta\lambda/(1-\mu) \); Adam: \( \eta\lambda/(\sqrt{\hat v_i}+\epsilon) \) for each
 * weight). Keras and PyTorch users get the subgradient ({@code solver=subgradient}), which gives no
 * zeros. Weights {@code [K, ...]}, strengths and result {@code [K]}, \( \lambda \ge 0 \).
 * Tibshirani 1996; Duchi and Singer 2009.
 */
public final class L1 implements Penalty {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "l1",
          Kind.PENALTY,
          "Adds the sum of absolute weights to the loss, which makes useless weights exactly zero.",
          "lambda * sum(|w|); proximal: w <- sign(w) max(|w| - lambda * pull, 0) after the update",
          List.of(Parameter.strength("lambda", "strength")),
          List.of(Solver.CHOICE),
          "weights",
          Places.WEIGHTS,
          "Tibshirani, JRSS B 58, 1996; Duchi and Singer, JMLR 10, 2009 (the proximal step)");

  private final Solver solver;

  /** The sum of absolute values, minimised in the given way. */
  public L1(Solver solver) {
    this.solver = solver;
  }

  /** As written in a recipe. */
  public static L1 of(Settings settings) {
    return new L1(Solver.of(settings));
  }

  @Override
  public Tensor value(Weight weight, Strengths strengths) {
    Tensor sizes = Tensors.sumPerMember(weight.value().abs());
    return sizes.mul_(strengths.of("lambda", sizes));
  }

  @Override
  public void addGradient(Weight weight, Tensor gradient, Strengths strengths) {
    if (!shrinks()) { // else the proximal step does all of it
      gradient.addcmul_(weight.value().sign(), strengths.of("lambda", gradient));
    }
  }

  @Override
  public boolean shrinks() {
    return solver == Solver.PROXIMAL;
  }

  @Override
  public void shrink(Weight weight, Tensor pull, Strengths strengths) {
    SoftThreshold.apply(weight.value(), pull.mul(strengths.of("lambda", weight.value())));
  }

  @Override
  public boolean elementwise() {
    return true;
  }
}
