package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.metric.Link;
import dev.bridle.metric.Metric;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings that minimise what their plan says. */
final class LossesTest {
  private static final String PLAN = "adam(0.05), batch 13, updates 210, loss ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cross-entropy",
        "binary-cross-entropy",
        "mean-squared-error",
        "mean-absolute-error",
        "huber(0.5)"
      })
  void aloneOrTogether_isTheSameToTheBit(String loss) {
    Replicate replicate = loss.endsWith("cross-entropy") ? Arms.replicate(0) : Arms.regression(0);
    TrainingPlan plan = TrainingPlan.parse("adam(0.01), batch 13, updates 31, loss " + loss);
    List<Recipe> recipes = Arms.recipes("early-stopping");
    List<TrainingResult> together = Arms.train(plan, replicate, recipes);
    for (int k = 0; k < recipes.size(); k++) {
      TrainingResult alone = Arms.train(plan, replicate, recipes.subList(k, k + 1)).get(0);
      PopulationLawsTest.assertSame(together.get(k), alone, loss + " " + k);
    }
  }

  @Test
  void usualLoss_writtenOrNot_isTheSameToTheBit() {
    TrainingResult written = train(PLAN + "cross-entropy", Arms.replicate(0));
    TrainingResult open = train(PLAN.replace(", loss ", ""), Arms.replicate(0));
    PopulationLawsTest.assertSame(written, open, "cross-entropy");
  }

  @Test
  void binaryCrossEntropy_learns_andItsNetworkSaysTheSameAfterSaving(@TempDir Path folder)
      throws IOException {
    TrainingResult result = train(PLAN + "binary-cross-entropy", Arms.replicate(0));
    assertThat(result.test().get(Metric.ACCURACY)).isGreaterThan(0.8);
    assertThat(result.train().get(Metric.LOG_LOSS)).isLessThan(0.3);
    assertThat(result.network().link()).isEqualTo(Link.SIGMOID);
    Dataset rows = Arms.replicate(0).split().test();
    assertThat(result.network().evaluate(rows)).isEqualTo(result.test());
    Path file = folder.resolve("network.safetensors");
    result.network().save(file);
    TrainedNetwork read = TrainedNetwork.load(file);
    assertThat(read.link()).isEqualTo(Link.SIGMOID);
    assertThat(read.evaluate(rows)).isEqualTo(result.test());
  }

  /**
   * The best constant is the mean of the targets for squares, their median for absolute errors, in
   * between for Huber: with a row in ten of 100 and all others 0, 10, 0, and delta = 0.5 deviations
   * of 30 give 9 c = 15, c = 15/9.
   */
  @Test
  void constant_isMeanMedianOrInBetween() {
    assertThat(constant("mean-squared-error")).isCloseTo(10, within(0.1));
    assertThat(constant("mean-absolute-error")).isCloseTo(0, within(0.1));
    assertThat(constant("huber(0.5)")).isCloseTo(15.0 / 9, within(0.1));
  }

  private static double constant(String loss) {
    float[] inputs = new float[10];
    float[] targets = new float[10];
    targets[3] = 100;
    Dataset rows = Dataset.regression(inputs, new int[] {1}, targets, List.of("y"));
    TrainingPlan plan =
        TrainingPlan.parse("sgd(0.1), batch 10, updates 2000, schedule cosine, loss " + loss);
    TrainingResult result =
        Trainer.train(
            Architecture.parse("none"), Recipe.none(), plan, new Split(rows, rows, rows), 3);
    return result.network().predict(0f).get(0, 0);
  }

  @Test
  void lossOfAnotherTask_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(PLAN + "huber(1)", Arms.replicate(0)))
        .withMessageStartingWith("loss huber(1) is for numbers, but the data ask for classes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(PLAN + "cross-entropy", Arms.regression(0)))
        .withMessageStartingWith("loss cross-entropy is for classes, but the data ask for numbers");
  }

  /** Its factor is derived for squares. */
  @Test
  void correctedElasticNet_underAnotherLossThanSquares_isRefused() {
    Recipe corrected = Recipe.parse("elastic-net(l1=0.1, l2=0.1, corrected=true)");
    Split split = Arms.regression(0).split();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Trainer.train(
                    Architecture.parse("none"),
                    corrected,
                    TrainingPlan.parse("sgd(0.1), updates 3, loss huber(1)"),
                    split,
                    3))
        .withMessageContaining("mean squared error");
  }

  private static TrainingResult train(String plan, Replicate replicate) {
    return Arms.train(TrainingPlan.parse(plan), replicate, List.of(Recipe.none())).get(0);
  }
}
