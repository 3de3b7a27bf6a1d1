package dev.bridle.pruning;

import dev.bridle.architecture.Architecture.Named;
import dev.bridle.architecture.LayerSpec;
import dev.bridle.layer.Node;
import dev.bridle.model.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The weights of one dense layer of a trained network as it computes with them: {@code [out, in]},
 * of normed weights \( g v / \|v\| \).
 */
final class DenseWeights {
  private final String name;
  private final int units;
  private final int inputs;
  private final double[] kernel;
  private final Optional<String> mixer;

  private DenseWeights(TrainedNetwork network, String name, int units) {
    this.name = name;
    this.units = units;
    this.kernel = network.values(name + ".kernel");
    this.inputs = kernel.length / units;
    this.mixer = mixer(network.compiled().nodes(), name);
    if (isNormed(network, name)) {
      double[] lengths = network.values(name + ".scale");
      for (int unit = 0; unit < units; unit++) {
        double norm = norm(kernel, unit);
        for (int i = 0; i < inputs; i++) {
          kernel[unit * inputs + i] *= norm < Float.MIN_NORMAL ? 0 : lengths[unit] / norm;
        }
      }
    }
  }

  /**
   * All dense layers, first to last.
   *
   * @throws IllegalArgumentException if there are layers of other kinds
   */
  static List<DenseWeights> of(TrainedNetwork network) {
    List<DenseWeights> layers = new ArrayList<>();
    for (Named layer : network.compiled().architecture().named()) {
      if (layer.layer() instanceof LayerSpec.Dense dense) {
        layers.add(new DenseWeights(network, layer.name(), dense.units()));
      } else if (!(layer.layer() instanceof LayerSpec.Flatten)) {
        throw new IllegalArgumentException(
            "layer "
                + layer.name()
                + ": expected dense layers and nothing else; leaving units out of convolutional,"
                + " pooling, recurrent, embedding and residual layers is not built yet");
      }
    }
    return layers;
  }

  /** Whether the layer's kernel is kept as a direction and a length for each unit. */
  static boolean isNormed(TrainedNetwork network, String name) {
    return network.compiled().layout(List.of()).weights().stream()
        .anyMatch(weight -> weight.name().equals(name + ".scale"));
  }

  private static Optional<String> mixer(List<Node> nodes, String name) {
    String prefix = name + "/";
    return nodes.stream()
        .filter(node -> node.mixesUnits() && node.name().startsWith(prefix))
        .map(node -> node.name().substring(prefix.length()))
        .findFirst();
  }

  /** What stands behind the layer and makes each unit depend on the others, if something does. */
  Optional<String> mixer() {
    return mixer;
  }

  /** {@code dense1}. */
  String name() {
    return name;
  }

  /** How many units there are. */
  int units() {
    return units;
  }

  /** How many numbers come in. */
  int inputs() {
    return inputs;
  }

  /** The weight from an input to a unit. */
  double get(int unit, int input) {
    return kernel[unit * inputs + input];
  }

  /** Whether a unit hears nothing, so that it always says the same. */
  boolean isConstant(int unit) {
    for (int i = 0; i < inputs; i++) {
      if (get(unit, i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether no unit hears an input. */
  boolean isUnused(int input) {
    for (int unit = 0; unit < units; unit++) {
      if (get(unit, input) != 0) {
        return false;
      }
    }
    return true;
  }

  private double norm(double[] values, int unit) {
    double squares = 0;
    for (int i = 0; i < inputs; i++) {
      squares += values[unit * inputs + i] * values[unit * inputs + i];
    }
    return Math.sqrt(squares);
  }
}
