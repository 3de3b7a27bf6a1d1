package dev.bridle.data.builtin;

import dev.bridle.data.Dataset;
import dev.bridle.data.Generator;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.RandomStream;
import java.util.List;

/**
 * Hot or cold: one input in degrees Celsius, with the boundary at 30.
 *
 * <p>\( t \) is uniform in (0, 60); the class is {@code hot} where \( t + e \gt 30 \), with \( e \)
 * uniform in (-3, 3), else {@code cold}: below 27 and above 33 degrees every row is right. Inputs
 * {@code [N, 1]}, called {@code celsius}.
 *
 * <p>A unit \( w t + b \) that has learned the boundary has \( -b / w = 30 \), for example w = 100
 * and b = -3000. A norm limit of 3 that is put on w alone leaves \( 3 t - 3000 \): the boundary is
 * now at 1000 degrees and everything is cold. Scaling b by the same factor, or centring the input
 * so that b is near 0, keeps the boundary where it was.
 */
public final class Temperature implements Generator {
  /** The temperature, in degrees Celsius, at which cold becomes hot. */
  public static final double BOUNDARY = 30;

  private static final double HIGHEST = 60;
  private static final double NOISE = 3;
  private static final List<String> CLASSES = List.of("cold", "hot");

  @Override
  public String name() {
    return "temperature";
  }

  @Override
  public String summary() {
    return "Hot or cold from degrees Celsius, boundary at 30: a limit on the weight w alone moves"
        + " the boundary -b/w far away; rescaling the bias b with it, or centring the input,"
        + " keeps it.";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(100, 100, 1000);
  }

  @Override
  public Dataset draw(int rows, Key key) {
    float[] inputs = Rows.numbers(rows, 1);
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      RandomStream random = key.at(row).stream();
      double celsius = random.nextDouble(0, HIGHEST);
      inputs[row] = (float) celsius;
      labels[row] = celsius + random.nextDouble(-NOISE, NOISE) > BOUNDARY ? 1 : 0;
    }
    return Dataset.classification(inputs, new int[] {1}, labels, CLASSES)
        .withFeatures(List.of("celsius"));
  }
}
