package dev.bridle.pruning;

import dev.bridle.architecture.Architecture;
import dev.bridle.architecture.LayerSpec;
import dev.bridle.data.Scaling;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.population.StateLayout;
import dev.bridle.population.StatisticSpec;
import dev.bridle.population.WeightSpec;
import dev.bridle.tensor.Precision;
import java.util.ArrayList;
import java.util.List;

/** A trained network without some of its inputs and units. */
final class Cut {
  private final TrainedNetwork network;
  private final List<Stage> stages;
  private final List<Kept> kept; // inputs, then the units of each stage
  private final List<double[]> said;

  /**
   * A cut.
   *
   * @param kept of the inputs, then of the units of each stage
   * @param said what each unit of each stage says; counts where it always says the same
   */
  Cut(TrainedNetwork network, List<Stage> stages, List<Kept> kept, List<double[]> said) {
    this.network = network;
    this.stages = stages;
    this.kept = kept;
    this.said = said;
  }

  /** The smaller network. */
  TrainedNetwork network() {
    CompiledNetwork before = network.compiled();
    boolean whole = kept.get(0).isAll();
    Kept inputs = whole ? Kept.all(network.features().size()) : kept.get(0);
    Shape input = whole ? before.input() : Shape.of(inputs.size());
    CompiledNetwork compiled =
        CompiledNetwork.compile(architecture(), before.recipe(), input, network.task().outputs());
    StateLayout layout = compiled.layout(List.of());
    return new TrainedNetwork(
            compiled,
            layout,
            network.task(),
            network.link(),
            inputs.places().stream().map(network.features()::get).toList(),
            scaling(inputs),
            state(layout),
            network.precision())
        .withAttachments(network.attachments());
  }

  private Architecture architecture() {
    Architecture before = network.compiled().architecture();
    List<LayerSpec> specs = new ArrayList<>();
    for (int i = 0; i < before.layers().size(); i++) {
      int at = stage(before.layerName(i));
      boolean weighted = at >= 0 && stages.get(at).part().name().equals(before.layerName(i));
      specs.add(
          weighted ? stages.get(at).part().with(kept.get(at + 1).size()) : before.layers().get(i));
    }
    return new Architecture(specs);
  }

  private Scaling scaling(Kept inputs) {
    Scaling scaling = network.scaling();
    return Scaling.of(
        inputs.columns(scaling.mean()),
        inputs.columns(scaling.deviation()),
        scaling.targetMean(),
        scaling.targetDeviation(),
        scaling.isClipped());
  }

  private double[] state(StateLayout layout) {
    double[] state = new double[layout.total()];
    for (int i = 0; i < layout.weights().size(); i++) {
      WeightSpec spec = layout.weights().get(i);
      write(state, layout.offset(i), kept(spec.name()));
    }
    for (int i = 0; i < layout.statistics().size(); i++) {
      StatisticSpec spec = layout.statistics().get(i);
      write(state, layout.statisticOffset(i), kept(spec.name()));
    }
    return state;
  }

  /** In the precision of the network, so that what is saved is what is used. */
  private void write(double[] state, int at, double... values) {
    boolean single = network.precision() == Precision.FLOAT32;
    for (int i = 0; i < values.length; i++) {
      state[at + i] = single ? (float) values[i] : values[i];
    }
  }

  /**
   * What stays of a weight or statistic, {@code dense1.kernel}, {@code dense1/batch-norm.shift}.
   */
  private double[] kept(String name) {
    int at = stage(name.split("[/.]", 2)[0]);
    Kept units = kept.get(at + 1);
    Part part = stages.get(at).part();
    return part.cut(name, network.values(name), kept.get(at), units, missed(at));
  }

  /** What the inputs of a stage always said that do not stay. */
  private double[] missed(int at) {
    double[] missed = new double[kept.get(at).of()];
    if (at > 0) {
      for (int channel = 0; channel < missed.length; channel++) {
        boolean gone = !kept.get(at).places().contains(channel);
        if (gone && stages.get(at - 1).part().isConstant(channel)) {
          missed[channel] = said.get(at - 1)[channel];
        }
      }
    }
    return missed;
  }

  /** The place of the stage that a layer belongs to; -1 for one before all stages. */
  private int stage(String layer) {
    int at = stages.size() - 1;
    while (at >= 0 && !stages.get(at).layers().contains(layer)) {
      at--;
    }
    return at;
  }
}
