package dev.bridle.perturbation;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Regularizer;
import dev.bridle.population.Strengths;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Sharpness-aware minimisation: the gradient that moves the weights is taken where the loss is
 * highest nearby, \( w_k + \rho_k \, g_k / \|g_k\|_2 \), with \( g_k \) the gradient at \( w_k \).
 *
 * <p>Two forward and backward passes a step, so it costs twice as much. The norm runs over all
 * weights and biases of a member. The data loss looks for the highest point, together with
 * penalties on activations; penalties on weights and decay act on \( w_k \) afterwards, as in the
 * source, whose weight decay is the update rule's. Both passes see the same batch and the same
 * noise; running statistics are those of the second. The reported loss is that of the first. Rows
 * {@code [K, P]}, \( \rho \ge 0 \), {@code [K]}; 0 changes no bit. Keras has the model {@code
 * SharpnessAwareMinimization} in its legacy experimental package, PyTorch nothing. Foret, Kleiner,
 * Mobahi and Neyshabur, ICLR 2021, equations 2 and 3.
 */
public final class Sharpness implements Regularizer {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "sharpness",
          Kind.GRADIENT,
          "Takes the gradient where the loss is highest nearby, so that flat minima are preferred.",
          "gradient at w + rho g / ||g||, g the gradient at w; two passes a step",
          List.of(Parameter.strength("rho", "how far away the gradient is taken")),
          List.of(),
          "",
          Places.NONE,
          "Foret, Kleiner, Mobahi and Neyshabur, ICLR 2021, equations 2 and 3");

  /**
   * Goes up the gradient, in place.
   *
   * @param weights rows {@code [K, P]}
   * @param gradient of the data loss, of the same shape
   * @param strengths the declared numbers, {@code [K]} each
   */
  public void climb(Tensor weights, Tensor gradient, Strengths strengths) {
    for (int k = 0; k < weights.size(0); k++) {
      // a row at a time: the norm of all rows at once may round by their number
      Tensor slope = gradient.select(0, k);
      double norm = Tensors.norm(slope, 0).item_double();
      double rho = strengths.get("rho").get(k);
      if (norm > 0 && rho > 0) {
        weights.select(0, k).add_(slope.mul(new Scalar(rho / norm)));
      }
    }
  }
}
