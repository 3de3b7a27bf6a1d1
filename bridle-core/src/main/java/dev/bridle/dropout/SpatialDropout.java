package dev.bridle.dropout;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Woven;
import java.util.List;

/**
 * Spatial dropout: \( y_{c,p} = x_{c,p} \, m_c / (1-p) \), a whole channel c of an image, or a
 * feature of a series over all its time steps, kept or dropped together.
 *
 * <p>Neighbouring pixels say nearly the same, so that dropping them one by one, as {@code dropout}
 * does, drops little. Inverted scaling, nothing at evaluation, as Keras's {@code SpatialDropout2D}
 * and PyTorch's {@code Dropout2d}. {@code [K, B, C ...]}, a mask for each replicate, row and
 * channel, p in [0, 1) for each member; p = 0 changes no bit. Where rows have no shape it is {@code
 * dropout}. The default place is behind each convolution. Tompson et al., CVPR 2015, section 3.2.
 */
public final class SpatialDropout implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "spatial-dropout",
          Kind.DROPOUT,
          "Sets random channels to zero while training, all pixels or time steps of one together.",
          "y = x m / (1 - rate), one m for each row and channel; y = x at evaluation",
          List.of(Parameter.rate("rate", "probability of dropping a channel")),
          List.of(),
          "conv",
          Places.ACTIVATIONS,
          "Tompson et al., CVPR 2015, section 3.2");

  @Override
  public Position position() {
    return Position.AFTER_ACTIVATION;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new SharedMask(name, shape, term, true);
  }
}
