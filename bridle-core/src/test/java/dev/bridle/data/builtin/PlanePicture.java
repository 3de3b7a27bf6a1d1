package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.data.Task;
import dev.bridle.tensor.Key;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Rows of two inputs as points: those to learn from strong, others pale, the shapes as lines. */
final class PlanePicture {
  private static final int OTHERS = 300;

  private PlanePicture() {}

  static String moons(Key key) {
    Svg svg = new Svg(640, 470, "moons: two half circles that reach into each other");
    Axes axes =
        new Axes(svg, 70, 96, 540, 318, new double[] {-2, 3}, new double[] {-1.5, 2})
            .alongX("x", -2, -1, 0, 1, 2, 3)
            .alongY("y", -1, 0, 1, 2)
            .box();
    scatter(svg, axes, new Moons(), key, label -> along(u -> Moons.ideal(label, u)));
    return svg.end();
  }

  static String spirals(Key key) {
    Svg svg = new Svg(520, 580, "spirals: two arms wound into each other");
    Axes axes =
        new Axes(svg, 70, 96, 425, 425, new double[] {-1.25, 1.25}, new double[] {-1.25, 1.25})
            .alongX("x", -1, -0.5, 0, 0.5, 1)
            .alongY("y", -1, -0.5, 0, 0.5, 1)
            .box();
    scatter(svg, axes, new Spirals(), key, label -> along(u -> Spirals.ideal(label, u * u)));
    return svg.end();
  }

  private static void scatter(
      Svg svg, Axes axes, Generator set, Key key, IntFunction<List<Point>> shape) {
    Dataset train = set.draw(set.sizes().train(), key.at("train"));
    marks(axes, set.draw(OTHERS, key.at("test")), 3, " pale");
    axes.curve(shape.apply(0), Svg.BLUE);
    axes.curve(shape.apply(1), Svg.ORANGE);
    marks(axes, train, 4.5, "");
    legend(svg, train);
  }

  private static void marks(Axes axes, Dataset data, double size, String style) {
    for (int row = 0; row < data.size(); row++) {
      float[] xy = {data.inputs()[2 * row], data.inputs()[2 * row + 1]};
      axes.mark(data.labels()[row], xy[0], xy[1], size, style);
    }
  }

  private static void legend(Svg svg, Dataset train) {
    svg.text(20, 50, "note", "start", "lines: the shapes without noise");
    List<String> classes = ((Task.Classification) train.task()).classes();
    for (int label = 0; label < 2; label++) {
      double x = 25 + 90 * label;
      svg.mark(label, x, 72, 4.5, "").text(x + 10, 76, "", "start", classes.get(label));
    }
    String learn = train.size() + " rows to learn from";
    svg.mark(0, 220, 72, 4.5, "").mark(1, 234, 72, 4.5, "").text(246, 76, "", "start", learn);
    svg.mark(0, 400, 72, 3, " pale").mark(1, 411, 72, 3, " pale");
    svg.text(421, 76, "", "start", OTHERS + " others");
  }

  private static List<Point> along(DoubleFunction<Point> shape) {
    return IntStream.rangeClosed(0, 80).mapToObj(i -> shape.apply(i / 80.0)).toList();
  }
}
