package dev.bridle.train;

import dev.bridle.batch.Batch;
import dev.bridle.population.Replicates;
import dev.bridle.tensor.Arena;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The batches of an epoch: rows of the training part in an order that belongs to the replicate and
 * the epoch. Members of one replicate share them; then one gather serves all. A last short batch is
 * dropped.
 */
final class Batches {
  private final Part part;
  private final Replicates replicates;
  private final int batch;
  private final int steps;
  private final int copies;
  private final Tensor allInputs;
  private final Tensor allTargets;
  private final Tensor order;
  private final Tensor inputs;
  private final Tensor targets;
  private final Tensor inputRows;
  private final Tensor targetRows;
  private final Tensor targetCopies;
  private final int[][] drawn;

  Batches(Part part, Replicates replicates, int batch, Precision precision, Arena arena) {
    this.part = part;
    this.replicates = replicates;
    this.batch = batch;
    this.steps = part.rows() / batch;
    this.copies = replicates.shared() ? 1 : replicates.keys().size();
    long features = part.inputs().size(2);
    long outputs = part.targets().size(2);
    this.allInputs = arena.keep(part.inputs().view(-1, features));
    this.allTargets = arena.keep(part.targets().view(-1, outputs));
    this.drawn = new int[copies][];
    int each = copies * batch;
    this.order = arena.keep(Tensors.of(new long[steps * each], steps, each));
    this.inputRows = arena.zeros(precision, each, features);
    this.targetRows = arena.zeros(precision, each, outputs);
    Tensor distinct = arena.keep(inputRows.view(copies, batch, features));
    this.inputs = arena.keep(distinct.expand(replicates.keys().size(), batch, features));
    this.targetCopies = arena.keep(targetRows.view(copies, batch, outputs));
    // feature by feature, as the outputs of dense layers
    this.targets = arena.keep(arena.zeros(precision, copies, outputs, batch).transpose(1, 2));
  }

  /** How many batches an epoch has. */
  int steps() {
    return steps;
  }

  /** Draws the order of epoch {@code epoch}. */
  void shuffle(int epoch) {
    long[] rows = new long[steps * copies * batch];
    for (Replicates.Group group : replicates.groups()) {
      long offset = (long) part.indexOf(group.key()) * part.rows();
      int[] permutation = group.key().at("batches").at(epoch).stream().permutation(part.rows());
      for (int k : replicates.shared() ? List.of(0) : group.members()) {
        drawn[k] = permutation;
        place(permutation, offset, k, rows);
      }
    }
    Tensors.write(order, rows);
  }

  /**
   * Puts the order of member {@code k}, whose replicate's rows start at {@code offset}, into rows.
   */
  private void place(int[] permutation, long offset, int k, long[] rows) {
    for (int step = 0; step < steps; step++) {
      int to = (step * copies + k) * batch;
      for (int b = 0; b < batch; b++) {
        rows[to + b] = offset + permutation[step * batch + b];
      }
    }
  }

  /** Batch number {@code step} of the epoch; valid until the next one. */
  Batch get(int step) {
    Tensor rows = order.select(0, step);
    torch.index_select_out(inputRows, allInputs, 0, rows);
    torch.index_select_out(targetRows, allTargets, 0, rows);
    targets.copy_(targetCopies);
    return new Batch(inputs, targets, (k, b) -> drawn[Math.min(k, copies - 1)][step * batch + b]);
  }
}
