package dev.bridle.golden;

import dev.bridle.dropout.AlphaDropout;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.tensor.Key;
import java.util.Map;

/** Alpha dropout: for a given mask, and on average behind SELU. */
final class AlphaDropoutGolden implements Topic {
  private static final double SCALE = 1.0507009873554804935;

  @Override
  public String file() {
    return "dropout.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("alpha_dropout_");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    mask(f, company, readings);
    statistics(f.part("statistics"), f, company, readings);
  }

  private static void mask(Fields f, Company company, Readings readings) {
    GoldenArray x = f.array("x");
    double a = f.number("a");
    Layer layer = layer(x, f.number("rate"), company);
    Pass pass =
        Pass.training(DropoutGolden.stepWithMask(f.array("mask"), f.number("rate"), company));
    readings.near("y", f.array("y"), DropoutGolden.forward(layer, x, pass, company));
    GoldenArray slope = company.ours(layer.backward(company.tensor(x.map(v -> 1)), true));
    readings.near("gradient of ones is a times the mask", f.array("mask").map(m -> a * m), slope);
    GoldenArray evaluated = DropoutGolden.forward(layer, x, Pass.EVALUATION, company);
    readings.exact("identity at evaluation", company.ours(company.tensor(x)), evaluated);
  }

  private static void statistics(Fields f, Fields numbers, Company company, Readings readings) {
    int n = (int) f.number("n");
    float[] normals = new float[n];
    Key.of(31).stream().normals(normals, n);
    double lowest = numbers.number("alpha_prime");
    double[] selu = new double[n];
    for (int i = 0; i < n; i++) {
      selu[i] = normals[i] > 0 ? SCALE * normals[i] : -lowest * Math.expm1(normals[i]);
    }
    GoldenArray x = GoldenArray.of(selu, n / 100, 100);
    Layer layer = layer(x, numbers.number("rate"), company);
    double[] y = DropoutGolden.forward(layer, x, Pass.training(1), company).data();
    DropoutGolden.own("mean", DropoutGolden.mean(y), f, readings);
    DropoutGolden.own("variance", DropoutGolden.variance(y), f, readings);
  }

  private static Layer layer(GoldenArray x, double rate, Company company) {
    return DropoutGolden.layer(new AlphaDropout(), x, Map.of("rate", rate), company);
  }
}
