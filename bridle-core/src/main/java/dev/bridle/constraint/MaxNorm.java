package dev.bridle.constraint;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Population;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Max-norm: each unit's incoming vector u satisfies \( \|u\|_2 \le c_k \).
 *
 * <p>A vector with \( \|u\| \le c \) keeps every bit; a longer one becomes \( u \, c / \|u\| \).
 * Keras and Deeplearning4j multiply all vectors by \( \min(\|u\|, c) / (\|u\| + \epsilon) \), which
 * shrinks those inside too, step after step; PyTorch's {@code renorm} adds 1e-7 to the norm. Which
 * axes make up a vector is declared by the layer ({@code scope=per-unit}); {@code per-input} takes
 * what one input sends out, {@code whole} the matrix.
 *
 * <p>The bias is left free (default), is part of the vector ({@code joint}), or is multiplied by
 * its unit's factor ({@code rescaled}), which keeps the unit's decision boundary where it is. The
 * limit is absolute, or a multiple of each vector's own norm at the start ({@code 3x-init}), or
 * given as root mean square ({@code rms(r)}: norm \( r \sqrt{n} \) for vectors of n numbers). The
 * velocity of momentum rules is that of the unconstrained step ({@code momentum=keep}), or loses
 * what pushes vectors on the sphere further out ({@code tangent}). Weights {@code [K, out, in]}, \(
 * c > 0 \), {@code [K]}; infinity changes no bit. Srebro and Shraibman 2005; Srivastava et al.,
 * JMLR 15, 2014, section 5.1.
 */
