package dev.bridle.normalization;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.layer.Around;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.layer.Woven;
import dev.bridle.population.Initial;
import dev.bridle.population.Role;
import dev.bridle.population.WeightSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * Weight normalisation: each unit's incoming vector is \( w = g \, v / \|v\|_2 \), and its length g
 * and direction v are learnt apart.
 *
 * <p>At the start g is the norm of v, so that nothing changes at first, as PyTorch's {@code
 * weight_norm}; the source sets g and the bias by a first batch. Here the saved kernel is v and the
 * layer's {@code scale} is g. A penalty or a limit on v changes only the effective learning rate:
 * what a network computes does not depend on the norm of v. A vector of zeros, which has no
 * direction, gives zeros and stays as it is. {@code v [K, out, in]}, {@code g [K, out]}. Keras has
 * {@code layers.SpectralNormalization} but no weight normalisation. Salimans and Kingma, NeurIPS
 * 2016, section 2.
 */
public final class WeightNorm implements Around {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "weight-norm",
          Kind.NORMALIZATION,
          "Learns the length and the direction of each unit's weights apart from each other.",
          "w = g v / ||v|| for each unit's incoming weights; g starts at ||v||",
          List.of(),
          List.of(),
          "all",
          Places.LAYERS,
          "Salimans and Kingma, NeurIPS 2016, section 2");

  @Override
  public Node around(DenseNode dense, Woven.Spot spot) {
    return new Normed(dense);
  }

  /**
   * A dense layer whose kernel is normed, as a value.
   *
   * @param dense the layer, whose kernel is v
   */
  public record Normed(DenseNode dense) implements Node {
    /** The lengths g, {@code [outputs]}. */
    public WeightSpec scale() {
      return WeightSpec.vector(dense.name(), Role.SCALE, dense.outputs(), Initial.KERNEL_NORM);
    }

    @Override
    public String name() {
      return dense.name();
    }

    @Override
    public Shape shape() {
      return dense.shape();
    }

    @Override
    public List<WeightSpec> weights() {
      return Stream.concat(dense.weights().stream(), Stream.of(scale())).toList();
    }

    @Override
    public boolean outputMayBeScaled() {
      return dense.outputMayBeScaled();
    }

    @Override
    public Layer build(Site site) {
      return new WeightNormLayer(this, site);
    }
  }
}
