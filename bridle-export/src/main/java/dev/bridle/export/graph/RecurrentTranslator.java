package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.bridle.layer.CellKind;
import dev.bridle.layer.RecurrentNode;
import dev.bridle.layer.RecurrentNode.Directed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A recurrent layer as {@code RNN}, {@code LSTM} or {@code GRU}, whose gates lie in an order of
 * their own: input, output, forget, candidate of an LSTM; update, reset, candidate of a GRU, whose
 * reset gate acts behind the product ({@code linear_before_reset}). Layers that step over padding
 * or keep a share of the old state, which these operators do not know, are {@link
 * RecurrentByFormula}.
 */
final class RecurrentTranslator implements Translator<RecurrentNode> {
  /** Where the gates of ONNX lie in the network's order: of an LSTM output, input, forget, ... */
  private static final int[] LSTM = {1, 0, 2, 3};

  /** The network's order is reset, update, candidate. */
  private static final int[] GRU = {1, 0, 2};

  private static final int[] SIMPLE = {0};

  @Override
  public void translate(RecurrentNode node, Flow flow) {
    if (node.masked() || node.zoneout().isPresent()) {
      new RecurrentByFormula(node, flow).write();
      return;
    }
    GraphWriter graph = flow.graph();
    String steps =
        graph.add(
            "Transpose",
            node.name() + "/steps",
            List.of(flow.value(node.input())),
            Attributes.ofLongs("perm", List.of(1L, 0L, 2L)));
    List<String> results =
        graph.addMany(operator(node), node.name(), 2, inputs(node, steps, flow), attributes(node));
    flow.set(arranged(node, results, graph), node.shape());
  }

  private static String operator(RecurrentNode node) {
    return switch (node.cell()) {
      case SIMPLE -> "RNN";
      case LSTM -> "LSTM";
      case GRU -> "GRU";
    };
  }

  private static AttributeProto[] attributes(RecurrentNode node) {
    List<AttributeProto> attributes = new ArrayList<>();
    attributes.add(Attributes.of("hidden_size", node.units()));
    attributes.add(Attributes.of("direction", node.bidirectional() ? "bidirectional" : "forward"));
    if (node.cell() == CellKind.GRU) {
      attributes.add(Attributes.of("linear_before_reset", 1));
    }
    return attributes.toArray(AttributeProto[]::new);
  }

  /**
   * Steps {@code [T, N, F]}, kernels {@code [D, gates H, F or H]}, biases {@code [D, 2 gates H]}.
   */
  private static List<String> inputs(RecurrentNode node, String steps, Flow flow) {
    List<double[]> ofInput = new ArrayList<>();
    List<double[]> ofState = new ArrayList<>();
    List<double[]> biases = new ArrayList<>();
    for (Directed directed : node.directions()) {
      ofInput.add(gates(node, flow.network().values(directed.input().name())));
      ofState.add(gates(node, flow.network().values(directed.state().name())));
      double[] first = gates(node, flow.network().values(directed.biases().get(0).name()));
      biases.add(first);
      biases.add(
          directed.biases().size() > 1
              ? gates(node, flow.network().values(directed.biases().get(1).name()))
              : new double[first.length]);
    }
    Directed shapes = node.directions().get(0);
    int directions = node.directions().size();
    long rows = shapes.state().shape().get(0);
    String name = node.name();
    GraphWriter graph = flow.graph();
    return List.of(
        steps,
        graph.floats(name + "/input", joined(ofInput), directions, rows, node.input().size(1)),
        graph.floats(name + "/recurrent", joined(ofState), directions, rows, node.units()),
        graph.floats(name + "/biases", joined(biases), directions, 2 * rows));
  }

  /** The rows of a kernel or bias, gate after gate in the order of ONNX. */
  private static double[] gates(RecurrentNode node, double... values) {
    int[] order =
        switch (node.cell()) {
          case SIMPLE -> SIMPLE;
          case LSTM -> LSTM;
          case GRU -> GRU;
        };
    int size = values.length / order.length;
    double[] ordered = new double[values.length];
    for (int gate = 0; gate < order.length; gate++) {
      System.arraycopy(values, order[gate] * size, ordered, gate * size, size);
    }
    return ordered;
  }

  private static double[] joined(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** From {@code [T, D, N, H]} of all steps, or {@code [D, N, H]} of the last, to rows. */
  private static String arranged(RecurrentNode node, List<String> results, GraphWriter graph) {
    String name = node.name() + "/rows";
    List<Long> order = node.sequence() ? List.of(2L, 0L, 1L, 3L) : List.of(1L, 0L, 2L);
    String rows =
        graph.add(
            "Transpose",
            name,
            List.of(results.get(node.sequence() ? 0 : 1)),
            Attributes.ofLongs("perm", order));
    return graph.reshaped(rows, node.name() + "/states", node.shape().sizes());
  }
}
