package dev.bridle.train;

import dev.bridle.diagnostic.DeadUnits;
import dev.bridle.layer.ActivationNode;
import dev.bridle.layer.Node;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Network;
import dev.bridle.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Watches the layers with an activation while rows are evaluated, and remembers the smallest and
 * the largest that each unit of each member has said.
 */
final class Probe implements Network.Watcher {
  private final List<Node> nodes;
  private final Map<Integer, Extremes> said = new LinkedHashMap<>();

  /** By unit of all members, one behind the other. */
  private static final class Extremes {
    private final double[] lowest;
    private final double[] highest;

    Extremes(int units) {
      lowest = new double[units];
      highest = new double[units];
      Arrays.fill(lowest, Double.POSITIVE_INFINITY);
      Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    void add(Tensor output) {
      double[] low = Tensors.toDoubles(output.amin(new long[] {1}, false));
      double[] high = Tensors.toDoubles(output.amax(new long[] {1}, false));
      for (int i = 0; i < low.length; i++) {
        lowest[i] = Math.min(lowest[i], low[i]);
        highest[i] = Math.max(highest[i], high[i]);
      }
    }
  }

  Probe(CompiledNetwork compiled) {
    this.nodes = compiled.nodes().stream().filter(n -> !n.trainingOnly()).toList();
  }

  @Override
  public void see(int layer, Tensor output) {
    if (nodes.get(layer) instanceof ActivationNode) {
      int units = (int) (output.size(0) * output.size(2));
      said.computeIfAbsent(layer, key -> new Extremes(units)).add(output);
    }
  }

  /** The units of each member that said the same all the time, by layer. */
  List<List<DeadUnits>> deadUnits(int members) {
    List<List<DeadUnits>> dead = new ArrayList<>();
    for (int k = 0; k < members; k++) {
      List<DeadUnits> layers = new ArrayList<>();
      for (Map.Entry<Integer, Extremes> layer : said.entrySet()) {
        layers.add(deadUnits(nodes.get(layer.getKey()).name(), layer.getValue(), k, members));
      }
      dead.add(layers);
    }
    return dead;
  }

  private static DeadUnits deadUnits(String name, Extremes said, int member, int members) {
    int units = said.lowest.length / members;
    int dead = 0;
    for (int i = member * units; i < (member + 1) * units; i++) {
      dead += said.lowest[i] == said.highest[i] ? 1 : 0;
    }
    int end = name.indexOf('/');
    return new DeadUnits(end < 0 ? name : name.substring(0, end), units, dead);
  }
}
