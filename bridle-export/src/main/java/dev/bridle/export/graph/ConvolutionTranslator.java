package dev.bridle.export.graph;

import dev.bridle.layer.ConvolutionNode;
import java.util.Collections;
import java.util.List;

/**
 * A convolution as {@code Conv}, over one axis or two. It waits, so that a batch normalisation
 * behind it is folded into its filters.
 */
final class ConvolutionTranslator implements Translator<ConvolutionNode> {
  @Override
  public void translate(ConvolutionNode node, Flow flow) {
    double[] kernel = flow.network().values(node.kernel().name());
    double[] bias = flow.network().values(node.bias().name());
    Linear.Form form =
        (graph, input, k, b) ->
            ChannelsFirst.around(
                node.input(), node.name(), input, graph, x -> convolution(node, x, k, b, graph));
    flow.set(new Linear(kernel, bias, form), node.input(), node.shape());
  }

  private static String convolution(
      ConvolutionNode node, String x, double[] kernel, double[] bias, GraphWriter graph) {
    long[] shape = node.kernel().shape().stream().mapToLong(Integer::longValue).toArray();
    int axes = shape.length - 2;
    String w = graph.floats(node.kernel().name(), kernel, shape);
    String b = graph.floats(node.bias().name(), bias, bias.length);
    return graph.add(
        "Conv",
        node.name(),
        List.of(x, w, b),
        Attributes.ofLongs("strides", Collections.nCopies(axes, (long) node.stride())),
        Attributes.ofLongs("pads", Collections.nCopies(2 * axes, (long) node.padding())),
        Attributes.of("group", node.groups()));
  }
}
