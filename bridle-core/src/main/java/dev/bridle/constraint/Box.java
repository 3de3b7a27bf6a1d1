package dev.bridle.constraint;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Parameter.Spacing;
import dev.bridle.declaration.Range;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * Box: every weight lies between two limits, \( lo_k \le w_{k,i} \le hi_k \), by \( w \leftarrow
 * \min(\max(w, lo), hi) \).
 *
 * <p>Element by element, and exact: what is inside keeps every bit, what is outside becomes the
 * limit itself. On weights, not on biases, unless the place says so. Weights {@code [K, ...]}; \(
 * lo \le hi \) of any sign, {@code hi} perhaps infinite, {@code [K]} each; {@code box(0, hi=inf)}
 * is {@code non-negative}. Where the box does not contain 0, weights that are zero do not stay so.
 * Bertsekas, IEEE Transactions on Automatic Control 21, 1976; as weight clipping Arjovsky, Chintala
 * and Bottou, ICML 2017.
 */
public final class Box implements Constraint {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "box",
          Kind.CONSTRAINT,
          "Keeps every weight between two limits.",
          "w <- min(max(w, lo), hi)",
          List.of(
              Parameter.number("lo", "smallest weight", Range.finite()).spaced(Spacing.LINEAR),
              Parameter.number("hi", "largest weight", Range.limit()).spaced(Spacing.LINEAR)),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Bertsekas, IEEE Transactions on Automatic Control 21, 1976; Arjovsky, Chintala and"
              + " Bottou, ICML 2017");

  @Override
  public void project(Weight weight, Strengths strengths) {
    Tensor value = weight.value();
    value.clamp_min_(strengths.of("lo", value)).clamp_max_(strengths.of("hi", value));
  }

  @Override
  public boolean elementwise() {
    return true;
  }

  /** By how much a weight is beyond its limit, in the weights' own unit; a limit may be 0. */
  @Override
  public Tensor violation(Weight weight, Strengths strengths) {
    Tensor value = weight.value();
    Tensor above = value.sub(strengths.of("hi", value));
    Tensor below = strengths.of("lo", value).sub(value);
    return Vectors.worst(above.clamp_min_(below));
  }

  /** 1 for weights on one of the limits, 0 for all between them. */
  @Override
  public Optional<Tensor> closeness(Weight weight, Strengths strengths) {
    Tensor value = weight.value();
    Tensor outside = value.ge(strengths.of("hi", value));
    outside.logical_or_(value.le(strengths.of("lo", value)));
    return Optional.of(outside.to(value.scalar_type()));
  }
}
