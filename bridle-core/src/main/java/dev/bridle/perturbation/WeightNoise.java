package dev.bridle.perturbation;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Range;
import dev.bridle.layer.Site;
import dev.bridle.population.Replicates;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Normal noise on weights for the length of a pass: \( W' = W + \sigma \varepsilon, \; \varepsilon
 * \sim N(0, 1) \), so that a network is preferred whose loss does not hang on the last digits of
 * its weights.
 *
 * <p>In the weights' own units, one draw a step for all rows of the batch. The gradient at W' moves
 * W. Evaluation uses W. Biases are left alone unless the place says so, at evaluation always
 * (Deeplearning4j keeps noise on biases there). Weights {@code [K, out, in]}, noise by replicate,
 * weight and step, \( \sigma \ge 0 \) for each member; 0 changes no bit. Keras and PyTorch have
 * nothing of the kind. Murray and Edwards, IEEE Transactions on Neural Networks 5, 1994; Graves,
 * NeurIPS 2011, section 3.
 */
public final class WeightNoise implements Perturbation {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "weight-noise",
          Kind.NOISE,
          "Adds normal noise to the weights in each training pass, so that flat minima are found.",
          "W' = W + sigma e in a training pass, e normal with mean 0 and variance 1; W itself at"
              + " evaluation",
          List.of(
              Parameter.number(
                      "sigma", "standard deviation, in the weights' units", Range.atLeast(0))
                  .absentAt(0)),
          List.of(),
          "weights",
          Places.WEIGHTS,
          "Murray and Edwards, IEEE Trans. Neural Networks 5, 1994; Graves, NeurIPS 2011,"
              + " section 3");

  @Override
  public Bound bind(Weight weight, Strengths strengths, Site site) {
    String place = weight.spec().name() + "/" + DECLARATION.name();
    MaskBuffer buffer =
        new MaskBuffer(site.arena(), site.precision(), site.members(), weight.spec().size());
    Tensor value = weight.value();
    Tensor noise = site.arena().keep(buffer.tensor().view(Tensors.shape(value)));
    Tensor sigma = strengths.of("sigma", value);
    return step -> {
      for (Replicates.Group group : site.replicates().groups()) {
        buffer.normals(group.key().at(place).at(step).stream(), group.members());
      }
      value.add_(noise.mul_(sigma));
    };
  }
}
