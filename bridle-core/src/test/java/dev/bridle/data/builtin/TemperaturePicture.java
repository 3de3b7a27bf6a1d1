package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;

/** Rows along the scale of a thermometer, cold below, hot above, moved up and down at random. */
final class TemperaturePicture {
  private TemperaturePicture() {}

  static String draw(Key key) {
    Svg svg = new Svg(640, 270, "temperature: hot or cold, the boundary at 30 degrees");
    svg.text(
        20,
        50,
        "note",
        "start",
        "200 rows; within 3 degrees of the boundary the class may be wrong");
    Axes axes = new Axes(svg, 70, 84, 540, 130, new double[] {0, 60}, new double[] {0, 2});
    svg.path(
        "M%s 84h%sv130h-%sz".formatted(Svg.number(axes.x(27)), Svg.number(54), Svg.number(54)),
        "zone");
    axes.alongX("degrees Celsius", 0, 10, 20, 30, 40, 50, 60).box();
    svg.text(60, axes.y(1.5) + 4, "", "end", "hot").text(60, axes.y(0.5) + 4, "", "end", "cold");
    svg.line(axes.x(30), 74, axes.x(30), 214, "axis");
    svg.text(axes.x(30), 70, "", "middle", "30");
    Dataset data = new Temperature().draw(200, key);
    RandomStream jitter = key.at("jitter").stream();
    for (int row = 0; row < data.size(); row++) {
      int label = data.labels()[row]; // 0 is cold, the lower lane
      axes.mark(label, data.inputs()[row], label + jitter.nextDouble(0.15, 0.85), 4, "");
    }
    return svg.end();
  }
}
