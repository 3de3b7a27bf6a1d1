package dev.bridle.pruning;

import dev.bridle.architecture.Architecture;
import dev.bridle.architecture.LayerSpec;
import dev.bridle.layer.Node;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A layer with weights and the layers without that stand behind it, which keep its channels apart:
 * pooling, flattening.
 *
 * @param part the layer with weights
 * @param input what comes in, each channel of which may go
 * @param layers the names of all, its own first
 * @param output the shape of what goes out, before it is flattened
 * @param keptBy why all units stay, whatever stands behind, if there is such a reason
 */
record Stage(Part part, Shape input, List<String> layers, Shape output, Optional<String> keptBy) {
  /** Copies the list. */
  Stage {
    layers = List.copyOf(layers);
  }

  /** All of them, first to last. */
  static List<Stage> of(TrainedNetwork network) {
    return new Reader(network).read();
  }

  /** What each channel says at its first position, out of what each layer says of a row. */
  double[] firsts(Map<String, double[]> activations) {
    String last = layers.get(layers.size() - 1);
    double[] said = Objects.requireNonNull(activations.get(last), last);
    double[] firsts = new double[part.units()];
    for (int channel = 0; channel < firsts.length; channel++) {
      firsts[channel] = said[Kept.numbers(output, channel).findFirst().orElseThrow()];
    }
    return firsts;
  }

  /** Goes through the layers of a network. */
  private static final class Reader {
    private final TrainedNetwork network;
    private final Architecture architecture;
    private final List<Stage> stages = new ArrayList<>();
    private Shape shape;
    private boolean pooled; // whether layers without weights have changed the input
    private boolean idsBefore; // whether the series at hand has the padding of an embedding

    Reader(TrainedNetwork network) {
      this.network = network;
      this.architecture = network.compiled().architecture();
      this.shape = network.compiled().input();
    }

    List<Stage> read() {
      for (int i = 0; i < architecture.layers().size(); i++) {
        String name = architecture.layerName(i);
        LayerSpec layer = architecture.layers().get(i);
        if (layer.hasWeights() || layer instanceof LayerSpec.Residual) {
          begin(name, layer);
        } else {
          behind(name, layer);
        }
      }
      return stages;
    }

    private void begin(String name, LayerSpec layer) {
      boolean plain = stages.isEmpty() && !pooled && layer instanceof LayerSpec.Dense;
      Shape input = plain ? Shape.of(shape.size()) : shape; // plain: each number is a channel
      Shape output = node(name).shape();
      Part part = part(name, layer, input, output);
      idsBefore =
          layer instanceof LayerSpec.Embedding
              || (idsBefore && layer instanceof LayerSpec.Recurrent r && r.sequence());
      Optional<String> reason = part.whole().or(() -> mixer(name));
      stages.add(new Stage(part, input, List.of(name), output, reason));
      shape = output;
    }

    private Part part(String name, LayerSpec layer, Shape input, Shape output) {
      if (layer instanceof LayerSpec.Dense dense) {
        return ProductPart.dense(network, name, dense, input);
      }
      if (layer instanceof LayerSpec.Convolution conv && conv.groups() == 1) {
        return ProductPart.convolution(network, name, conv, input);
      }
      if (layer instanceof LayerSpec.Recurrent recurrent && !recurrent.bidirectional()) {
        boolean masked = recurrent.masked() || idsBefore;
        return new RecurrentPart(network, name, recurrent, input.channels(), masked);
      }
      if (layer instanceof LayerSpec.Embedding embedding) {
        return new EmbeddingPart(name, embedding, network.values(name + ".kernel"));
      }
      return new WholePart(name, layer, output.channels(), reason(layer));
    }

    private static String reason(LayerSpec layer) {
      if (layer instanceof LayerSpec.Convolution) {
        return "its filters share their channels out among groups";
      }
      return layer instanceof LayerSpec.Recurrent
          ? "both of its directions have as many"
          : "what comes in is added to what goes out";
    }

    private void behind(String name, LayerSpec layer) {
      boolean flat = layer instanceof LayerSpec.Flatten;
      shape = flat ? shape : node(name).shape();
      pooled |= !flat;
      if (!stages.isEmpty()) {
        Stage last = stages.remove(stages.size() - 1);
        List<String> layers = new ArrayList<>(last.layers);
        layers.add(name);
        Optional<String> reason = last.keptBy.or(() -> mixer(name));
        stages.add(
            new Stage(
                last.part,
                last.input,
                layers,
                shape,
                flat ? reason.or(() -> weighted(name)) : reason));
      }
    }

    private Node node(String name) {
      return network.compiled().nodes().stream()
          .filter(node -> node.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    /** What makes each unit depend on the others, if something does. */
    private Optional<String> mixer(String name) {
      return beside(name).stream()
          .filter(Node::mixesUnits)
          .map(node -> kind(node) + " standardises over them")
          .findFirst();
    }

    /** What has weights for each number of a channel. */
    private Optional<String> weighted(String name) {
      return beside(name).stream()
          .filter(node -> !node.weights().isEmpty())
          .map(node -> kind(node) + " stands behind " + name + ", where each has several numbers")
          .findFirst();
    }

    private List<Node> beside(String name) {
      return network.compiled().nodes().stream()
          .filter(node -> node.name().startsWith(name + "/"))
          .toList();
    }

    private static String kind(Node node) {
      return node.name().substring(node.name().indexOf('/') + 1);
    }
  }
}
