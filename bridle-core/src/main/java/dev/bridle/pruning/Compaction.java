package dev.bridle.pruning;

import dev.bridle.dropout.MonteCarlo;
import dev.bridle.model.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out of a trained network of dense layers what changes none of its outputs: zeros that
 * {@code group-lasso}, {@code l1} or {@code prune} have left become a smaller network.
 *
 * <ul>
 *   <li>A unit whose incoming weights are all exactly 0 always says the same, the activation of its
 *       bias, of what {@code batch-norm} makes of it. It goes; what it said is added to the biases
 *       behind it.
 *   <li>A unit whose outgoing weights are all exactly 0 goes.
 *   <li>Both again, until nothing changes. A layer keeps one unit at least.
 *   <li>An input whose weights are all exactly 0 goes, with its name and scaling, where inputs are
 *       plain numbers. Where raw columns or images are prepared for the network (it has
 *       attachments), or rows have a shape, inputs keep their places and are named as unused.
 * </ul>
 *
 * <p>A layer that {@code layer-norm}, {@code rms-norm} or {@code group-norm} standardises over its
 * units keeps all of them, for without one the others would say something else. Recipes stay as
 * they are, the network's text says fewer units. Outputs are equal but for rounding. What is almost
 * 0 is left alone: that nothing changes is the point. PyTorch's {@code torch.nn.utils.prune} masks
 * and leaves the sizes; see Li et al., ICLR 2017 (arXiv 1608.08710), section 3, for the removal of
 * whole rows and the columns behind them.
 */
public final class Compaction {
  private Compaction() {}

  /**
   * The smaller network; the same one if nothing can go.
   *
   * @throws IllegalArgumentException if the network has layers that are not dense, or its
   *     predictions are random
   */
  public static Compacted of(TrainedNetwork network) {
    requireCertain(network);
    TrainedNetwork smaller = network;
    Kept inputs = Kept.all(network.features().size());
    while (true) {
      List<DenseWeights> layers = DenseWeights.of(smaller);
      List<Kept> kept = kept(smaller, layers);
      if (kept.stream().allMatch(Kept::isAll)) {
        return compacted(network, smaller, inputs);
      }
      inputs = kept.get(0).after(inputs);
      smaller = new Cut(smaller, layers, kept).network();
    }
  }

  private static void requireCertain(TrainedNetwork network) {
    String random = MonteCarlo.DECLARATION.name();
    if (network.compiled().recipe().terms().stream().anyMatch(t -> t.name().equals(random))) {
      throw new IllegalArgumentException(
          random
              + ": expected a recipe without it, since masks fall on constant units too, and"
              + " predictions under masks would be others");
    }
  }

  /** What stays: of the inputs, then of each layer's units. */
  private static List<Kept> kept(TrainedNetwork network, List<DenseWeights> layers) {
    List<Kept> kept = new ArrayList<>();
    DenseWeights first = layers.get(0);
    kept.add(Kept.without(first.inputs(), i -> hasPlainInputs(network) && first.isUnused(i)));
    for (int i = 0; i < layers.size(); i++) {
      DenseWeights layer = layers.get(i);
      if (i == layers.size() - 1 || layer.mixer().isPresent()) {
        kept.add(Kept.all(layer.units()));
      } else {
        DenseWeights next = layers.get(i + 1);
        kept.add(Kept.without(layer.units(), u -> layer.isConstant(u) || next.isUnused(u)));
      }
    }
    return kept;
  }

  private static boolean hasPlainInputs(TrainedNetwork network) {
    return network.attachments().isEmpty() && network.compiled().input().isFlat();
  }

  private static Compacted compacted(TrainedNetwork before, TrainedNetwork after, Kept inputs) {
    List<DenseWeights> was = DenseWeights.of(before);
    List<DenseWeights> is = DenseWeights.of(after);
    List<Compacted.Units> units = new ArrayList<>();
    for (int i = 0; i < was.size(); i++) {
      DenseWeights layer = was.get(i);
      units.add(
          new Compacted.Units(
              layer.name(), layer.units(), is.get(i).units(), layer.mixer().orElse("")));
    }
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < inputs.of(); i++) {
      int at = inputs.places().indexOf(i);
      if (at < 0 || is.get(0).isUnused(at)) {
        unused.add(before.features().get(i));
      }
    }
    return new Compacted(before, after, inputs.places(), unused, units);
  }
}
