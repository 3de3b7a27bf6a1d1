package dev.bridle.metric;

import dev.bridle.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * Expected calibration error: rows are put into ten bins of equal width by the probability of their
 * predicted class, and \( \sum_b \frac{n_b}{N} |\mathrm{accuracy}_b - \mathrm{confidence}_b| \).
 * Naeini et al., AAAI 2015; Guo et al., ICML 2017 (with 15 bins).
 */
public record CalibrationError() implements Metric {
  private static final int BINS = 10;

  /**
   * Rows of like confidence.
   *
   * @param confidence mean probability of the predicted class
   * @param accuracy share of rows whose predicted class is right
   * @param count how many rows
   */
  public record Bin(double confidence, double accuracy, int count) {}

  @Override
  public String name() {
    return "calibration-error";
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public double of(Predictions predictions, Dataset truth) {
    double sum = 0;
    for (Bin bin : bins(predictions, truth)) {
      sum += bin.count() * Math.abs(bin.accuracy() - bin.confidence());
    }
    return sum / truth.size();
  }

  /** The bins that hold rows, by rising confidence: a reliability diagram. */
  public static List<Bin> bins(Predictions predictions, Dataset truth) {
    double[] confidence = new double[BINS];
    int[] right = new int[BINS];
    int[] count = new int[BINS];
    for (int i = 0; i < truth.size(); i++) {
      int label = predictions.label(i);
      double p = predictions.get(i, label);
      int bin = (int) Math.min(BINS - 1.0, Math.floor(p * BINS));
      confidence[bin] += p;
      right[bin] += label == truth.labels()[i] ? 1 : 0;
      count[bin]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (count[b] > 0) {
        bins.add(new Bin(confidence[b] / count[b], (double) right[b] / count[b], count[b]));
      }
    }
    return bins;
  }
}
