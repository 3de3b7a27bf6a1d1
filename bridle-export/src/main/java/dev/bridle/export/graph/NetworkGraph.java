package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.table.InputRule;
import dev.bridle.study.table.Preparation;
import java.util.List;
import java.util.Optional;

/**
 * A trained network from raw columns to answers, as an ONNX graph in single precision.
 *
 * @param graph operators, constants, inputs and outputs
 * @param answers what its outputs are called
 */
public record NetworkGraph(GraphProto graph, AnswersOut answers) {
  /** The version of the standard operators that are used. */
  public static final int OPSET = 17;

  /** The version of the operators for classical machine learning. */
  public static final int ML_OPSET = 3;

  /**
   * Writes down a network.
   *
   * @param preparation how raw columns become its inputs; where it is empty, its inputs are the
   *     columns
   * @throws IllegalArgumentException if ONNX has no form for one of its layers yet
   */
  public static NetworkGraph of(TrainedNetwork network, Optional<Preparation> preparation) {
    List<String> columns =
        preparation
            .map(p -> p.inputs().stream().map(InputRule::column).toList())
            .orElse(network.features());
    GraphWriter graph = new GraphWriter(columns);
    String features =
        preparation
            .map(p -> ColumnsIn.prepared(p, graph))
            .orElseGet(() -> ColumnsIn.plain(columns, graph));
    String scaled = ColumnsIn.scaled(features, network.scaling(), graph);
    String outputs = Translators.translate(network, graph, scaled);
    AnswersOut answers = AnswersOut.write(network, outputs, graph);
    return new NetworkGraph(graph.graph(), answers);
  }
}
