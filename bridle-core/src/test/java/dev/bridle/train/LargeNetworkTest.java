package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.Precision;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Networks so large that their products are cut into blocks, their weights into tiles, and both are
 * shared out among a team: none of which may change a bit.
 */
final class LargeNetworkTest {
  private static final int INPUTS = 300;
  private static final Architecture NETWORK =
      Architecture.parse("dense(330) relu, dense(260) tanh");

  private static final List<Recipe> RECIPES =
      Recipe.parse(
              "dropout(0.1, 0.5) + l1(1e-4) + l2(0, 1e-3)@all"
                  + " + max-norm(0.9, 1.1, bias=rescaled, momentum=tangent)")
          .expand();

  /** The first layer by units, cut into tiles; the second and the output as matrices, whole. */
  private static final List<Recipe> OF_GROUPS_AND_MATRICES =
      Recipe.parse(
              "group-lasso(1e-4, 1e-3, sparse=0.1)@dense1 + orthogonal(1e-4)@dense2"
                  + " + spectral-penalty(0, 1e-3)@dense2 + orthogonal(0.1, mode=cosine)@output")
          .expand();

  @ParameterizedTest
  @ValueSource(strings = {"momentum(0.05)", "adam(0.01)"})
  void member_aloneOrTogether_isTheSameToTheBit(String rule) {
    List<TrainingResult> together = train(rule, RECIPES, 1);
    for (int k : new int[] {0, 3, RECIPES.size() - 1}) {
      TrainingResult alone = train(rule, List.of(RECIPES.get(k)), 1).get(0);
      assertSame(together.get(k), alone);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"momentum(0.05)", "adam(0.01)"})
  void team_ofAnySize_isTheSameToTheBit(String rule) {
    List<TrainingResult> solo = train(rule, RECIPES, 1);
    for (int threads : new int[] {2, 5}) {
      List<TrainingResult> shared = train(rule, RECIPES, threads);
      for (int k = 0; k < RECIPES.size(); k++) {
        assertSame(shared.get(k), solo.get(k));
      }
    }
  }

  /** Products share their work out inside of tiles that are shared out themselves. */
  @Test
  void groupsAndMatrices_aloneOrTogether_teamOfAnySize_areTheSameToTheBit() {
    List<Recipe> recipes = OF_GROUPS_AND_MATRICES;
    List<TrainingResult> together = train("adam(0.01)", recipes, 1);
    List<TrainingResult> shared = train("adam(0.01)", recipes, 3);
    for (int k = 0; k < recipes.size(); k++) {
      assertSame(shared.get(k), together.get(k));
      assertSame(train("adam(0.01)", List.of(recipes.get(k)), 1).get(0), together.get(k));
    }
  }

  private static List<TrainingResult> train(String rule, List<Recipe> recipes, int threads) {
    TrainingPlan plan = TrainingPlan.parse(rule + ", batch 70, updates 5");
    Replicate replicate = Replicate.of(7, 0, new Split(rows(140), rows(9), rows(9)));
    List<Member> members = recipes.stream().map(r -> new Member(r, plan, replicate)).toList();
    return Trainer.train(NETWORK, members, Precision.FLOAT32, TrainingListener.NONE, threads);
  }

  private static Dataset rows(int count) {
    float[] numbers = new float[count * INPUTS];
    Key.of(count).stream().normals(numbers, numbers.length);
    int[] labels = IntStream.range(0, count).map(i -> i % 3).toArray();
    return Dataset.classification(numbers, new int[] {INPUTS}, labels, List.of("a", "b", "c"));
  }

  private static void assertSame(TrainingResult one, TrainingResult other) {
    one.network()
        .compiled()
        .layout(List.of())
        .weights()
        .forEach(
            w ->
                assertThat(one.network().values(w.name()))
                    .as(w.name())
                    .isEqualTo(other.network().values(w.name())));
  }
}
