package dev.bridle.golden;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Scaling;
import dev.bridle.data.Split;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import dev.bridle.train.Member;
import dev.bridle.train.Replicate;
import dev.bridle.train.Trainer;
import dev.bridle.train.TrainingListener;
import java.util.List;

/**
 * The same linear models by the trainer, as a user gets them: it standardises inputs and target by
 * itself, and data are in single precision, so single precision's tolerance holds throughout.
 */
final class TrainedLinearModel {
  private static final TrainingPlan PLAN =
      TrainingPlan.parse("momentum(0.1, mu=0.9), batch 21, updates 600");

  private TrainedLinearModel() {}

  /** Trains and compares the coefficients, in the file's units, and where they are 0. */
  static void check(
      GoldenCase c, String key, boolean corrected, Precision precision, Readings readings) {
    Fields f = c.fields();
    Dataset rows = dataset(f);
    double root = Math.sqrt(rows.size());
    double deviation = Scaling.fit(rows).targetDeviation()[0];
    // the target is divided by its deviation too, so coefficients and l1 are
    Recipe recipe = Recipe.parse(LinearModelGolden.recipe(f, corrected, root * deviation, 1));
    Split split = new Split(rows, rows.rows(), rows.rows());
    Member member = new Member(recipe, PLAN, Replicate.of(1, 0, split));
    TrainedNetwork network =
        Trainer.train(Architecture.parse("none"), List.of(member), precision, TrainingListener.NONE)
            .get(0)
            .network();
    GoldenArray coefficients =
        GoldenArray.vector(network.values("dense1.kernel")).map(v -> v * root * deviation);
    double tolerance = c.tolerance(Precision.FLOAT32);
    for (int i = 0; i < coefficients.size(); i++) {
      double expected = f.array(key).get(i);
      readings.within(
          key + " by the trainer, " + i,
          tolerance * (1 + Math.abs(expected)),
          expected,
          coefficients.get(i));
    }
    if (f.has("zeros")) {
      readings.exact(
          key + " zeros by the trainer",
          f.array("zeros"),
          GoldenArray.vector(coefficients.zeros()));
    }
  }

  private static Dataset dataset(Fields f) {
    int features = (int) f.array("X").shape()[1];
    return Dataset.regression(
        floats(f.array("X")), new int[] {features}, floats(f.array("y")), List.of("y"));
  }

  private static float[] floats(GoldenArray array) {
    float[] floats = new float[array.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) array.get(i);
    }
    return floats;
  }
}
