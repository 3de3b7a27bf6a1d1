package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.bridle.study.image.ImagePreparation;
import java.util.Arrays;
import java.util.List;

/**
 * The beginning of a graph for images: one input {@code [N, C, H, W]} in single precision, each
 * number of a pixel from 0 to 255, and from it {@code clip((x / 255 - mean) / deviation)} by
 * channel.
 */
final class ImagesIn {
  private ImagesIn() {}

  /** Writes the input and what prepares it; returns the name of the network's inputs. */
  static String write(String input, ImagePreparation preparation, GraphWriter graph) {
    List<Long> shape = Arrays.stream(preparation.shape()).asLongStream().boxed().toList();
    graph.input(input, DataType.FLOAT, shape);
    int channels = preparation.channels().count();
    double[] factor = new double[channels];
    double[] summand = new double[channels];
    for (int c = 0; c < channels; c++) {
      factor[c] = 1 / (255 * preparation.deviations().get(c));
      summand[c] = -preparation.means().get(c) / preparation.deviations().get(c);
    }
    String by = graph.floats("pixels/factor", factor, channels, 1, 1);
    String shift = graph.floats("pixels/summand", summand, channels, 1, 1);
    String scaled = graph.add("Mul", "pixels/scaled", List.of(input, by));
    String standardised = graph.add("Add", "pixels/standardised", List.of(scaled, shift));
    String low = graph.floats("pixels/low", new double[] {-ImagePreparation.CLIP});
    String high = graph.floats("pixels/high", new double[] {ImagePreparation.CLIP});
    return graph.add("Clip", "pixels", List.of(standardised, low, high));
  }
}
