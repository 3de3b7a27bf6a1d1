package dev.bridle.pruning;

import dev.bridle.layer.EmbeddingNode;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.Arrays;

/**
 * How far a smaller network is from the one it was made of, and how long both take.
 *
 * @param rows how many rows both were asked about
 * @param difference the largest between two outputs, relative to the largest output of all, before
 *     that is made into probabilities
 * @param secondsBefore of one row's prediction, the median
 * @param secondsAfter of one row's prediction by the smaller one, the median
 */
public record Agreement(int rows, double difference, double secondsBefore, double secondsAfter) {
  /** The largest difference that rounding explains. */
  public static final double TOLERANCE = 1e-5;

  private static final int WARM_UP = 100;
  private static final int TIMED = 301;

  /**
   * Asks both.
   *
   * @param rows {@code [N, F]}, row-major, at least one, as the network took them before
   * @throws IllegalStateException if outputs differ by more than {@link #TOLERANCE}
   */
  public static Agreement of(Compacted pair, float... rows) {
    int width = pair.before().features().size();
    if (rows.length == 0 || rows.length % width != 0) {
      throw new IllegalArgumentException(
          "rows: " + rows.length + " numbers, expected a multiple of " + width);
    }
    double difference = difference(pair, rows);
    if (!(difference <= TOLERANCE)) {
      throw new IllegalStateException(
          "the smaller network's outputs differ by "
              + difference
              + " of the largest, expected at most "
              + TOLERANCE);
    }
    float[] row = Arrays.copyOf(rows, width);
    double[][] seconds = new double[2][TIMED];
    for (int i = -WARM_UP; i < TIMED; i++) { // in turn, so that both see the same disturbances
      double before = seconds(pair.before(), row);
      double after = seconds(pair.after(), pair.rows(row));
      seconds[0][Math.max(0, i)] = before;
      seconds[1][Math.max(0, i)] = after;
    }
    return new Agreement(rows.length / width, difference, median(seconds[0]), median(seconds[1]));
  }

  /**
   * Rows to ask about where there are no data: normal numbers, scaled like the inputs; ids, all as
   * probable, where the network reads ids.
   */
  public static float[] drawn(TrainedNetwork network, int count, Key key) {
    float[] mean = network.scaling().mean();
    float[] deviation = network.scaling().deviation();
    float[] rows = new float[count * mean.length];
    RandomStream random = key.stream();
    boolean ids = network.compiled().nodes().get(0) instanceof EmbeddingNode;
    for (int i = 0; i < rows.length; i++) {
      int f = i % mean.length;
      rows[i] =
          ids
              ? random.nextInt(vocabulary(network))
              : (float) (mean[f] + deviation[f] * random.nextGaussian());
    }
    return rows;
  }

  private static int vocabulary(TrainedNetwork network) {
    return ((EmbeddingNode) network.compiled().nodes().get(0)).vocabulary();
  }

  private static double difference(Compacted pair, float... rows) {
    double[] before = pair.before().outputs(rows);
    double[] after = pair.after().outputs(pair.rows(rows));
    double size = 0;
    double difference = 0;
    for (int i = 0; i < before.length; i++) {
      size = Math.max(size, Math.abs(before[i])); // NaN stays
      difference = Math.max(difference, Math.abs(before[i] - after[i]));
    }
    return difference == 0 ? 0 : difference / size;
  }

  private static double seconds(TrainedNetwork network, float... row) {
    long start = System.nanoTime();
    network.predict(row);
    return (System.nanoTime() - start) * 1e-9;
  }

  private static double median(double... numbers) {
    Arrays.sort(numbers);
    return numbers[numbers.length / 2];
  }
}
