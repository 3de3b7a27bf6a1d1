package dev.bridle.dropout;

import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.layer.Internal;
import dev.bridle.layer.RecurrentNode;
import java.util.List;

/**
 * Variational dropout in recurrent layers: the inputs \( x_t \) and the states \( h_{t-1} \) that
 * go into the kernels are multiplied by masks that stay the same over all time steps of a sequence,
 * \( x_t m_x / (1-p) \) and \( h_{t-1} m_h / (1-p) \).
 *
 * <p>A mask that changes from step to step, as {@code dropout} between steps would draw it, wipes
 * out what the state remembers. The cell state of an LSTM is not masked. As Keras's {@code dropout}
 * and {@code recurrent_dropout} with one rate for both, and all gates sharing a mask (Keras draws
 * the same); PyTorch's {@code nn.LSTM(dropout=)} is something else, ordinary dropout between
 * stacked layers. Both directions of a bidirectional layer share the input's mask. p in [0, 1) for
 * each member; p = 0 changes no bit; nothing at evaluation. Gal and Ghahramani, NeurIPS 2016.
 */
public final class VariationalDropout implements Internal {
  /** What a recipe may say. */
  public static final Declaration DECLARATION =
      new Declaration(
          "variational-dropout",
          Kind.DROPOUT,
          "Drops inputs and states of recurrent layers while training, the same in all time steps.",
          "x_t m_x / (1 - rate) and h_(t-1) m_h / (1 - rate), one mask each for a whole sequence",
          List.of(Parameter.rate("rate", "probability of dropping an input or a state")),
          List.of(),
          "recurrent",
          Places.HIDDEN_LAYERS,
          "Gal and Ghahramani, NeurIPS 2016");

  @Override
  public RecurrentNode into(RecurrentNode node, int term) {
    return node.withDropout(term);
  }
}
