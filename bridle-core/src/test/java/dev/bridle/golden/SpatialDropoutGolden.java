package dev.bridle.golden;

import dev.bridle.dropout.SpatialDropout;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whole channels dropped: for given masks, which come up in some step, and on average. */
final class SpatialDropoutGolden implements Topic {
  @Override
  public String file() {
    return "dropout.json";
  }

  /** The case with channels last has the same data, put into our order here. */
  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().startsWith("spatial");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    if (c.name().equals("spatial2d_statistics")) {
      statistics(f, company, readings);
      return;
    }
    boolean last = c.name().endsWith("NHWC");
    GoldenArray x = last ? channelsFirst(f.array("x")) : f.array("x");
    GoldenArray y = last ? channelsFirst(f.array("y")) : f.array("y");
    long rows = x.shape()[0];
    Shaped shaped = Shaped.of(x);
    GoldenArray mask = f.array("mask").reshaped(rows, f.array("mask").size() / rows);
    double rate = f.number("rate");
    Layer layer = layer(shaped.shape(), rate, (int) rows, company);
    Pass pass = Pass.training(DropoutGolden.stepWithMask(mask, rate, company));
    readings.near("y", y, shaped.forward(layer, x, pass, company));
    readings.near("eval", x, shaped.forward(layer, x, Pass.EVALUATION, company));
  }

  private static Layer layer(Shape shape, double rate, int rows, Company company) {
    Site site =
        company.site(
            company.population(List.of(), List.of()),
            company.strengths(Map.of("rate", rate)),
            rows);
    return new SpatialDropout().node(DropoutGolden.PLACE, shape, 0).build(site);
  }

  /** {@code [B, H, W, C] -> [B, C, H, W]}. */
  private static GoldenArray channelsFirst(GoldenArray x) {
    long[] s = x.shape();
    int channels = (int) s[3];
    int pixels = (int) (s[1] * s[2]);
    double[] moved = new double[x.size()];
    for (int i = 0; i < moved.length; i++) {
      int row = i / (pixels * channels);
      int pixel = i / channels % pixels;
      moved[(row * channels + i % channels) * pixels + pixel] = x.get(i);
    }
    return GoldenArray.of(moved, s[0], s[3], s[1], s[2]);
  }

  private static void statistics(Fields f, Company company, Readings readings) {
    int planes = (int) f.number("planes");
    int channels = 100;
    Shape shape = Shape.of(channels, 2, 2);
    double[] ones = new double[planes * 4];
    Arrays.fill(ones, 1);
    GoldenArray x = GoldenArray.of(ones, planes / channels, channels, 2, 2);
    Layer layer = layer(shape, f.number("rate"), planes / channels, company);
    GoldenArray y = Shaped.inOrder(x).forward(layer, x, Pass.training(1), company);
    double kept = 0;
    double mixed = 0;
    for (int plane = 0; plane < planes; plane++) {
      kept += y.get(4 * plane) == 0 ? 0 : 1.0 / planes;
      for (int i = 1; i < 4; i++) {
        mixed += y.get(4 * plane + i) == y.get(4 * plane) ? 0 : 1;
      }
    }
    readings.exact("planes that are not constant", 0, mixed);
    readings.within(
        "keep_fraction", f.number("keep_fraction_tolerance"), f.number("keep_fraction"), kept);
  }
}
