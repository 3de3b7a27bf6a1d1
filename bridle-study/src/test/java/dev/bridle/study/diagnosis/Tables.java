package dev.bridle.study.diagnosis;

import dev.bridle.data.Dataset;
import dev.bridle.study.table.DatasetTable;
import dev.bridle.study.table.Table;
import dev.bridle.study.table.TableOptions;
import dev.bridle.study.table.TableReader;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Small tables for the tests of this package. */
final class Tables {
  private Tables() {}

  /** The table of a text, whose target is its last column. */
  static Table csv(Path folder, String text) {
    return reader().read(file(folder, text));
  }

  /** The table of a text without a target. */
  static Table columns(Path folder, String text) {
    return reader().readColumns(file(folder, text));
  }

  private static TableReader reader() {
    return TableReader.of(TableOptions.defaults());
  }

  private static Path file(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("data.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two clouds of normal points, four deviations apart, of which a share has the other's label. */
  static Table clouds(int rows, int features, double flipped, long seed) {
    RandomStream random = Key.of(seed).stream();
    float[] inputs = new float[rows * features];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      int cloud = row % 2;
      for (int f = 0; f < features; f++) {
        double centre = f < 2 ? 4 / Math.sqrt(2) * cloud : 0;
        inputs[row * features + f] = (float) (centre + random.nextGaussian());
      }
      labels[row] = row < flipped * rows ? 1 - cloud : cloud;
    }
    return DatasetTable.of(
        "clouds",
        Dataset.classification(inputs, new int[] {features}, labels, List.of("left", "right")));
  }

  /** Inputs as the statistics take them, {@code [D][N]}. */
  static float[][] transposed(double[]... rows) {
    float[][] inputs = new float[rows[0].length][rows.length];
    for (int row = 0; row < rows.length; row++) {
      for (int f = 0; f < inputs.length; f++) {
        inputs[f][row] = (float) rows[row][f];
      }
    }
    return inputs;
  }

  /** Normal numbers. */
  static double[] normals(int count, long seed) {
    RandomStream random = Key.of(seed).stream();
    return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
  }
}
