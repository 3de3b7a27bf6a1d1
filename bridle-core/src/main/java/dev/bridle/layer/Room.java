package dev.bridle.layer;

import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Memory for the time steps of a recurrent layer: of a training, kept from step to step with a
 * place for each time step, which the backward pass reads; of an evaluation, for the innermost open
 * scope, with places that are used again.
 *
 * @param arena keeps the memory of a training
 * @param precision of the numbers
 * @param members K
 * @param batch B
 * @param keeping whether this is a training
 */
record Room(Arena arena, Precision precision, int members, int batch, boolean keeping) {

  /** Zeros {@code [K, rows, B]} for each of so many time steps, one behind the other. */
  Steps steps(int count, int rows) {
    int places = keeping ? count : Math.min(count, 2);
    Tensor all = zeros(places, members, rows, batch);
    List<Tensor> each = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      each.add(keep(all.select(0, i)));
    }
    return new Steps(all, each);
  }

  /** Zeros of that shape. */
  Tensor zeros(long... shape) {
    return keeping ? arena.zeros(precision, shape) : Tensors.empty(precision, shape).zero_();
  }

  /** A view that lives as long as the memory. */
  Tensor keep(Tensor view) {
    return keeping ? arena.keep(view) : view;
  }

  /**
   * The numbers of all time steps.
   *
   * @param all {@code [T, K, rows, B]}
   * @param each {@code [K, rows, B]}, by time step
   */
  record Steps(Tensor all, List<Tensor> each) {
    /** Those of time step {@code t}; of an evaluation, valid until the next but one. */
    Tensor at(int t) {
      return each.get(t % each.size());
    }

    /** The same steps from row {@code from} on, {@code rows} of them. */
    Steps rows(int from, int rows, Room room) {
      List<Tensor> parts = new ArrayList<>();
      for (Tensor step : each) {
        parts.add(room.keep(step.narrow(1, from, rows)));
      }
      return new Steps(room.keep(all.narrow(2, from, rows)), parts);
    }
  }
}
