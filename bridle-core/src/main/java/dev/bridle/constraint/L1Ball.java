package dev.bridle.constraint;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * L1 ball: the absolute values of each unit's incoming vector u add up to no more than a limit, \(
 * \|u\|_1 \le c_k \).
 *
 * <p>The exact projection, which is the nearest vector of the ball: \( u_i \leftarrow
 * \mathrm{sign}(u_i) \max(|u_i| - \theta, 0) \) with the one \( \theta \) for which the sum is c.
 * With \( a_1 \ge a_2 \ge \dots \) the sorted absolute values, \( \theta = \max_j (a_1 + \dots +
 * a_j - c) / j \). It does not keep directions, as the ball of max-norm does: the smallest weights
 * become exactly zero. A vector inside keeps every bit. \( \theta \) is exact but for roundings
 * ({@link Thresholds}); what they leave above c is taken away by one factor for the vector.
 *
 * <p>Biases are left alone. What makes up a vector is declared by the layer ({@code
 * scope=per-unit}); {@code per-input} takes what one input sends out, {@code whole} the matrix.
 * Weights {@code [K, out, in]}, \( c > 0 \), {@code [K]}; infinity changes no bit. Duchi,
 * Shalev-Shwartz, Singer and Chandra, ICML 2008, figure 1.
 */
public final class L1Ball implements Constraint {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "l1-ball",
          Kind.CONSTRAINT,
          "Keeps the sum of absolute incoming weights of each unit at or below a limit.",
          "u <- sign(u) * max(|u| - theta, 0), theta such that sum |u| = c, where the sum is above"
              + " c",
          List.of(
              Parameter.number("c", "largest sum of absolute values", Range.limitAbove(0))
                  .absentAt(Double.POSITIVE_INFINITY)),
          List.of(Choice.of("scope", "what makes up a vector", "per-unit", "per-input", "whole")),
          "weights",
          Places.WEIGHTS,
          "Duchi, Shalev-Shwartz, Singer and Chandra, ICML 2008, figure 1");

  /** Up to this length quanta are finer than what single precision rounds. */
  private static final int FINE = 1024;

  private final Scope scope;

  /** L1 balls around vectors of one kind. */
  public L1Ball(Scope scope) {
    this.scope = scope;
  }

  /** As written in a recipe. */
  public static L1Ball of(Settings settings) {
    return new L1Ball(Words.parse(Scope.class, settings.word("scope")));
  }

  @Override
  public void project(Weight weight, Strengths strengths) {
    Tensor sizes = weight.value().abs();
    Tensor norm = Tensors.sum(sizes, true, scope.axes(weight));
    if (Tensors.isAtMost(norm, strengths.get("c"), 1)) { // as after most updates
      return;
    }
    Tensor c = strengths.of("c", norm);
    Thresholds found = thresholds(weight.withValue(sizes), norm, c);
    boolean fine = !Tensors.isDouble(norm) && scope.length(weight) <= FINE;
    Tensor theta = numbers(fine ? found.above() : found.below(), norm).mul_(norm);
    theta.masked_fill_(norm.le(c), Tensors.constant(0)); // no bit of what is inside
    shrink(weight, theta, sizes);
    if (!fine) {
      Tensor more = norm(weight).sub_(c).div_(numbers(found.counts(), norm));
      shrink(weight, more.clamp_min_(Tensors.constant(0)), sizes); // one more step of Newton
      weight.value().mul_(c.div(norm(weight)).clamp_max_(Tensors.constant(1)));
    }
  }

  /** Changes the sizes. */
  private Thresholds thresholds(Weight sizes, Tensor norm, Tensor c) {
    sizes.value().mul_(norm.reciprocal().mul_(Tensors.constant(Thresholds.QUANTA)));
    return Thresholds.find(scope.vectors(sizes), Tensors.toDoubles(c.div(norm)));
  }

  private static Tensor numbers(double[] ofVectors, Tensor norm) {
    return Tensors.of(Precision.of(norm), ofVectors, Tensors.shape(norm));
  }

  /**
   * Takes theta off all absolute values; those below become 0.
   *
   * @param memory as large as the weight, to be written over: the cache has it already
   */
  private static void shrink(Weight weight, Tensor theta, Tensor memory) {
    torch.minimum_out(memory, weight.value(), theta); // one clamp would be no vector code
    torch.maximum_out(memory, memory, theta.neg());
    weight.value().sub_(memory); // w less w itself is exactly 0
  }

  @Override
  public boolean byUnits() {
    return scope == Scope.PER_UNIT;
  }

  @Override
  public Tensor violation(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    return Vectors.worst(norm.div(strengths.of("c", norm)).sub_(Tensors.factor(1, norm)));
  }

  @Override
  public Optional<Tensor> closeness(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    return Optional.of(norm.div(strengths.of("c", norm)));
  }

  /** The sum of absolute values of each vector, its axes kept with size 1. */
  private Tensor norm(Weight weight) {
    return Tensors.sum(weight.value().abs(), true, scope.axes(weight));
  }
}
