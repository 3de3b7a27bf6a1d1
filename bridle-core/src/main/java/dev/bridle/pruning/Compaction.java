package dev.bridle.pruning;

import dev.bridle.dropout.MonteCarlo;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Leaves out of a trained network what changes none of its outputs: zeros that {@code group-lasso},
 * {@code l1} or {@code prune} have left become a smaller network.
 *
 * <ul>
 *   <li>A unit or filter whose incoming weights are all exactly 0 always says the same, the
 *       activation of its bias, of what {@code batch-norm} makes of it. It goes; what it said is
 *       added to the biases behind it. A filter stays if it says something else than 0 to a
 *       convolution that sees zeros around its input, where no bias is the same.
 *   <li>A unit of {@code rnn, lstm, gru} whose candidate hears nothing and has no bias stays at 0
 *       for ever, and goes; so does a column of zeros of an embedding.
 *   <li>A unit whose outgoing weights are all exactly 0 goes.
 *   <li>All that again, until nothing changes. A layer keeps one unit at least.
 *   <li>An input whose weights are all exactly 0 goes, with its name and scaling, where inputs are
 *       plain numbers. Where raw columns or images are prepared for the network (it has
 *       attachments), or rows have a shape, inputs keep their places and are named as unused.
 * </ul>
 *
 * <p>A layer that {@code layer-norm}, {@code rms-norm} or {@code group-norm} standardises over its
 * units keeps all of them, for without one the others would say something else. Residual blocks,
 * convolutions in groups and recurrent layers of two directions stay as they are, and so do the
 * units of the layers before them. Recipes stay as they are, the network's text says fewer units.
 * Outputs are equal but for rounding. What is almost 0 is left alone: that nothing changes is the
 * point. PyTorch's {@code torch.nn.utils.prune} masks and leaves the sizes; see Li et al., ICLR
 * 2017 (arXiv 1608.08710), section 3, for the removal of whole filters and the channels behind
 * them.
 */
public final class Compaction {
  private Compaction() {}

  /**
   * The smaller network; the same one if nothing can go.
   *
   * @throws IllegalArgumentException if the network's predictions are random
   */
  public static Compacted of(TrainedNetwork network) {
    requireCertain(network);
    TrainedNetwork smaller = network;
    Kept inputs = Kept.all(network.features().size());
    while (true) {
      List<Stage> stages = Stage.of(smaller);
      List<double[]> said = said(smaller, stages);
      List<Kept> kept = kept(smaller, stages, said);
      if (kept.stream().allMatch(Kept::isAll)) {
        return compacted(network, smaller, inputs);
      }
      if (!kept.get(0).isAll()) {
        inputs = kept.get(0).after(inputs);
      }
      smaller = new Cut(smaller, stages, kept, said).network();
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

  /** What each channel of each stage says of one row; of a constant one, of all rows. */
  private static List<double[]> said(TrainedNetwork network, List<Stage> stages) {
    Map<String, double[]> activations = network.activations(network.scaling().mean());
    return stages.stream().map(stage -> stage.firsts(activations)).toList();
  }

  /** What stays: of the inputs, then of each stage's units. */
  private static List<Kept> kept(TrainedNetwork network, List<Stage> stages, List<double[]> said) {
    List<Kept> kept = new ArrayList<>();
    Stage first = stages.get(0);
    boolean plain = hasPlainInputs(network);
    kept.add(Kept.without(first.input().channels(), i -> plain && first.part().isUnheard(i)));
    for (int i = 0; i < stages.size(); i++) {
      Part part = stages.get(i).part();
      if (i == stages.size() - 1 || stages.get(i).keptBy().isPresent()) {
        kept.add(Kept.all(part.units()));
      } else {
        Part next = stages.get(i + 1).part();
        double[] constants = said.get(i);
        kept.add(Kept.without(part.units(), u -> mayGo(part, u, constants[u], next)));
      }
    }
    return kept;
  }

  private static boolean mayGo(Part part, int unit, double said, Part next) {
    return part.isConstant(unit)
        ? next.canMiss(unit, OptionalDouble.of(said))
        : part.isUnheardInside(unit) && next.canMiss(unit, OptionalDouble.empty());
  }

  private static boolean hasPlainInputs(TrainedNetwork network) {
    return network.attachments().isEmpty() && network.compiled().input().isFlat();
  }

  /** Why units of a stage stay that could go by themselves, if there is such a reason. */
  private static Optional<String> reason(List<Stage> stages, int at) {
    if (at == stages.size() - 1) {
      return Optional.empty();
    }
    Part part = stages.get(at).part();
    Part next = stages.get(at + 1).part();
    return stages
        .get(at)
        .keptBy()
        .or(() -> next.whole().map(why -> next.name() + " behind it is left as it is"))
        .or(() -> isNeeded(part, next) ? next.needs() : Optional.empty());
  }

  /** Whether units are left that could go if another layer stood behind. */
  private static boolean isNeeded(Part part, Part next) {
    return part.units() > 1
        && IntStream.range(0, part.units())
            .anyMatch(unit -> part.isConstant(unit) || next.isUnheard(unit));
  }

  /** Whether an input that is left changes nothing: its channel is heard by nobody. */
  private static boolean isUnused(Stage first, Shape input, int number) {
    Shape shape = first.input().channels() == input.size() ? Shape.of(input.size()) : input;
    int channel = shape.isSeries() ? number % shape.channels() : number / shape.positions();
    return first.part().isUnheard(channel);
  }

  private static Compacted compacted(TrainedNetwork before, TrainedNetwork after, Kept inputs) {
    List<Stage> was = Stage.of(before);
    List<Stage> is = Stage.of(after);
    List<Compacted.Units> units = new ArrayList<>();
    for (int i = 0; i < was.size(); i++) {
      Part part = was.get(i).part();
      int left = is.get(i).part().units();
      String reason = reason(is, i).orElse("");
      units.add(new Compacted.Units(part.name(), part.units(), left, reason));
    }
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < inputs.of(); i++) {
      int at = inputs.places().indexOf(i);
      if (at < 0 || isUnused(is.get(0), after.compiled().input(), at)) {
        unused.add(before.features().get(i));
      }
    }
    return new Compacted(before, after, inputs.places(), unused, units);
  }
}
