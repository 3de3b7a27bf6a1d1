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
import java.util.Objects;

/**
 * A trained network without some of its inputs and units.
 *
 * <p>What a constant unit said goes into the biases behind it, \( b' = b + \sum_u c_u w_u \); where
 * weights are normed, lengths shrink as the directions do, \( g' = g \|v'\| / \|v\| \), so that the
 * weights that stay keep their values.
 */
final class Cut {
  private final TrainedNetwork network;
  private final List<DenseWeights> layers;
  private final List<Kept> kept; // inputs, then the units of each layer

  /**
   * A cut.
   *
   * @param kept of the inputs, then of the units of each layer
   */
  Cut(TrainedNetwork network, List<DenseWeights> layers, List<Kept> kept) {
    this.network = network;
    this.layers = layers;
    this.kept = kept;
  }

  /** The smaller network. */
  TrainedNetwork network() {
    CompiledNetwork before = network.compiled();
    Kept inputs = kept.get(0);
    Shape input = inputs.isAll() ? before.input() : Shape.of(inputs.size());
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
    List<LayerSpec> specs = new ArrayList<>();
    int at = 0;
    for (LayerSpec spec : network.compiled().architecture().layers()) {
      specs.add(
          spec instanceof LayerSpec.Dense dense
              ? new LayerSpec.Dense(kept.get(++at).size(), dense.activation())
              : spec);
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
    int at = layer(name.split("[/.]", 2)[0]);
    DenseWeights layer = layers.get(at);
    double[] values = network.values(name);
    Kept units = kept.get(at + 1);
    if (name.equals(layer.name() + ".kernel")) {
      return kept.get(at).columns(units.rows(layer.inputs(), values));
    }
    if (name.equals(layer.name() + ".bias") && at > 0) {
      foldInto(values, at);
    }
    if (name.equals(layer.name() + ".scale")) {
      shorten(values, at);
    }
    return units.rows(1, values);
  }

  private int layer(String name) {
    int at = 0;
    while (!layers.get(at).name().equals(name)) {
      at++;
    }
    return at;
  }

  /** Adds to the biases of a layer what it will hear no more. */
  private void foldInto(double[] biases, int at) {
    DenseWeights before = layers.get(at - 1);
    double[] said =
        Objects.requireNonNull(
            network.activations(network.scaling().mean()).get(before.name()), before.name());
    for (int unit = 0; unit < before.units(); unit++) {
      if (!kept.get(at).places().contains(unit) && before.isConstant(unit)) {
        for (int to = 0; to < biases.length; to++) {
          biases[to] += said[unit] * layers.get(at).get(to, unit);
        }
      }
    }
  }

  private void shorten(double[] lengths, int at) {
    double[] whole = network.values(layers.get(at).name() + ".kernel");
    double[] part = kept.get(at).columns(whole);
    for (int unit = 0; unit < lengths.length; unit++) {
      double norm = norm(whole, unit, lengths.length);
      lengths[unit] *= norm == 0 ? 1 : norm(part, unit, lengths.length) / norm;
    }
  }

  private static double norm(double[] kernel, int unit, int units) {
    int width = kernel.length / units;
    double squares = 0;
    for (int i = unit * width; i < (unit + 1) * width; i++) {
      squares += kernel[i] * kernel[i];
    }
    return Math.sqrt(squares);
  }
}
