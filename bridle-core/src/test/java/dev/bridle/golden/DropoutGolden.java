package dev.bridle.golden;

import dev.bridle.dropout.AlphaDropout;
import dev.bridle.dropout.Dropout;
import dev.bridle.dropout.GaussianDropout;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Woven;
import dev.bridle.noise.ActivationNoise;
import dev.bridle.noise.InputNoise;
import dev.bridle.tensor.MaskBuffer;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Dropout and additive noise: for a given mask, for given noise, and on average. */
final class DropoutGolden implements Topic {
  static final String PLACE = "dense1/noise";

  /** More than it takes to meet each mask of the file; about two to the power of its size. */
  private static final int MOST_STEPS = 1 << 20;

  @Override
  public String file() {
    return "dropout.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("inverted_")
        || c.name().equals("gaussian_noise")
        || c.name().equals("rate_zero_is_identity");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    if (c.name().startsWith("inverted_statistics")) {
      statistics(f, company, readings);
    } else if (c.name().equals("gaussian_noise")) {
      noise(new InputNoise(), f, company, readings);
      noise(new ActivationNoise(), f, company, readings);
    } else if (c.name().equals("rate_zero_is_identity")) {
      rateZero(new Dropout(), f, company, readings);
      rateZero(new GaussianDropout(), f, company, readings);
      rateZero(new AlphaDropout(), f, company, readings);
    } else {
      mask(f, company, readings);
    }
  }

  /** The layer of a regularizer for batches of that shape. */
  static Layer layer(Woven woven, GoldenArray x, Map<String, Double> numbers, Company company) {
    int features = (int) x.shape()[1];
    return woven
        .node(PLACE, features, 0)
        .build(
            company.site(
                company.population(List.of(), List.of()),
                company.strengths(numbers),
                (int) x.shape()[0]));
  }

  static GoldenArray forward(Layer layer, GoldenArray x, Pass pass, Company company) {
    return company.ours(layer.forward(company.tensor(x), pass));
  }

  private static void rateZero(Woven woven, Fields f, Company company, Readings readings) {
    Layer layer = layer(woven, f.array("x"), Map.of("rate", 0.0), company);
    GoldenArray x = company.ours(company.tensor(f.array("x")));
    readings.exact("y", x, forward(layer, f.array("x"), Pass.training(0), company));
    readings.near("y", f.array("y"), x);
  }

  private static void mask(Fields f, Company company, Readings readings) {
    GoldenArray x = f.array("x");
    double rate = f.number("rate");
    Layer layer = layer(new Dropout(), x, Map.of("rate", rate), company);
    Pass pass = Pass.training(stepWithMask(f.array("mask"), rate, company));
    readings.near("y", f.array("y"), forward(layer, x, pass, company));
    Tensor gradient = layer.backward(company.tensor(f.array("r")), true);
    readings.near("grad_x", f.array("grad_x"), company.ours(gradient));
    GoldenArray evaluated = forward(layer, x, Pass.EVALUATION, company);
    readings.near("eval_y", f.array("eval_y"), evaluated);
    readings.exact("eval_y is x", company.ours(company.tensor(x)), evaluated);
  }

  /** A mask cannot be handed in, but in some step the layer draws the given one by itself. */
  static long stepWithMask(GoldenArray mask, double rate, Company company) {
    return stepWithMask(PLACE, byFeatures(mask), rate, company);
  }

  /** The same for a mask in the order in which it is drawn at a place. */
  static long stepWithMask(String place, double[] wanted, double rate, Company company) {
    MaskBuffer buffer = new MaskBuffer(company.arena(), Precision.FLOAT32, 1, wanted.length);
    for (long step = 0; step < MOST_STEPS; step++) {
      buffer.draw(Company.REPLICATE.at(place).at(step).stream());
      buffer.mask(0, rate);
      double[] kept = Tensors.toDoubles(buffer.tensor());
      Arrays.setAll(kept, i -> Math.signum(kept[i]));
      if (Arrays.equals(kept, wanted)) {
        return step;
      }
    }
    throw new AssertionError("the mask did not come up in " + MOST_STEPS + " steps");
  }

  /** The numbers of a mask {@code [B, F]} in the order in which the layer draws them. */
  private static double[] byFeatures(GoldenArray mask) {
    int rows = (int) mask.shape()[0];
    double[] ordered = new double[mask.size()];
    Arrays.setAll(ordered, i -> mask.get(i % rows * (mask.size() / rows) + i / rows));
    return ordered;
  }

  /**
   * Noise cannot be handed in either: the input takes up the difference between the given noise and
   * the layer's own, so that the output is right only if the layer adds just that, times std.
   */
  private static void noise(Woven woven, Fields f, Company company, Readings readings) {
    GoldenArray x = f.array("x");
    double std = f.number("std");
    GoldenArray zero = x.map(v -> 0);
    Pass pass = Pass.training(0);
    Layer unit = layer(woven, x, Map.of("sigma", 1.0), company);
    GoldenArray own = forward(unit, zero, pass, company);
    double[] moved = new double[x.size()];
    Arrays.setAll(moved, i -> x.get(i) + std * (f.array("noise").get(i) - own.get(i)));
    Layer layer = layer(woven, x, Map.of("sigma", std), company);
    GoldenArray y = forward(layer, GoldenArray.of(moved, x.shape()), pass, company);
    readings.near("y", f.array("y"), y);
    GoldenArray evaluated = forward(layer, x, Pass.EVALUATION, company);
    readings.exact("identity at evaluation", company.ours(company.tensor(x)), evaluated);
  }

  private static void statistics(Fields f, Company company, Readings readings) {
    int n = (int) f.number("n");
    double value = f.number("x");
    double rate = f.number("rate");
    GoldenArray x = GoldenArray.of(new double[n], n / 100, 100).map(v -> value);
    Layer layer = layer(new Dropout(), x, Map.of("rate", rate), company);
    double[] y = forward(layer, x, Pass.training(1), company).data();
    double[] kept = Arrays.stream(y).filter(v -> v != 0).toArray();
    readings.near(
        "value_kept, smallest", f.number("value_kept"), Arrays.stream(kept).min().orElse(0));
    readings.near(
        "value_kept, largest", f.number("value_kept"), Arrays.stream(kept).max().orElse(0));
    own("mean", mean(y), f, readings);
    own("variance", variance(y), f, readings);
    own("keep_fraction", kept.length / (double) n, f, readings);
  }

  static double mean(double[] y) {
    return Arrays.stream(y).average().orElseThrow();
  }

  static double variance(double[] y) {
    double mean = mean(y);
    return Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  /** To the tolerance that the case has for this field. */
  static void own(String field, double actual, Fields f, Readings readings) {
    readings.within(field, f.number(field + "_tolerance"), f.number(field), actual);
  }
}
