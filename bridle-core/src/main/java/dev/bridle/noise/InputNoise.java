package dev.bridle.noise;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import java.util.List;

/**
 * Normal noise on the inputs: \( x' = x + \sigma \varepsilon, \; \varepsilon \sim N(0, 1) \).
 *
 * <p>In units of each feature's standard deviation, since inputs are standardised before they come
 * here (a plan with {@code unscaled} inputs: in their own units). {@code [K, B, F]}, fresh noise
 * for each replicate, row and step, \( \sigma \ge 0 \) for each member; 0 changes no bit. For small
 * noise about the same as a penalty on the network's Jacobian. As Keras's {@code GaussianNoise},
 * which however refuses 1.5. Bishop, Neural Computation 7, 1995, section 2.
 */
public final class InputNoise implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "input-noise",
          Kind.NOISE,
          "Adds normal noise to the inputs while training, so that close inputs give close outputs.",
          "x' = x + sigma e, e normal with mean 0 and variance 1; x' = x at evaluation",
          List.of(
              Parameter.number(
                      "sigma",
                      "standard deviation, in units of each feature's own",
                      Range.atLeast(0))
                  .absentAt(0)),
          List.of(),
          "input",
          Places.INPUT,
          "Bishop, Neural Computation 7, 1995, section 2");

  @Override
  public Position position() {
    return Position.INPUT;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new NoiseNode(name, shape, term, NoiseNode.Order.BY_ROWS);
  }
}
