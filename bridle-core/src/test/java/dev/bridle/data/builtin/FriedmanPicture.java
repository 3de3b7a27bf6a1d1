package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.tensor.Key;
import java.util.ArrayList;
import java.util.List;

/** The target against the five useful inputs and one that is useless, each with its mean curve. */
final class FriedmanPicture {
  private static final String FORMULA =
      "y = 10 sin(\u03C0 x1 x2) + 20 (x3 \u2212 0.5)\u00B2 + 10 x4 + 5 x5 + noise of deviation 1";
  private static final int PANELS = 6;
  private static final int CURVE_POINTS = 40;

  private FriedmanPicture() {}

  static String draw(Key key) {
    Svg svg = new Svg(720, 574, "friedman: five useful inputs among ten");
    svg.text(20, 50, "note", "start", FORMULA);
    svg.text(
        20, 68, "note", "start", "200 rows; line: mean of y at this value, over the other inputs");
    Dataset data = new Friedman().draw(200, key);
    for (int panel = 0; panel < PANELS; panel++) {
      panel(svg, data, panel);
    }
    return svg.end();
  }

  private static void panel(Svg svg, Dataset data, int input) {
    double left = 64 + 220 * (input % 3);
    double top = 90 + 236 * (input / 3);
    Axes axes =
        new Axes(svg, left, top, 180, 176, new double[] {0, 1}, new double[] {-2, 30})
            .alongX("x" + (input + 1) + (input == 5 ? " (useless, as x7 to x10)" : ""), 0, 0.5, 1)
            .alongY(input % 3 == 0 ? "y" : "", 0, 10, 20, 30)
            .box();
    for (int row = 0; row < data.size(); row++) {
      axes.mark(0, data.inputs()[10 * row + input], data.values()[row], 2.5, " faint");
    }
    axes.curve(meanCurve(data, input), Svg.ORANGE);
  }

  /** Means over the rows, with one input put to each of some values in turn. */
  private static List<Point> meanCurve(Dataset data, int input) {
    List<Point> curve = new ArrayList<>();
    for (int i = 0; i <= CURVE_POINTS; i++) {
      double value = (double) i / CURVE_POINTS;
      double sum = 0;
      for (int row = 0; row < data.size(); row++) {
        double[] x = Sample.row(data, row);
        x[input] = value;
        sum += Friedman.mean(x);
      }
      curve.add(new Point(value, sum / data.size()));
    }
    return curve;
  }
}
