package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.stopping.Losses;
import dev.bridle.stopping.StoppingRule;
import dev.bridle.stopping.StoppingRule.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training ends where its stopping rule, asked of the losses of one that goes on, first says. */
final class StoppingRulesTest {
  private static final TrainingPlan PLAN = TrainingPlan.parse("adam(0.1), batch 13, updates 210");
  private static final int STEPS = 4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "early-stopping(2)",
        "early-stopping(4, smooth=3)",
        "early-stopping(2, min-delta=0.01)",
        "early-stopping(gl(20))",
        "early-stopping(pq(0.1), strip=3)",
        "early-stopping(up(2), strip=2)"
      })
  void training_endsAtTheFirstStop(String text) {
    Recipe recipe = Recipe.parse(text);
    History whole = train("early-stopping(inf)").history();
    Term term = recipe.terms().get(0);
    StoppingRule rule = (StoppingRule) Catalogue.make(term);
    int epochs = 0;
    Verdict verdict;
    do {
      epochs++;
      Losses soFar =
          new Losses(whole.train().subList(0, epochs), whole.validation().subList(0, epochs));
      verdict = rule.judge(soFar, term.numbers());
    } while (!verdict.stop());
    TrainingResult stopped = train(text);
    assertThat(stopped.outcome())
        .isEqualTo(new Outcome.Stopped(epochs * STEPS, verdict.best() + 1));
    assertThat(stopped.history().validation()).isEqualTo(whole.validation().subList(0, epochs));
  }

  private static TrainingResult train(String recipe) {
    return Arms.train(PLAN, Arms.replicate(0), List.of(Recipe.parse(recipe))).get(0);
  }
}
