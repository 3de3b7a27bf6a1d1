package dev.bridle.penalty;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Robust decay: \( R(w_k) = \lambda_k \sum_i \log(1 + w_{k,i}^2) \), whose pull dies away. */
public final class LogPenalty implements Penalty {
  /** What a recipe could say if this were in the catalogue. */
  public static final Declaration DECLARATION =
      new Declaration(
          "log-penalty",
          Kind.PENALTY,
          "Pulls small weights to zero and lets large ones be.",
          "lambda * sum(log(1 + w^2))",
          List.of(Parameter.strength("lambda", "strength")),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Hebert and Leahy, IEEE TMI 8, 1989");

  @Override
  public Tensor value(Weight weight, Strengths strengths) {
    Tensor sums = Tensors.sumPerMember(weight.value().square().log1p());
    return sums.mul(strengths.of("lambda", sums));
  }
}