public final class MaxNorm implements Constraint {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "max-norm",
          Kind.CONSTRAINT,
          "Keeps the norm of each unit's incoming weights at or below a limit.",
          "u <- u * min(1, c / ||u||) for each unit's incoming vector u",
          List.of(
              Parameter.number("c", "largest norm of a vector", Range.limitAbove(0))
                  .absentAt(Double.POSITIVE_INFINITY)
                  .scaledBy("x-init", "rms")),
          List.of(
              Choice.of("bias", "what happens to biases", "free", "joint", "rescaled"),
              Choice.of("scope", "what makes up a vector", "per-unit", "per-input", "whole"),
              Choice.of("momentum", "what happens to velocities", "keep", "tangent")),
          "weights",
          Places.WEIGHTS,
          "Srebro and Shraibman, COLT 2005; Srivastava et al., JMLR 15, 2014, section 5.1");

  /** What happens to the biases of the units. */
  public enum Bias {
    /** They are left alone. */
    FREE,
    /** They are part of the vector whose norm is limited. */
    JOINT,
    /** They are multiplied by the same factor as their unit's weights. */
    RESCALED
  }

  /** Above 0 in both precisions: what is divided by, at least. */
  private static final Scalar SMALLEST = Tensors.constant(Float.MIN_NORMAL);

  private final Limit limit;
  private final Scope scope;
  private final Bias bias;
  private final boolean tangent;

  /**
   * Max-norm of one form.
   *
   * @param limit what the number c is a multiple of
   * @param scope what makes up a vector
   * @param bias what happens to biases; other than free only per unit
   * @param tangent whether outward velocity is removed on the sphere
   */
  public MaxNorm(Limit limit, Scope scope, Bias bias, boolean tangent) {
    if (bias != Bias.FREE && scope != Scope.PER_UNIT) {
      throw new IllegalArgumentException(
          "max-norm bias = "
              + Words.of(bias)
              + ": expected scope = per-unit, got "
              + Words.of(scope));
    }
    this.limit = limit;
    this.scope = scope;
    this.bias = bias;
    this.tangent = tangent;
  }

  /** As written in a recipe. */
  public static MaxNorm of(Settings settings) {
    return new MaxNorm(
        Limit.of(settings.scale("c")),
        Words.parse(Scope.class, settings.word("scope")),
        Words.parse(Bias.class, settings.word("bias")),
        settings.word("momentum").equals("tangent"));
  }

  @Override
  public void project(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    if (inside(norm, strengths.get("c"), weight)) { // as after most updates
      return;
    }
    Tensor factor = bound(weight, norm, strengths).div(norm).clamp_max_(Tensors.constant(1));
    weight.value().mul_(factor);
    if (bias != Bias.FREE) {
      weight.bias().ifPresent(b -> b.value().mul_(factor.view_as(b.value())));
    }
  }

  @Override
  public boolean byUnits() {
    return scope == Scope.PER_UNIT;
  }

  @Override
  public Tensor violation(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    Tensor ratio = norm.div(bound(weight, norm, strengths));
    return Vectors.worst(ratio.sub_(Tensors.constant(1), Tensors.constant(1)));
  }

  @Override
  public Optional<Tensor> closeness(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    return Optional.of(norm.div(bound(weight, norm, strengths)));
  }

  @Override
  public Optional<StatisticSpec> remembers(WeightSpec weight) {
    return limit == Limit.TIMES_INITIAL
        ? Optional.of(
            new StatisticSpec(Population.initialNormName(weight), scope.vectors(weight), 0))
        : Optional.empty();
  }

  @Override
  public void remember(Weight weight) {
    // a vector that starts at 0, as biases do, gets a limit of next to nothing: 0 / 0 would be NaN
    Tensor norm = norm(weight).clamp_min_(SMALLEST);
    weight.initialNorm().ifPresent(norms -> norms.copy_(norm.view_as(norms)));
  }

  @Override
  public void restrain(Weight weight, List<Tensor> velocities, Strengths strengths) {
    if (!tangent) {
      return;
    }
    long[] axes = scope.axes(weight);
    Tensor norm = norm(weight);
    // on the sphere to a rounding, as the projection leaves it
    Tensor atBound = norm.ge(bound(weight, norm, strengths).mul(Tensors.constant(1 - 1e-6)));
    Tensor squared = norm.square().clamp_min_(SMALLEST);
    for (Tensor velocity : velocities) {
      Tensor along = Tensors.sum(velocity.mul(weight.value()), true, axes).div_(squared);
      // the update subtracts the velocity: what points inwards here pushes outwards there
      Tensor outward = along.clamp_max_(Tensors.constant(0)).mul_(atBound);
      velocity.sub_(outward.mul(weight.value()));
    }
  }

  /** Whether all norms are seen to be within their bounds, at less cost than the projection. */
  private boolean inside(Tensor norm, PerMember c, Weight weight) {
    return switch (limit) {
      case ABSOLUTE -> Tensors.isAtMost(norm, c, 1);
      case RMS -> Tensors.isAtMost(norm, c, rootOfLength(weight));
      case TIMES_INITIAL -> false;
    };
  }

  /** The norm of each vector, its axes kept with size 1. */
  private Tensor norm(Weight weight) {
    Tensor norm = Tensors.norm(weight.value(), scope.axes(weight));
    if (bias == Bias.JOINT && weight.bias().isPresent()) {
      Tensor b = weight.bias().get().value().view_as(norm);
      return norm.square().add_(b.square()).sqrt_();
    }
    return norm;
  }

  /** The largest norm of each vector, to be used with {@code norm}. */
  private Tensor bound(Weight weight, Tensor norm, Strengths strengths) {
    Tensor c = strengths.of("c", norm);
    return switch (limit) {
      case ABSOLUTE -> c;
      case RMS -> c.mul(Tensors.constant(rootOfLength(weight)));
      case TIMES_INITIAL -> c.mul(weight.initialNorm().orElseThrow().view_as(norm));
    };
  }

  private double rootOfLength(Weight weight) {
    int own = bias == Bias.JOINT && weight.bias().isPresent() ? 1 : 0;
    return Math.sqrt(scope.length(weight) + own);
  }
}
