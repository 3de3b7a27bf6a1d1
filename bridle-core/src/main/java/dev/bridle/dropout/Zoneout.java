package dev.bridle.dropout;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Internal;
import dev.bridle.layer.RecurrentNode;
import java.util.List;

/**
 * Zoneout: in each time step each unit of a recurrent layer keeps its old state with probability p,
 * \( h_t = m h_{t-1} + (1-m) \tilde h_t \); at evaluation the expectation, \( h_t = p h_{t-1} +
 * (1-p) \tilde h_t \).
 *
 * <p>Unlike dropout it loses nothing of what a unit remembers. An LSTM's cell state is kept
 * together with its state, by the same mask (the source has a rate and a mask for each). A mask for
 * each replicate, row, unit and time step, p in [0, 1) for each member; p = 0 changes no bit.
 * Krueger et al., ICLR 2017, section 3.
 */
public final class Zoneout implements Internal {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "zoneout",
          Kind.DROPOUT,
          "Lets random units of recurrent layers keep their old state in a time step.",
          "h_t = m h_(t-1) + (1 - m) h, m = 1 with probability rate; its expectation at evaluation",
          List.of(Parameter.rate("rate", "probability of keeping the old state")),
          List.of(),
          "recurrent",
          Places.HIDDEN_LAYERS,
          "Krueger et al., ICLR 2017, section 3");

  @Override
  public RecurrentNode into(RecurrentNode node, int term) {
    return node.withZoneout(term);
  }
}
