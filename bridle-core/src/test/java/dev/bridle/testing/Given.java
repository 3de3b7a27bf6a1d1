package dev.bridle.testing;

import dev.bridle.declaration.Settings;
import dev.bridle.population.Strengths;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Small numbers written out in a test, in double precision, for the innermost open scope. */
public final class Given {
  /** Owns the tensors of {@link #strengths}; a few numbers for as long as the tests run. */
  private static final Arena ARENA = new Arena();

  private Given() {}

  /** A tensor of the given numbers, row-major. */
  public static Tensor tensor(long[] shape, double... values) {
    return Tensors.of(Precision.FLOAT64, values, shape);
  }

  /** One strength. */
  public static Strengths strength(String name, PerMember values) {
    return strengths(Map.of(name, values));
  }

  /** One strength in a format of choice. */
  public static Strengths strength(Precision precision, String name, PerMember values) {
    return new Strengths(Map.of(name, values), precision, ARENA);
  }

  /** Strengths by name. */
  public static Strengths strengths(Map<String, PerMember> values) {
    return new Strengths(values, Precision.FLOAT64, ARENA);
  }

  /** Strengths by name in a format of choice. */
  public static Strengths strengths(Precision precision, Map<String, PerMember> values) {
    return new Strengths(values, precision, ARENA);
  }

  /** What a user wrote for one regularizer. */
  public static Settings settings(String text) {
    return Recipe.parse(text).terms().get(0);
  }
}
