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
 * Stochastic depth: \( y = x + g(x) \, m / (1-p) \), the whole branch g of a residual block kept or
 * dropped for each row.
 *
 * <p>Inverted scaling, nothing at evaluation, as torchvision's {@code StochasticDepth(mode="row")};
 * the source scales at evaluation instead, and lets the rate grow with depth (here: a rate for each
 * block by its name). A mask for each replicate and row, p in [0, 1) for each member; p = 0 changes
 * no bit. Acts in residual blocks only. Huang et al., ECCV 2016, section 3.
 */
public final class StochasticDepth implements Woven {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "stochastic-depth",
          Kind.DROPOUT,
          "Leaves out whole residual branches at random while training, for each row anew.",
          "y = x + g(x) m / (1 - rate), one m for each row; y = x + g(x) at evaluation",
          List.of(Parameter.rate("rate", "probability of leaving a branch out")),
          List.of(),
          "residual",
          Places.HIDDEN_LAYERS,
          "Huang et al., ECCV 2016, section 3");

  @Override
  public Position position() {
    return Position.BRANCH;
  }

  @Override
  public Node node(String name, Shape shape, int term) {
    return new SharedMask(name, shape, term, false);
  }
}
