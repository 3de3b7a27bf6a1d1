package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks on images, series and texts learn, are saved, and say the same when loaded. */
final class ShapedTrainingTest {
  private static final TrainingPlan PLAN = TrainingPlan.parse("adam(0.01), batch 10, updates 300");

  @TempDir private Path folder;

  @Test
  void images_areLearnt_saved_andPredictedAlike() throws Exception {
    assertLearns(ShapedData::images, Arms.IMAGES, "batch-norm + dropout(0.1) + max-norm(3)");
  }

  @Test
  void series_areLearnt_saved_andPredictedAlike() throws Exception {
    assertLearns(ShapedData::series, Arms.SERIES, "zoneout(0.05) + variational-dropout(0.05)");
  }

  @Test
  void texts_areLearnt_saved_andPredictedAlike() throws Exception {
    assertLearns(ShapedData::texts, Arms.TEXTS, "max-norm(3)@embedding");
  }

  /** Ids are names, not amounts: a network that reads them takes them as they are. */
  @Test
  void texts_areNotStandardised() {
    Replicate texts = ShapedData.texts(Arms.replicate(0));
    TrainedNetwork network = train(texts, Arms.TEXTS, "none").network();
    assertThat(network.scaling().mean()).containsOnly(0);
    assertThat(network.scaling().deviation()).containsOnly(1);
    assertThat(network.scaling().isClipped()).isFalse();
  }

  private void assertLearns(UnaryOperator<Replicate> shaped, Architecture network, String recipe)
      throws Exception {
    Replicate replicate = shaped.apply(Arms.replicate(0));
    TrainingResult result = train(replicate, network, recipe);
    List<Double> losses = result.history().train();
    assertThat(losses.get(losses.size() - 1)).isLessThan(0.6 * losses.get(0));
    Dataset test = replicate.split().test();
    Path file = folder.resolve("network.safetensors");
    result.network().save(file);
    TrainedNetwork loaded = TrainedNetwork.load(file);
    assertThat(loaded.compiled().input()).isEqualTo(result.network().compiled().input());
    assertThat(loaded.compiled().nodes()).isEqualTo(result.network().compiled().nodes());
    assertThat(loaded.evaluate(test)).isEqualTo(result.test());
  }

  private static TrainingResult train(Replicate replicate, Architecture network, String recipe) {
    Member member = new Member(Recipe.parse(recipe), PLAN, replicate);
    return Trainer.train(network, List.of(member), Precision.FLOAT32, TrainingListener.NONE).get(0);
  }
}
