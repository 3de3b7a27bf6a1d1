package dev.bridle.golden;

import dev.bridle.architecture.Activation;
import dev.bridle.layer.ActivationNode;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Activation functions, their derivatives, and the fixed point of SELU. */
final class ActivationGolden implements Topic {
  private static final Map<String, Activation> FUNCTIONS =
      Map.of(
          "gelu", Activation.GELU,
          "selu", Activation.SELU,
          "selu_fixed_point", Activation.SELU,
          "relu", Activation.RELU,
          "leaky_relu_0.01", Activation.LEAKY_RELU,
          "sigmoid", Activation.SIGMOID,
          "tanh", Activation.TANH,
          "silu", Activation.SILU);

  /** How far out the normal distribution is followed, and how finely. */
  private static final int WIDTH = 12;

  private static final double CELL = 1.0 / 512;

  @Override
  public String file() {
    return "losses_activations.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return FUNCTIONS.containsKey(c.name());
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    if (c.fields().has("x")) {
      function(c, company, readings);
    } else {
      moments(c, company, readings);
    }
  }

  private static Layer layer(GoldenCase c, Company company, int features) {
    ActivationNode node =
        new ActivationNode("dense1/f", FUNCTIONS.get(c.name()), Shape.of(features));
    return node.build(
        company.site(company.population(List.of(), List.of()), company.strengths(Map.of()), 1));
  }

  private static void function(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    int n = f.array("x").size();
    GoldenArray x = f.array("x").reshaped(1, n);
    Layer layer = layer(c, company, n);
    GoldenArray y = company.ours(layer.forward(company.tensor(x), Pass.training(0)));
    readings.near("y", f.array("y").reshaped(1, n), y);
    GoldenArray ones = x.map(v -> 1);
    GoldenArray derivative = company.ours(layer.backward(company.tensor(ones), true));
    readings.near("derivative", f.array("derivative").reshaped(1, n), derivative);
    GoldenArray evaluated = company.ours(layer.forward(company.tensor(x), Pass.EVALUATION));
    readings.exact("evaluation", y, evaluated);
  }

  /** The midpoint rule; 0, where the slope jumps, is a border between cells. */
  private static void moments(GoldenCase c, Company company, Readings readings) {
    double[] z = new double[(int) (2 * WIDTH / CELL)];
    Arrays.setAll(z, i -> (i + 0.5) * CELL - WIDTH);
    Layer layer = layer(c, company, z.length);
    GoldenArray points = GoldenArray.of(z, 1, z.length);
    GoldenArray y = company.ours(layer.forward(company.tensor(points), Pass.EVALUATION));
    double mean = 0;
    double square = 0;
    for (int i = 0; i < z.length; i++) {
      double weight = CELL * Math.exp(-z[i] * z[i] / 2) / Math.sqrt(2 * Math.PI);
      mean += weight * y.get(i);
      square += weight * y.get(i) * y.get(i);
    }
    double tolerance = c.fields().number("tolerance");
    readings.within("mean", tolerance, c.fields().number("mean"), mean);
    readings.within("variance", tolerance, c.fields().number("variance"), square - mean * mean);
  }
}
