package dev.bridle.constraint;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Settings;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Unit norm: each unit's incoming vector u satisfies \( \|u\|_2 = 1 \), by \( u \leftarrow u /
 * \|u\| \).
 *
 * <p>Only directions are learned. A zero vector has none and stays zero, as does one of a norm
 * below 1e-38. Nothing is added to the norm: Keras divides by \( \|u\| + 10^{-7} \), so that norms
 * end below 1. Biases are left alone. What makes up a vector is declared by the layer ({@code
 * scope=per-unit}); {@code per-input} takes what one input sends out, {@code whole} the matrix.
 * Weights {@code [K, out, in]}; no number. Douglas, Amari and Kung, IEEE Transactions on Signal
 * Processing 48, 2000.
 */
public final class UnitNorm implements Constraint {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "unit-norm",
          Kind.CONSTRAINT,
          "Keeps the norm of each unit's incoming weights at one, so that only directions are"
              + " learned.",
          "u <- u / ||u|| for each unit's incoming vector u; a zero vector stays zero",
          List.of(),
          List.of(Choice.of("scope", "what makes up a vector", "per-unit", "per-input", "whole")),
          "weights",
          Places.WEIGHTS,
          "Douglas, Amari and Kung, IEEE Transactions on Signal Processing 48, 2000");

  private final Scope scope;

  /** Unit norm of vectors of one kind. */
  public UnitNorm(Scope scope) {
    this.scope = scope;
  }

  /** As written in a recipe. */
  public static UnitNorm of(Settings settings) {
    return new UnitNorm(Words.parse(Scope.class, settings.word("scope")));
  }

  @Override
  public void project(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    Vectors.rescale(weight, norm, Tensors.factor(1, norm).div(norm));
  }

  @Override
  public boolean byUnits() {
    return scope == Scope.PER_UNIT;
  }

  /** By how much the norm of a vector differs from 1, of a zero vector 0; the most of a member. */
  @Override
  public Tensor violation(Weight weight, Strengths strengths) {
    Tensor norm = norm(weight);
    Tensor difference = norm.sub(Tensors.factor(1, norm)).abs_();
    return Vectors.worst(Vectors.exceptZero(norm, difference));
  }

  private Tensor norm(Weight weight) {
    return Tensors.norm(weight.value(), scope.axes(weight));
  }
}
