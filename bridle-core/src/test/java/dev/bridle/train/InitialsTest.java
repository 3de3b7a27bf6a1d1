package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.population.Initial;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first weights of a training are those that its plan asks for. */
final class InitialsTest {
  /** A first step as short as none. */
  private static final String STILL = "sgd(1e-30), batch 13, updates 1, initial ";

  @ParameterizedTest
  @EnumSource(names = {"HE", "GLOROT", "LECUN", "ORTHOGONAL"})
  void firstWeights_areDrawnAsAsked_fromTheReplicateAlone(Initial initial) {
    TrainedNetwork network = train(STILL + initial, "none", 0).network();
    WeightSpec kernel = WeightSpec.kernel("dense1", List.of(7, 2), initial);
    float[] drawn = initial.draw(kernel, Arms.replicate(0).key().at("initial").at("dense1.kernel"));
    double[] first = network.values("dense1.kernel");
    for (int i = 0; i < drawn.length; i++) {
      assertThat((float) first[i]).isEqualTo(drawn[i]);
    }
    assertThat(network.values("dense1.bias")).containsExactly(new double[7], within(1e-20));
    assertThat(train(STILL + initial, "dropout(0.5)", 0).network().values("dense1.kernel"))
        .isEqualTo(first);
    assertThat(train(STILL + initial, "none", 1).network().values("dense1.kernel"))
        .isNotEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(names = {"GLOROT", "LECUN", "ORTHOGONAL"})
  void aloneOrTogether_isTheSameToTheBit(Initial initial) {
    TrainingPlan plan = TrainingPlan.parse("adam(0.01), batch 13, updates 31, initial " + initial);
    List<Recipe> recipes =
        List.of(Recipe.parse("max-norm(1x-init)"), Recipe.parse("max-norm(2x-init)"));
    List<TrainingResult> together = Arms.train(plan, Arms.replicate(0), recipes);
    for (int k = 0; k < 2; k++) {
      TrainingResult alone = Arms.train(plan, Arms.replicate(0), recipes.subList(k, k + 1)).get(0);
      PopulationLawsTest.assertSame(together.get(k), alone, initial + " " + k);
    }
  }

  /** The penalty whose minimum this is: 7 x 2 columns, 5 x 7 rows. */
  @Test
  void orthogonal_startsWhereTheOrthogonalPenaltyIs0() {
    Ledger ledger = train(STILL + "orthogonal", "orthogonal(1)@dense2", 0).ledger();
    assertThat(ledger.total()).isCloseTo(0, within(1e-10));
    assertThat(train(STILL + "he", "orthogonal(1)@dense2", 0).ledger().total()).isGreaterThan(1);
  }

  @Test
  void trainedNetwork_isSavedAndRead_howeverItBegan(@TempDir Path folder) throws IOException {
    TrainingResult result =
        train("adam(0.01), batch 13, updates 31, initial orthogonal", "batch-norm", 0);
    Path file = folder.resolve("network.safetensors");
    result.network().save(file);
    assertThat(TrainedNetwork.load(file).evaluate(Arms.replicate(0).split().test()))
        .isEqualTo(result.test());
  }

  private static TrainingResult train(String plan, String recipe, int replicate) {
    List<Recipe> recipes = List.of(Recipe.parse(recipe));
    return Arms.train(TrainingPlan.parse(plan), Arms.replicate(replicate), recipes).get(0);
  }
}
