package dev.bridle.architecture;

import dev.bridle.text.TextScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a network computes: its layers, in order, without any regularizer.
 *
 * <p>As text: {@code dense(256) relu, dense(256) relu, dense(10)}, {@code conv(16, 3) relu,
 * max-pool(2), dense(64) relu}, {@code embedding(1000, 16), lstm(32)}. A network without layers is
 * written {@code none}; with outputs it is a linear model.
 *
 * @param layers the layers; the last one may or may not be the output layer, see {@link
 *     #withOutputs(int)}
 */
public record Architecture(List<LayerSpec> layers) {
  /** Two hidden layers: {@code dense(128) relu, dense(128) relu}. */
  public static final Architecture DEFAULT =
      new Architecture(
          List.of(
              new LayerSpec.Dense(128, Activation.RELU),
              new LayerSpec.Dense(128, Activation.RELU)));

  /** Copies the layers. */
  public Architecture {
    layers = List.copyOf(layers);
  }

  /**
   * Reads a network.
   *
   * @throws dev.bridle.text.TextException if the text is wrong, with the position and what is
   *     allowed
   */
  public static Architecture parse(String text) {
    return new ArchitectureReader(new TextScanner("network", text)).read();
  }

  /**
   * The name of a layer, by kind and number within the kind: {@code dense1, dense2}.
   *
   * @param index which layer, from 0
   */
  public String layerName(int index) {
    return named().stream().filter(n -> !n.name().contains("/")).toList().get(index).name();
  }

  /**
   * A layer and its name.
   *
   * @param name {@code dense1}; inside a residual block {@code residual1/conv1}
   */
  public record Named(String name, LayerSpec layer) {}

  /** All layers, those inside a residual block behind it. */
  public List<Named> named() {
    return named("", layers);
  }

  private static List<Named> named(String prefix, List<LayerSpec> layers) {
    List<Named> named = new ArrayList<>();
    Map<String, Integer> count = new HashMap<>();
    for (LayerSpec layer : layers) {
      String name = prefix + layer.kind() + count.merge(layer.kind(), 1, Integer::sum);
      named.add(new Named(name, layer));
      if (layer instanceof LayerSpec.Residual residual) {
        named.addAll(named(name + "/", residual.layers()));
      }
    }
    return named;
  }

  /**
   * This network with an output layer of {@code outputs} units.
   *
   * <p>A last layer that is dense and linear is the output layer; after any other, or none, a
   * linear one is added.
   *
   * @throws IllegalArgumentException if there is an output layer and it has other units
   */
  public Architecture withOutputs(int outputs) {
    LayerSpec.Dense wanted = new LayerSpec.Dense(outputs, Activation.LINEAR);
    if (!layers.isEmpty()
        && layers.get(layers.size() - 1) instanceof LayerSpec.Dense dense
        && dense.activation() == Activation.LINEAR) {
      if (dense.units() == outputs) {
        return this;
      }
      throw new IllegalArgumentException(
          "network \""
              + this
              + "\" ends in "
              + dense
              + ", but the data ask for "
              + outputs
              + (outputs == 1 ? " output" : " outputs")
              + ": write "
              + wanted
              + " or leave the last layer out");
    }
    List<LayerSpec> longer = new ArrayList<>(layers);
    longer.add(wanted);
    return new Architecture(longer);
  }

  /** The canonical text, which parses back to an equal network. */
  @Override
  public String toString() {
    return layers.isEmpty()
        ? ArchitectureReader.NONE
        : layers.stream().map(LayerSpec::toString).collect(Collectors.joining(", "));
  }
}
