package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.stopping.Losses;
import dev.bridle.stopping.StoppingRule;
import dev.bridle.stopping.StoppingRule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  /**
   * Trainings of one epoch, two, three and so on say what the metric is after each; one that stops
   * by it ends in the best of those that it has seen, the first of equal ones.
   */
  @ParameterizedTest
  @ValueSource(strings = {"accuracy", "balanced-accuracy", "auc", "log-loss", "brier"})
  void stoppingByAMetricOfClasses_endsWhereItIsBest(String name) {
    assertEndsWhereBest(name, Arms.replicate(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rmse", "mae", "r2"})
  void stoppingByAMetricOfNumbers_endsWhereItIsBest(String name) {
    assertEndsWhereBest(name, Arms.regression(0));
  }

  private static void assertEndsWhereBest(String name, Replicate replicate) {
    Metric metric =
        Metric.of(replicate.split().train().task()).stream()
            .filter(m -> m.name().equals(name))
            .findFirst()
            .orElseThrow();
    String plan = "momentum(0.1), batch 13, epochs ";
    TrainingResult stopped = train(plan + 12, "early-stopping(3, metric=" + name + ")", replicate);
    int seen = stopped.history().epochs();
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    TrainingResult last = stopped;
    for (int epochs = 1; epochs <= seen; epochs++) {
      last = train(plan + epochs, "none", replicate);
      double good = last.validation().get(metric) * (metric.higherIsBetter() ? 1 : -1);
      if (good > most) {
        most = good;
        best = epochs;
      }
    }
    assertThat(((Outcome.Stopped) stopped.outcome()).bestEpoch()).isEqualTo(best);
    assertThat(seen).isEqualTo(Math.min(12, best + 3));
    assertThat(stopped.validation().get(metric) * (metric.higherIsBetter() ? 1 : -1))
        .isEqualTo(most);
    assertThat(stopped.history()).isEqualTo(last.history()); // losses, whatever is judged
  }

  @Test
  void metricOfAnotherTask_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train("early-stopping(3, metric=rmse)"))
        .withMessageStartingWith("early-stopping metric = rmse: not for 2 classes");
  }

  private static TrainingResult train(String plan, String recipe, Replicate replicate) {
    return Arms.train(TrainingPlan.parse(plan), replicate, List.of(Recipe.parse(recipe))).get(0);
  }

  private static TrainingResult train(String recipe) {
    return Arms.train(PLAN, Arms.replicate(0), List.of(Recipe.parse(recipe))).get(0);
  }
}
