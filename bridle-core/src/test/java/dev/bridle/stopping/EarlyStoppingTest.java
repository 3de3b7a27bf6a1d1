package dev.bridle.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.data.Task;
import dev.bridle.metric.Metric;
import dev.bridle.recipe.Recipe;
import dev.bridle.stopping.StoppingRule.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EarlyStoppingTest implements StoppingLaws {
  @Override
  public StoppingRule rule() {
    return new EarlyStopping(Patience.EPOCHS);
  }

  @Override
  public Map<String, Double> patience(double epochs) {
    return numbers(epochs, 0);
  }

  @Test
  void patience1_stopsAtTheFirstEpochWithoutImprovement() {
    assertThat(judge(1, 0, 3, 2)).isEqualTo(new Verdict(false, 1));
    assertThat(judge(1, 0, 3, 2, 2.5)).isEqualTo(new Verdict(true, 1));
  }

  @Test
  void patience2_bearsOneBadEpoch() {
    assertThat(judge(2, 0, 3, 2, 2.5)).isEqualTo(new Verdict(false, 1));
    assertThat(judge(2, 0, 3, 2, 2.5, 2.4)).isEqualTo(new Verdict(true, 1));
    assertThat(judge(2, 0, 3, 2, 2.5, 1)).isEqualTo(new Verdict(false, 3));
  }

  /** Compared with the best, not with the epoch before: a loss that alternates does not improve. */
  @Test
  void alternatingLosses_stop() {
    assertThat(judge(3, 0, 1, 2, 1.5, 2)).isEqualTo(new Verdict(true, 0));
  }

  @Test
  void equalLosses_areNoImprovement() {
    assertThat(judge(2, 0, 1, 1, 1)).isEqualTo(new Verdict(true, 0));
  }

  @Test
  void fallSmallerThanMinDelta_doesNotCount() {
    assertThat(judge(2, 0.1, 1, 0.95, 0.91)).isEqualTo(new Verdict(true, 0));
    assertThat(judge(2, 0.1, 1, 0.95, 0.89)).isEqualTo(new Verdict(false, 2));
  }

  @Test
  void fallOfExactlyMinDelta_doesNotCount() {
    assertThat(judge(1, 0.5, 1, 0.5)).isEqualTo(new Verdict(true, 0));
  }

  /** Slow falls add up against the best that counted. */
  @Test
  void smallFalls_countOnceTheyAddUpToMinDelta() {
    assertThat(judge(5, 0.25, 1, 0.875, 0.75, 0.625).best()).isEqualTo(3);
  }

  @Test
  void infiniteLoss_isWorseThanAnyNumber() {
    assertThat(judge(5, 0, Double.POSITIVE_INFINITY, 3).best()).isEqualTo(1);
    assertThat(judge(5, 0, 3, Double.POSITIVE_INFINITY).best()).isZero();
  }

  @Test
  void notANumber_isWorseThanAnyNumber() {
    assertThat(judge(5, 0, Double.NaN, 3).best()).isEqualTo(1);
    assertThat(judge(5, 0, 3, Double.NaN).best()).isZero();
    assertThat(judge(1, 0, Double.NaN, Double.NaN)).isEqualTo(new Verdict(true, 0));
  }

  /** Means of two: 4, 3, 2, 2.5, 2.5; the first is alone. */
  @Test
  void smooth_judgesTheMeanOfTheLastEpochs() {
    List<Double> history = List.of(4.0, 2.0, 2.0, 3.0, 2.0);
    Losses losses = new Losses(history, history);
    StoppingRule rule = rule();
    assertThat(rule.judge(losses, Map.of("patience", 2.0, "smooth", 2.0)))
        .isEqualTo(new Verdict(true, 2));
    assertThat(rule.judge(losses, Map.of("patience", 3.0, "smooth", 2.0)))
        .isEqualTo(new Verdict(false, 2));
    assertThat(rule.judge(losses, Map.of("patience", 3.0, "smooth", 1.0)))
        .isEqualTo(new Verdict(true, 1));
    assertThat(rule.judge(losses, Map.of("patience", 3.0, "smooth", 1e9)).best()).isEqualTo(4);
  }

  @Test
  void metric_isTheOneWritten() {
    assertThat(of("early-stopping(3)").metric()).isEmpty();
    assertThat(of("early-stopping(3)")).isEqualTo(new EarlyStopping(Patience.EPOCHS));
    assertThat(of("early-stopping(gl(3), metric=auc)"))
        .isEqualTo(new EarlyStopping(Patience.GENERALIZATION_LOSS, Optional.of(Metric.AUC)));
  }

  @Test
  void metricOfAnotherTask_isRefused_withThoseThatAreForIt() {
    Task two = new Task.Classification(List.of("a", "b"));
    Task three = new Task.Classification(List.of("a", "b", "c"));
    Task numbers = new Task.Regression(List.of("y"));
    for (Task task : List.of(two, three, numbers)) {
      of("early-stopping(3)").requireFits(task);
    }
    of("early-stopping(3, metric=auc)").requireFits(two);
    of("early-stopping(3, metric=rmse)").requireFits(numbers);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("early-stopping(3, metric=auc)").requireFits(three))
        .withMessage(
            "early-stopping metric = auc: not for 3 classes; expected one of loss, accuracy,"
                + " balanced-accuracy, log-loss, brier");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("early-stopping(3, metric=accuracy)").requireFits(numbers))
        .withMessage(
            "early-stopping metric = accuracy: not for numbers; expected one of loss, rmse, mae,"
                + " r2");
  }

  private static EarlyStopping of(String recipe) {
    return (EarlyStopping) Catalogue.make(Recipe.parse(recipe).terms().get(0));
  }

  @Test
  void losses_ofUnequalEpochsOrNone_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Losses(List.of(1.0), List.of(1.0, 2.0)))
        .withMessage(
            "losses of 1 epochs of training and 2 of validation: expected as many of both, and one"
                + " at least");
    assertThatIllegalArgumentException().isThrownBy(() -> new Losses(List.of(), List.of()));
  }

  private static Verdict judge(double patience, double minDelta, double... losses) {
    List<Double> history = Arrays.stream(losses).boxed().toList();
    return new EarlyStopping(Patience.EPOCHS)
        .judge(new Losses(history, history), numbers(patience, minDelta));
  }

  private static Map<String, Double> numbers(double patience, double minDelta) {
    return Map.of("patience", patience, "min-delta", minDelta);
  }
}
