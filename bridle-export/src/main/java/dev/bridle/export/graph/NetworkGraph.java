package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import dev.bridle.layer.Shape;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.study.image.ImagePreparation;
import dev.bridle.study.series.SeriesPreparation;
import dev.bridle.study.table.Preparation;
import java.util.List;
import java.util.Map;

/**
 * A trained network from raw inputs to answers, as an ONNX graph in single precision.
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
   * Writes down a network, with what prepares its inputs if that is attached to it.
   *
   * @param inputs the names of the inputs: of its columns, or of its one tensor
   * @throws IllegalArgumentException if ONNX has no form for one of its layers
   */
  public static NetworkGraph of(TrainedNetwork network, List<String> inputs) {
    GraphWriter graph = new GraphWriter(inputs);
    Flow flow = beginning(network, inputs, graph);
    InputScaling.write(network.scaling(), flow);
    String outputs = Translators.translate(network, flow);
    AnswersOut answers = AnswersOut.write(network, outputs, graph);
    return new NetworkGraph(graph.graph(), answers);
  }

  private static Flow beginning(TrainedNetwork network, List<String> inputs, GraphWriter graph) {
    Map<String, String> texts = network.attachments();
    if (ImagePreparation.isIn(texts)) {
      ImagePreparation images = ImagePreparation.of(texts);
      String pixels = ImagesIn.write(inputs.get(0), images, graph);
      return new Flow(network, graph, pixels, Shape.of(images.shape()));
    }
    if (SeriesPreparation.isIn(texts)) {
      SeriesPreparation series = SeriesPreparation.of(texts);
      String windows = WindowsIn.write(inputs.get(0), series, graph);
      return new Flow(network, graph, windows, Shape.of(series.shape()));
    }
    String features =
        texts.containsKey("preparation")
            ? ColumnsIn.prepared(Preparation.of(texts), graph)
            : ColumnsIn.plain(inputs, graph);
    return new Flow(network, graph, features, Shape.of(network.features().size()));
  }
}
