package dev.bridle.golden;

import dev.bridle.architecture.Activation;
import dev.bridle.layer.ActivationNode;
import dev.bridle.layer.ConvolutionNode;
import dev.bridle.layer.DenseNode;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Node;
import dev.bridle.layer.Pass;
import dev.bridle.layer.PoolNode;
import dev.bridle.layer.ResidualNode;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.loss.Loss;
import dev.bridle.loss.SoftmaxCrossEntropy;
import dev.bridle.population.Initial;
import dev.bridle.population.Population;
import dev.bridle.tensor.Tensors;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Convolution and pooling of images, there and back, and a small network of them. */
final class ConvolutionGolden implements Topic {
  @Override
  public String file() {
    return "convolution.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return true;
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    if (c.name().startsWith("conv2d")) {
      convolution(c.fields(), company, readings);
    } else if (c.name().startsWith("maxpool")) {
      Fields f = c.fields();
      int size = (int) f.number("kernel");
      int stride = (int) f.number("stride");
      Shape in = shape(f.array("x"));
      Node node = PoolNode.sliding("max-pool1", in, PoolNode.Kind.MAXIMUM, size, stride);
      Site site = site(List.of(node), f, company);
      thereAndBack(node.build(site), f, company, readings);
    } else {
      network(c.fields(), company, readings);
    }
  }

  private static Shape shape(GoldenArray x) {
    long[] s = x.shape();
    return Shape.of((int) s[1], (int) s[2], (int) s[3]);
  }

  private static Site site(List<Node> nodes, Fields f, Company company) {
    Population population =
        company.population(nodes.stream().flatMap(n -> n.weights().stream()).toList(), List.of());
    int batch = (int) f.array("x").shape()[0];
    return company.site(population, company.strengths(Map.of()), batch);
  }

  /** Rows {@code [K, B, F]} of numbers with any shape. */
  private static Tensor rows(GoldenArray x, Company company) {
    long batch = x.shape()[0];
    return company.tensor(x.reshaped(batch, x.size() / batch));
  }

  private static void thereAndBack(Layer layer, Fields f, Company company, Readings readings) {
    GoldenArray expected = f.array("y");
    for (Pass pass : List.of(Pass.EVALUATION, Pass.training(0))) {
      GoldenArray y = company.ours(layer.forward(rows(f.array("x"), company), pass));
      readings.near("y, " + pass, expected, y.reshaped(expected.shape()));
    }
    Tensor gradient = layer.backward(rows(f.array("r"), company), true);
    readings.near(
        "grad_x", f.array("grad_x"), company.ours(gradient).reshaped(f.array("x").shape()));
  }

  private static void set(Site site, String name, GoldenArray value, Company company) {
    site.population().weight(name).value().copy_(company.tensor(value));
  }

  private static GoldenArray gradient(Site site, String name, Company company) {
    return company.ours(site.gradientOf(site.population().weight(name)));
  }

  private static void convolution(Fields f, Company company, Readings readings) {
    GoldenArray w = f.array("w");
    int stride = (int) f.number("stride");
    int padding = (int) f.number("padding");
    Node node = node(f, w, stride, padding);
    Site site = site(List.of(node), f, company);
    set(site, "conv1.kernel", w, company);
    set(site, "conv1.bias", f.array("b"), company);
    thereAndBack(node.build(site), f, company, readings);
    readings.near("grad_w", f.array("grad_w"), gradient(site, "conv1.kernel", company));
    readings.near("grad_b", f.array("grad_b"), gradient(site, "conv1.bias", company));
  }

  private static Node node(Fields f, GoldenArray w, int stride, int padding) {
    int filters = (int) w.shape()[0];
    int size = (int) w.shape()[2];
    return new ConvolutionNode(
        "conv1", shape(f.array("x")), filters, size, stride, padding, 1, Initial.HE);
  }

  private static void network(Fields f, Company company, Readings readings) {
    Node conv = node(f, f.array("w"), 1, 0);
    Node pool = PoolNode.sliding("max-pool1", conv.shape(), PoolNode.Kind.MAXIMUM, 2, 2);
    int classes = (int) f.array("dense_b").shape()[0];
    Node dense = new DenseNode("dense1", pool.outputs(), classes, Initial.HE);
    List<Node> nodes =
        List.of(conv, new ActivationNode("relu", Activation.RELU, conv.shape()), pool, dense);
    Site site = site(nodes, f, company);
    set(site, "conv1.kernel", f.array("w"), company);
    set(site, "conv1.bias", f.array("b"), company);
    set(site, "dense1.kernel", f.array("dense_w"), company);
    set(site, "dense1.bias", f.array("dense_b"), company);
    List<Layer> layers = ResidualNode.build(nodes, site);
    Tensor x = rows(f.array("x"), company);
    for (Layer layer : layers) {
      x = layer.forward(x, Pass.training(0));
    }
    readings.near("logits", f.array("logits"), company.ours(x));
    Loss.Result loss = new SoftmaxCrossEntropy().of(x, targets(f, classes, company));
    readings.near("loss", f.number("loss"), company.ours(Tensors.toDoubles(loss.perMember())));
    Tensor g = loss.gradient();
    for (int i = layers.size() - 1; i >= 0; i--) {
      g = layers.get(i).backward(g, true);
    }
    readings.near("grad_x", f.array("grad_x"), company.ours(g).reshaped(f.array("x").shape()));
    readings.near("grad_w", f.array("grad_w"), gradient(site, "conv1.kernel", company));
    readings.near("grad_b", f.array("grad_b"), gradient(site, "conv1.bias", company));
    readings.near(
        "grad_dense_w", f.array("grad_dense_w"), gradient(site, "dense1.kernel", company));
    readings.near("grad_dense_b", f.array("grad_dense_b"), gradient(site, "dense1.bias", company));
  }

  private static Tensor targets(Fields f, int classes, Company company) {
    int[] labels = f.wholes("labels");
    double[] oneHot = new double[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      oneHot[i * classes + labels[i]] = 1;
    }
    return company.shared(GoldenArray.of(oneHot, labels.length, classes));
  }
}
