package dev.bridle.golden;

import dev.bridle.loss.Loss;
import dev.bridle.loss.MeanSquaredError;
import dev.bridle.loss.SoftmaxCrossEntropy;
import org.bytedeco.pytorch.Tensor;

/** Softmax cross entropy of plain labels, and mean squared error. */
final class LossGolden implements Topic {
  private static final String SQUARED = "mean_squared_error";

  @Override
  public String file() {
    return "losses_activations.json";
  }

  @Override
  public boolean isBuilt(GoldenCase c) {
    return c.name().equals(SQUARED) || c.name().equals("cross_entropy_smoothing_0.0");
  }

  @Override
  public void compute(GoldenCase c, Company company, Readings readings) {
    Fields f = c.fields();
    if (c.name().equals(SQUARED)) {
      Tensor outputs = company.tensor(f.array("output"));
      Loss.Result result = new MeanSquaredError().of(outputs, company.shared(f.array("target")));
      readings.near("value", f.array("value"), company.ours(result.perMember()));
      readings.near("gradient", f.array("gradient"), company.ours(result.gradient()));
    } else {
      crossEntropy(f, company, readings);
    }
  }

  private static void crossEntropy(Fields f, Company company, Readings readings) {
    Loss loss = new SoftmaxCrossEntropy();
    Tensor logits = company.tensor(f.array("logits"));
    Tensor targets = company.shared(oneHot(f.wholes("labels"), f.array("logits")));
    Loss.Result result = loss.of(logits, targets);
    readings.near("mean", f.array("mean"), company.ours(result.perMember()));
    readings.near("gradient_of_mean", f.array("gradient_of_mean"), company.ours(result.gradient()));
    Tensor perRow = loss.perRow(logits, targets);
    readings.near("per_sample", f.array("per_sample"), company.ours(perRow));
  }

  private static GoldenArray oneHot(int[] labels, GoldenArray logits) {
    double[] targets = new double[logits.size()];
    int classes = logits.size() / labels.length;
    for (int row = 0; row < labels.length; row++) {
      targets[row * classes + labels[row]] = 1;
    }
    return GoldenArray.of(targets, logits.shape());
  }
}
