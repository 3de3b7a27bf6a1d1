package dev.bridle.golden;

import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.layer.Shape;
import java.util.stream.IntStream;

/**
 * Arrays of a reference file as rows of a network, and back: {@code [B, F]} and {@code [B, C, H,
 * W]} as they are, {@code [B, C, L]} as series, whose steps come before their channels.
 *
 * @param shape of a row
 * @param turned whether channels come before steps in the file
 */
record Shaped(Shape shape, boolean turned) {
  /** Arrays of that shape, channels first. */
  static Shaped of(GoldenArray array) {
    long[] s = array.shape();
    return s.length == 3 ? new Shaped(Shape.of((int) s[2], (int) s[1]), true) : inOrder(array);
  }

  /** Arrays of that shape, {@code [B, T, F]} among them. */
  static Shaped inOrder(GoldenArray array) {
    long[] s = array.shape();
    return new Shaped(Shape.of(IntStream.range(1, s.length).map(i -> (int) s[i]).toArray()), false);
  }

  GoldenArray forward(Layer layer, GoldenArray x, Pass pass, Company company) {
    GoldenArray out = company.ours(layer.forward(company.tensor(rows(x)), pass));
    return like(x, out);
  }

  GoldenArray backward(Layer layer, GoldenArray r, Company company) {
    return like(r, company.ours(layer.backward(company.tensor(rows(r)), true)));
  }

  private GoldenArray rows(GoldenArray x) {
    GoldenArray ordered = turned ? exchanged(x, x.shape()[1], x.shape()[2]) : x;
    return ordered.reshaped(x.shape()[0], shape.size());
  }

  private GoldenArray like(GoldenArray x, GoldenArray rows) {
    GoldenArray ordered = turned ? exchanged(rows, x.shape()[2], x.shape()[1]) : rows;
    return ordered.reshaped(x.shape());
  }

  /** {@code [B, n, m] -> [B, m, n]}, flat. */
  private static GoldenArray exchanged(GoldenArray x, long n, long m) {
    double[] moved = new double[x.size()];
    for (int i = 0; i < moved.length; i++) {
      int within = (int) (i % (n * m));
      moved[i - within + (int) (within % m * n + within / m)] = x.get(i);
    }
    return GoldenArray.vector(moved);
  }
}
