package dev.bridle.export.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.bridle.data.Scaling;
import dev.bridle.data.Task;
import dev.bridle.metric.Link;
import dev.bridle.model.TrainedNetwork;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The end of a graph: from the outputs of a network to what was asked.
 *
 * <p>Of classes: {@code label [N]}, a whole number where all classes are called by one, else the
 * class's name, and {@code probabilities [N, C]} in single precision, as the network's link makes
 * them. Of a regression: {@code value [N, O]} in the targets' own units, in double precision, since
 * a mean of 2000 leaves single precision few digits.
 *
 * @param label the name of the output of labels; empty for a regression
 * @param values the name of the output of probabilities or values
 */
public record AnswersOut(String label, String values) {

  /** Whether labels are written as numbers: where every class's name is a whole one. */
  static boolean areNumbers(List<String> classes) {
    return classes.stream().allMatch(name -> name.matches("0|-?[1-9][0-9]{0,17}"));
  }

  static AnswersOut write(TrainedNetwork network, String outputs, GraphWriter graph) {
    return network.task() instanceof Task.Classification classes
        ? classes(classes.classes(), network.link(), outputs, graph)
        : amounts(network.scaling(), outputs, graph);
  }

  private static AnswersOut classes(
      List<String> classes, Link link, String logits, GraphWriter graph) {
    String best =
        graph.add(
            "ArgMax",
            "answer/best",
            List.of(logits),
            Attributes.of("axis", 1),
            Attributes.of("keepdims", 0));
    boolean numbers = areNumbers(classes);
    String names =
        numbers
            ? graph.longs("answer/classes", classes.stream().mapToLong(Long::parseLong).toArray())
            : graph.texts("answer/classes", classes);
    String label = graph.add("Gather", "label", List.of(names, best));
    String logs = link == Link.SIGMOID ? logSigmoids(logits, graph) : logits;
    String probabilities =
        graph.add("Softmax", "probabilities", List.of(logs), Attributes.of("axis", 1));
    graph.output(label, numbers ? DataType.INT64 : DataType.STRING, List.of());
    graph.output(probabilities, DataType.FLOAT, List.of((long) classes.size()));
    return new AnswersOut(label, probabilities);
  }

  /**
   * \( \log \sigma(y) = -\log(1 + e^{-y}) \), whose softmax is the sigmoids divided by their sum,
   * also where all of them are too small for a number.
   */
  private static String logSigmoids(String logits, GraphWriter graph) {
    String negative = graph.add("Neg", "answer/negative", List.of(logits));
    String soft = graph.add("Softplus", "answer/softplus", List.of(negative));
    return graph.add("Neg", "answer/log-sigmoids", List.of(soft));
  }

  private static AnswersOut amounts(Scaling scaling, String outputs, GraphWriter graph) {
    float[] mean = scaling.targetMean();
    float[] deviation = scaling.targetDeviation();
    String wide = graph.cast(outputs, "answer/wide", DataType.DOUBLE);
    String by = graph.doubles("answer/deviation", widened(deviation), deviation.length);
    String shift = graph.doubles("answer/mean", widened(mean), mean.length);
    String scaled = graph.add("Mul", "answer/scaled", List.of(wide, by));
    String value = graph.add("Add", "value", List.of(scaled, shift));
    graph.output(value, DataType.DOUBLE, List.of((long) mean.length));
    return new AnswersOut("", value);
  }

  private static double[] widened(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
