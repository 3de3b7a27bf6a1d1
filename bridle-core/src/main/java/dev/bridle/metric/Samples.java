package dev.bridle.metric;

import dev.bridle.data.Scaling;
import dev.bridle.data.Task;

/**
 * Several predictions of the same rows, added up: their mean, and how far they are apart. Of
 * classes it is probabilities that are averaged, not logits.
 */
public final class Samples {
  private final Task task;
  private final Link link;
  private final Scaling scaling;
  private final double[] firsts;
  private final double[] sums;
  private final double[] squares;
  private final boolean[] begun;
  private final int count;

  /**
   * No predictions yet.
   *
   * @param link what makes predictions of the outputs
   * @param size rows times outputs
   * @param count how many passes there will be
   */
  public Samples(Task task, Link link, Scaling scaling, int size, int count) {
    this.link = link;
    this.count = count;
    this.task = task;
    this.scaling = scaling;
    this.firsts = new double[size];
    this.sums = new double[size];
    this.squares = new double[size];
    this.begun = new boolean[size];
  }

  /**
   * Takes the outputs of one pass over some of the rows.
   *
   * @param from where they belong, in numbers
   * @param outputs {@code [n, O]}; handed over
   */
  public void add(int from, double... outputs) {
    Predictions said = link.predictions(task, outputs, scaling);
    int width = task.outputs();
    for (int i = 0; i < outputs.length; i++) {
      double value = said.get(i / width, i % width);
      int at = from + i;
      firsts[at] = begun[at] ? firsts[at] : value;
      begun[at] = true;
      double apart = value - firsts[at]; // nothing is lost where all passes agree
      sums[at] += apart;
      squares[at] += apart * apart;
    }
  }

  /** The mean of all passes. */
  public Predictions mean() {
    double[] means = new double[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = firsts[i] + sums[i] / count;
    }
    return new Predictions(task, means);
  }

  /** The standard deviation of all passes, by row and output; 0 for a single pass. */
  public Predictions deviation() {
    double[] deviations = new double[sums.length];
    for (int i = 0; i < deviations.length; i++) {
      double mean = sums[i] / count;
      double variance = (squares[i] - mean * sums[i]) / Math.max(1, count - 1);
      deviations[i] = Math.sqrt(Math.max(0, variance));
    }
    return new Predictions(task, deviations);
  }
}
