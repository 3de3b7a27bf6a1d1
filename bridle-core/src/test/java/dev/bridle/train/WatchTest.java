package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.diagnostic.ConstraintCheck;
import dev.bridle.diagnostic.LayerNorms;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When it looks: 4 updates are an epoch. */
final class WatchTest {
  private static final TrainingPlan LONG = TrainingPlan.parse("adam(0.01), batch 13, updates 287");

  @Test
  void norms_areNotedMoreSeldom_theLongerItTakes_andInTheEnd() {
    TrainingResult result = train("none");
    assertThat(result.history().epochs()).isEqualTo(72); // 71 whole ones and 3 updates
    LayerNorms norms = result.diagnostics().norms().get(0);
    assertThat(norms.epochs().subList(0, 33))
        .isEqualTo(IntStream.rangeClosed(0, 32).boxed().toList());
    assertThat(norms.epochs().subList(33, 49))
        .isEqualTo(IntStream.rangeClosed(17, 32).map(i -> 2 * i).boxed().toList());
    assertThat(norms.epochs().subList(49, norms.epochs().size())).containsExactly(68, 72);
    double[] kernel = result.network().values(norms.weight());
    double squares = java.util.Arrays.stream(kernel).map(w -> w * w).sum();
    assertThat(norms.norms().get(50) / Math.sqrt(squares))
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void constraints_areLookedAtAfterEveryEpoch_whatIsDearAfterFew() {
    ConstraintCheck norm = train("max-norm(1)").diagnostics().constraints().get(0);
    assertThat(norm.epochs()).isEqualTo(72);
    ConstraintCheck spectral = train("spectral-norm(1)").diagnostics().constraints().get(0);
    assertThat(spectral.epochs()).isEqualTo(3); // 1, 8, 64
  }

  private static TrainingResult train(String recipe) {
    return Arms.train(LONG, Arms.replicate(0), List.of(Recipe.parse(recipe))).get(0);
  }
}
