package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.tensor.Key;
import java.util.ArrayList;
import java.util.List;

/** Three sequences of each speed. */
final class SineSequencePicture {
  private static final int SHOWN = 3;

  private SineSequencePicture() {}

  static String draw(Key key) {
    Svg svg = new Svg(720, 560, "sine-sequence: noisy waves at three speeds");
    svg.text(20, 50, "note", "start", "nine sequences of 32 steps; columns: slow, middle, fast");
    Dataset data = new SineSequence().draw(SHOWN * SHOWN, key);
    int[] drawn = new int[SHOWN];
    for (int row = 0; row < data.size(); row++) {
      int label = data.labels()[row];
      panel(svg, data, row, label, drawn[label]);
      drawn[label]++;
    }
    return svg.end();
  }

  private static void panel(Svg svg, Dataset data, int row, int column, int line) {
    boolean last = line == SHOWN - 1;
    Axes axes =
        new Axes(
                svg,
                64 + 220 * column,
                70 + 152 * line,
                180,
                120,
                new double[] {0, SineSequence.STEPS - 1},
                new double[] {-3.5, 3.5})
            .alongX(last ? new String[] {"slow", "middle", "fast"}[column] : "", 0, 10, 20, 30)
            .alongY(column == 0 ? "x" : "", -2, 0, 2)
            .box();
    List<Point> points = new ArrayList<>();
    for (int t = 0; t < SineSequence.STEPS; t++) {
      points.add(new Point(t, data.inputs()[row * SineSequence.STEPS + t]));
    }
    axes.curve(points, Svg.BLUE);
    points.forEach(point -> axes.mark(0, point.x(), point.y(), 2.5, ""));
  }
}
