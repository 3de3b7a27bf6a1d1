package dev.bridle.study.report;

import dev.bridle.study.result.ArmReport.Band;
import dev.bridle.study.result.ArmReport.Bin;
import dev.bridle.study.result.ArmReport.Curves;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Learning curves and predictions that fit a sample arm's scores: the wider the gap, the worse. */
final class SampleCurves {
  private static final int EPOCHS = 40;

  private SampleCurves() {}

  static Curves learning(SampleArms arm) {
    Random random = new Random(arm.chosen().hashCode());
    List<Double> training = new ArrayList<>();
    List<Double> validation = new ArrayList<>();
    double gap = Math.abs(arm.train() - arm.mean()) * (arm.higherIsBetter() ? 1 : 0.2);
    double floor = arm.higherIsBetter() ? 0.02 + 3 * (1 - arm.train()) : 0.1 * arm.train();
    for (int i = 0; i < EPOCHS; i++) {
      double fall = Math.exp(-i / 6.0);
      training.add(Math.max(0.004, floor * 0.6 + 0.6 * fall + 0.004 * random.nextGaussian()));
      validation.add(
          0.17 + 0.5 * fall + gap * 0.09 * Math.max(0, i - 9) + 0.006 * random.nextGaussian());
    }
    return new Curves(band(training, 0.12), band(validation, 0.08));
  }

  static List<Bin> bins(SampleArms arm) {
    double over = 0.9 * (arm.train() - arm.mean());
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double confidence = 0.525 + 0.05 * i;
      bins.add(
          new Bin(
              confidence,
              Math.min(1, confidence - over * (1.2 - confidence) * 3),
              20 + i * i * i * 3));
    }
    return bins;
  }

  private static Band band(List<Double> median, double spread) {
    return new Band(
        median.stream().map(v -> v * (1 - spread)).toList(),
        median,
        median.stream().map(v -> v * (1 + spread)).toList());
  }
}
