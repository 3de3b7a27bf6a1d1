package dev.bridle.study.image;

/**
 * Brings one plane of an image to another size, without aliases.
 *
 * <p>Each new pixel is a weighted mean of old ones, along rows and then along columns: with scale
 * \( s = \text{old} / \text{new} \), centre \( c = (i + 1/2) s \) and reach \( r = \max(s, 1) \),
 * the weight of old pixel j is \( \max(0, 1 - |j + 1/2 - c| / r) \), divided by the sum of all. So
 * enlarging is bilinear, and shrinking looks at every old pixel: what Pillow calls BILINEAR and
 * PyTorch {@code interpolate(mode="bilinear", antialias=True)}. The sides are scaled each for
 * itself; an image of another shape is stretched, and nothing is cut off. Plain arithmetic, so the
 * same on every machine.
 */
final class Resampler {
  private Resampler() {}

  /** Scales a plane {@code [height, width]}. */
  static byte[] scale(byte[] plane, int width, int height, ImageSize to) {
    float[] narrow = new float[height * to.width()];
    for (int x = 0; x < to.width(); x++) {
      Reach reach = Reach.of(x, width, to.width());
      for (int y = 0; y < height; y++) {
        float sum = 0;
        for (int j = 0; j < reach.weights.length; j++) {
          sum += reach.weights[j] * (plane[y * width + reach.from + j] & 0xFF);
        }
        narrow[y * to.width() + x] = sum;
      }
    }
    byte[] scaled = new byte[to.pixels()];
    for (int y = 0; y < to.height(); y++) {
      Reach reach = Reach.of(y, height, to.height());
      for (int x = 0; x < to.width(); x++) {
        float sum = 0;
        for (int j = 0; j < reach.weights.length; j++) {
          sum += reach.weights[j] * narrow[(reach.from + j) * to.width() + x];
        }
        scaled[y * to.width() + x] = (byte) Math.min(255, Math.max(0, Math.round(sum)));
      }
    }
    return scaled;
  }

  /** The old pixels that make up a new one, from the first on. */
  private static final class Reach {
    private final int from;
    private final float[] weights;

    private Reach(int from, float[] weights) {
      this.from = from;
      this.weights = weights;
    }

    static Reach of(int place, int old, int wanted) {
      double scale = (double) old / wanted;
      double centre = (place + 0.5) * scale;
      double reach = Math.max(scale, 1);
      int from = Math.max(0, (int) Math.floor(centre - reach));
      int to = Math.min(old, (int) Math.ceil(centre + reach));
      double[] raw = new double[to - from];
      double sum = 0;
      for (int j = 0; j < raw.length; j++) {
        raw[j] = Math.max(0, 1 - Math.abs(from + j + 0.5 - centre) / reach);
        sum += raw[j];
      }
      float[] weights = new float[raw.length];
      for (int j = 0; j < raw.length; j++) {
        weights[j] = (float) (raw[j] / sum);
      }
      return new Reach(from, weights);
    }
  }
}
