package dev.bridle.golden;

import dev.bridle.batch.Batch;
import dev.bridle.batch.LabelSmoothing;
import dev.bridle.layer.Shape;
import dev.bridle.layer.Site;
import dev.bridle.loss.BinaryCrossEntropy;
import dev.bridle.loss.Huber;
import dev.bridle.loss.Loss;
import dev.bridle.loss.MeanAbsoluteError;
import dev.bridle.loss.MeanSquaredError;
import dev.bridle.loss.SoftmaxCrossEntropy;
import dev.bridle.population.Strengths;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Losses of classes, of yes and no, and of numbers. */
final class LossGolden implements Topic {
  /** Cross entropy with targets of one 1, and with soft ones that logits of 1000 stand against. */
  private static final List<String> SOFTMAX =
      List.of("cross_entropy_smoothing_0.0", "cross_entropy_extreme_logits");

  /** Cross entropy with targets that the regularizer has smoothed. */
  private static final String SMOOTHED = "cross_entropy_smoothing_0.";

  private static final List<String> OTHERS =
      List.of("mean_squared_error", "mean_absolute_error", "huber", "binary_cross_entropy");

  @Override
  public String file() {
    return "losses_activations.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return SOFTMAX.contains(c.name()) || OTHERS.contains(c.name()) || c.name().startsWith(SMOOTHED);
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    switch (c.name()) {
      case "mean_squared_error" -> numbers(new MeanSquaredError(), f, company, readings);
      case "mean_absolute_error" -> numbers(new MeanAbsoluteError(), f, company, readings);
      case "huber" -> numbers(new Huber(f.number("delta")), f, company, readings);
      case "binary_cross_entropy" ->
          logits(new BinaryCrossEntropy(), f.array("targets"), f, company, readings);
      default -> {
        logits(new SoftmaxCrossEntropy(), distributions(f), f, company, readings);
        if (c.name().startsWith(SMOOTHED)) {
          smoothed(f, company, readings);
        }
      }
    }
  }

  private static void numbers(Loss loss, Fields f, Company company, Readings readings) {
    Tensor outputs = company.tensor(f.array("output"));
    Loss.Result result = loss.of(outputs, company.shared(f.array("target")));
    readings.near("value", f.array("value"), company.ours(result.perMember()));
    readings.near("gradient", f.array("gradient"), company.ours(result.gradient()));
  }

  private static void logits(
      Loss loss, GoldenArray wanted, Fields f, Company company, Readings readings) {
    logits(loss, company.shared(wanted), f, company, readings);
  }

  /** The labels as plain targets, which all members share, smoothed by each for itself. */
  private static void smoothed(Fields f, Company company, Readings readings) {
    Strengths strengths = company.strengths(Map.of("epsilon", f.number("smoothing")));
    int rows = f.wholes("labels").length;
    Site site = company.site(company.population(List.of(), List.of()), strengths, rows);
    Tensor plain = company.shared(distributions(f, 0));
    Batch batch = new Batch(plain, plain, (k, b) -> b);
    Tensor targets =
        new LabelSmoothing().bind(strengths, site, Shape.of(1)).apply(batch, 0).targets();
    if (f.has("smoothed_targets")) {
      readings.near("smoothed", f.array("smoothed_targets"), company.ours(targets));
    }
    logits(new SoftmaxCrossEntropy(), targets, f, company, readings);
  }

  private static void logits(
      Loss loss, Tensor targets, Fields f, Company company, Readings readings) {
    Tensor logits = company.tensor(f.array("logits"));
    Loss.Result result = loss.of(logits, targets);
    readings.near("mean", f.array("mean"), company.ours(result.perMember()));
    readings.near("gradient_of_mean", f.array("gradient_of_mean"), company.ours(result.gradient()));
    if (f.has("per_sample")) {
      Tensor perRow = loss.perRow(logits, targets);
      readings.near("per_sample", f.array("per_sample"), company.ours(perRow));
    }
  }

  /** One distribution over the classes for each row, smoothed as the case says. */
  private static GoldenArray distributions(Fields f) {
    return distributions(f, f.number("smoothing"));
  }

  private static GoldenArray distributions(Fields f, double smoothing) {
    int[] labels = f.wholes("labels");
    GoldenArray logits = f.array("logits");
    int classes = logits.size() / labels.length;
    double[] targets = new double[logits.size()];
    for (int i = 0; i < targets.length; i++) {
      double one = i % classes == labels[i / classes] ? 1 : 0;
      targets[i] = (1 - smoothing) * one + smoothing / classes;
    }
    return GoldenArray.of(targets, logits.shape());
  }
}
