package dev.bridle.data;

/**
 * Standardisation learnt from a training part: \( x' = \mathrm{clip}((x - \mu) / \sigma, \pm 10) \)
 * for each input number, \( y' = (y - \mu) / \sigma \) for each target of a regression.
 *
 * <p>Clipping keeps a column that is nearly constant in the training part from giving huge values
 * elsewhere. A column that is constant there is only shifted, since its deviation counts as 1.
 */
public final class Scaling {
  /** The largest size of a standardised input. */
  public static final float CLIP = 10;

  private final float[] mean;
  private final float[] deviation;
  private final float[] targetMean;
  private final float[] targetDeviation;
  private final boolean clipped;

  private Scaling(float[][] inputs, float[][] targets, boolean clipped) {
    this.mean = inputs[0];
    this.deviation = inputs[1];
    this.targetMean = targets[0];
    this.targetDeviation = targets[1];
    this.clipped = clipped;
  }

  /** What the training part says of its inputs and targets. */
  public static Scaling fit(Dataset train) {
    float[][] targets = moments(train.values(), train.size());
    return new Scaling(moments(train.inputs(), train.size()), targets, true);
  }

  /** Inputs as they are, for data that come prepared; the targets of a regression still scaled. */
  public static Scaling ofTargets(Dataset train) {
    float[][] targets = moments(train.values(), train.size());
    return new Scaling(identity(train.features()), targets, false);
  }

  /** Scaling by numbers known from elsewhere, such as a model file. */
  public static Scaling of(
      float[] mean,
      float[] deviation,
      float[] targetMean,
      float[] targetDeviation,
      boolean clipped) {
    return new Scaling(
        new float[][] {mean, deviation}, new float[][] {targetMean, targetDeviation}, clipped);
  }

  /** The scaled inputs {@code [N, F]}, in an array of their own. */
  public float[] inputs(float[] inputs) {
    float[] scaled = new float[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      int f = i % mean.length;
      float x = (inputs[i] - mean[f]) / deviation[f];
      scaled[i] = clipped ? Math.min(Math.max(x, -CLIP), CLIP) : x;
    }
    return scaled;
  }

  /** The scaled targets {@code [N, O]} of a regression, in an array of their own. */
  public float[] targets(float[] targets) {
    float[] scaled = new float[targets.length];
    for (int i = 0; i < targets.length; i++) {
      int o = i % targetMean.length;
      scaled[i] = (targets[i] - targetMean[o]) / targetDeviation[o];
    }
    return scaled;
  }

  /** Turns scaled outputs {@code [N, O]} of a regression back into the targets' units, in place. */
  public void restore(double[] outputs) {
    for (int i = 0; i < outputs.length; i++) {
      int o = i % targetMean.length;
      outputs[i] = outputs[i] * targetDeviation[o] + targetMean[o];
    }
  }

  /** Means of the inputs, {@code [F]}. */
  public float[] mean() {
    return mean.clone();
  }

  /** Deviations of the inputs, {@code [F]}. */
  public float[] deviation() {
    return deviation.clone();
  }

  /** Means of the targets, {@code [O]}; empty for classes. */
  public float[] targetMean() {
    return targetMean.clone();
  }

  /** Deviations of the targets, {@code [O]}; empty for classes. */
  public float[] targetDeviation() {
    return targetDeviation.clone();
  }

  /** Whether inputs are clipped. */
  public boolean isClipped() {
    return clipped;
  }

  private static float[][] identity(int columns) {
    float[] ones = new float[columns];
    java.util.Arrays.fill(ones, 1);
    return new float[][] {new float[columns], ones};
  }

  private static float[][] moments(float[] values, int rows) {
    int columns = rows == 0 ? 0 : values.length / rows;
    double[] sum = new double[columns];
    double[] squares = new double[columns];
    for (int i = 0; i < values.length; i++) {
      sum[i % columns] += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      double centered = values[i] - sum[i % columns] / rows;
      squares[i % columns] += centered * centered;
    }
    float[][] moments = identity(columns);
    for (int c = 0; c < columns; c++) {
      moments[0][c] = (float) (sum[c] / rows);
      float deviation = (float) Math.sqrt(squares[c] / rows);
      moments[1][c] = deviation > 0 ? deviation : 1;
    }
    return moments;
  }
}
