package dev.bridle.constraint;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Parameter.Spacing;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Min-max norm: the norm n of each unit's incoming vector moves towards \( [lo_k, hi_k] \), by a
 * share \( r_k \) of the way in each step: \( n \leftarrow r \, \mathrm{clip}(n, lo, hi) + (1 - r)
 * n \).
 *
 * <p>With a rate of 1, the default, a vector outside lands on the boundary at once; with less it is
 * still outside after a step, and {@link #violation} says by how much. A vector inside keeps every
 * bit, and so do all at a rate of 0. A zero vector has no direction and stays zero, even with a
 * lower limit. Keras divides by \( n + 10^{-7} \), which shrinks those inside too; Deeplearning4j
 * mixes the norm with a factor (norm 5, limit 2, rate 0.5 gives 13.5 there, 3.5 here).
 *
 * <p>Biases are left alone. What makes up a vector is declared by the layer ({@code
 * scope=per-unit}); {@code per-input} takes what one input sends out, {@code whole} the matrix.
 * Weights {@code [K, out, in]}; \( 0 \le lo \le hi \), \( hi > 0 \) and perhaps infinite, \( 0 \le
 * r \le 1 \), {@code [K]} each. Chollet and others, Keras, 2015.
 */
public final class MinMaxNorm implements Constraint {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "min-max-norm",
          Kind.CONSTRAINT,
          "Moves the norm of each unit's incoming weights into a range, at once or step by step.",
          "u <- u * (r * clip(||u||, lo, hi) / ||u|| + 1 - r); a zero vector stays zero",
          List.of(
              Parameter.number("lo", "smallest norm of a vector", Range.atLeast(0)).absentAt(0),
              Parameter.number("hi", "largest norm of a vector", Range.limitAbove(0))
                  .absentAt(Double.POSITIVE_INFINITY),
              Parameter.number("rate", "share of the way that a step goes", Range.closed(0, 1))
                  .withFallback(1)
                  .absentAt(0)
                  .spaced(Spacing.LINEAR)),
          List.of(Choice.of("scope", "what makes up a vector", "per-unit", "per-input", "whole")),
          "weights",
          Places.WEIGHTS,
          "Chollet and others, Keras, 2015 (MinMaxNorm)");

  private final Scope scope;

  /** Min-max norm of vectors of one kind. */
  public MinMaxNorm(Scope scope) {
    this.scope = scope;
  }

  /** As written in a recipe. */
  public static MinMaxNorm of(Settings settings) {
    return new MinMaxNorm(Words.parse(Scope.class, settings.word("scope")));
  }

  @Override
  public void project(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    Tensor nearest = norm.clamp_min(strengths.of("lo", norm)).clamp_max_(strengths.of("hi", norm));
    if (nearest.equal(norm)) { // all inside
      return;
    }
    // exactly 1 for a vector inside, as a rate and its difference from 1 add up to 1 exactly
    Tensor rate = strengths.of("rate", norm);
    Tensor factor = nearest.div_(norm).mul_(rate).add_(Tensors.factor(1, norm).sub(rate));
    Vectors.rescale(weight, norm, factor);
  }

  @Override
  public boolean byUnits() {
    return scope == Scope.PER_UNIT;
  }

  /** By how much a norm is above {@code hi} or below {@code lo}, as a share of that limit. */
  @Override
  public Tensor violation(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    Tensor one = Tensors.factor(1, norm);
    Tensor above = norm.div(strengths.of("hi", norm)).sub_(one);
    Tensor below = one.sub(norm.div(strengths.of("lo", norm))); // minus infinity where lo is 0
    return Vectors.worst(Vectors.exceptZero(norm, above.clamp_min_(below)));
  }

  /** With a rate below 1 a projection goes only part of the way. */
  @Override
  public double allowance(Strengths strengths, int member) {
    return strengths.get("rate").get(member) < 1 ? Double.POSITIVE_INFINITY : 1e-5;
  }

  /** To whichever of the two limits is closer. */
  @Override
  public Optional<Tensor> closeness(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    Tensor above = norm.div(strengths.of("hi", norm));
    Tensor below = strengths.of("lo", norm).div(norm); // 0 where lo is 0, but for a norm of 0
    return Optional.of(torch.maximum(above, Vectors.exceptZero(norm, below)));
  }

  private Tensor norm(Weight weight) {
    return Tensors.norm(weight.value(), scope.axes(weight));
  }
}
