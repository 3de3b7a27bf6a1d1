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
 * Normal noise on the activations of hidden layers: \( a' = a + \sigma \varepsilon, \; \varepsilon
 * \sim N(0, 1) \).
 *
 * <p>In the activations' own units, as Keras's {@code GaussianNoise}: larger weights drown the
 * noise unless a penalty, a constraint or a normalisation holds them; that of {@code
 * gaussian-dropout} grows with the activation. {@code [K, B, F]}, fresh noise for each replicate,
 * row, unit and step, \( \sigma \ge 0 \) for each member; 0 changes no bit. Nothing happens at
 * evaluation. At the input of the network it is {@code input-noise}. Poole, Sohl-Dickstein and
 * Ganguli, arXiv 1406.1831, 2014: additive noise on hidden units.
 */
public final class ActivationNoise implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "activation-noise",
          Kind.NOISE,
          "Adds normal noise to hidden activations while training, so that no small difference"
              + " counts.",
          "a' = a + sigma e, e normal with mean 0 and variance 1; a' = a at evaluation",
          List.of(
              Parameter.number(
                      "sigma", "standard deviation, in the activations' units", Range.atLeast(0))
                  .absentAt(0)),
          List.of(),
          "hidden",
          Places.HIDDEN_LAYERS,
          "Poole, Sohl-Dickstein and Ganguli, arXiv 1406.1831, 2014");

  @Override
  public Position position() {
    return Position.AFTER_ACTIVATION;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new NoiseNode(name, shape, term, NoiseNode.Order.BY_FEATURES);
  }
}
