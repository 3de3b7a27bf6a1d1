package dev.bridle.golden;

import dev.bridle.dropout.GaussianDropout;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.noise.ActivationNoise;
import java.util.Arrays;
import java.util.Map;

/** Gaussian dropout: for given noise, and on average. */
final class GaussianDropoutGolden implements Topic {
  @Override
  public String file() {
    return "dropout.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("gaussian_dropout_");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    noise(f, company, readings);
    statistics(f.part("statistics"), f.number("rate"), company, readings);
  }

  /**
   * Noise cannot be handed in: the input takes up the ratio of the factor expected to the layer's
   * own, so that the output is right only if the layer multiplies by 1 + std e. Its e is what
   * additive noise of the same place adds to zeros.
   */
  private static void noise(Fields f, Company company, Readings readings) {
    GoldenArray x = f.array("x");
    double std = f.number("std");
    Pass pass = Pass.training(0);
    Layer unit = DropoutGolden.layer(new ActivationNoise(), x, Map.of("sigma", 1.0), company);
    GoldenArray own = DropoutGolden.forward(unit, x.map(v -> 0), pass, company);
    double[] moved = new double[x.size()];
    Arrays.setAll(
        moved, i -> x.get(i) * (1 + std * f.array("noise").get(i)) / (1 + std * own.get(i)));
    Layer layer = layer(x, f.number("rate"), company);
    GoldenArray y = DropoutGolden.forward(layer, GoldenArray.of(moved, x.shape()), pass, company);
    readings.near("y", f.array("y"), y);
    GoldenArray evaluated = DropoutGolden.forward(layer, x, Pass.EVALUATION, company);
    readings.exact("identity at evaluation", company.ours(company.tensor(x)), evaluated);
  }

  private static void statistics(Fields f, double rate, Company company, Readings readings) {
    int n = (int) f.number("n");
    double value = f.number("x");
    GoldenArray x = GoldenArray.of(new double[n], n / 100, 100).map(v -> value);
    double[] y =
        DropoutGolden.forward(layer(x, rate, company), x, Pass.training(1), company).data();
    DropoutGolden.own("mean", DropoutGolden.mean(y), f, readings);
    DropoutGolden.own("std", Math.sqrt(DropoutGolden.variance(y)), f, readings);
  }

  private static Layer layer(GoldenArray x, double rate, Company company) {
    return DropoutGolden.layer(new GaussianDropout(), x, Map.of("rate", rate), company);
  }
}
