package dev.bridle.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Split;
import dev.bridle.data.builtin.Strokes;
import dev.bridle.metric.Metric;
import dev.bridle.model.TrainedNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.train.Trainer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AgreementTest {
  private static TrainedNetwork line(double weight) {
    return Networks.of(
        "none",
        "none",
        1,
        1,
        Map.of("dense1.kernel", new double[] {weight}, "dense1.bias", new double[] {0}));
  }

  private static Compacted pair(double weight) {
    return new Compacted(line(1), line(weight), List.of(0), List.of(), List.of());
  }

  /** 2 and -4 become 2 + 2e-6 and -4 - 4e-6: 4e-6 of 4. */
  @Test
  void difference_isRelativeToTheLargestOutput() {
    Agreement agreement = Agreement.of(pair(1 + 1e-6), 2, -4);
    assertThat(agreement.difference()).isBetween(0.999e-6, 1.001e-6);
    assertThat(agreement.rows()).isEqualTo(2);
    assertThat(agreement.secondsBefore()).isPositive();
    assertThat(agreement.secondsAfter()).isPositive();
    assertThat(Agreement.of(pair(1), 2, -4).difference()).isZero();
  }

  @Test
  void largeDifference_isAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Agreement.of(pair(1.001), 2, -4))
        .withMessageContaining("of the largest, expected at most 1.0E-5");
    assertThatIllegalStateException().isThrownBy(() -> Agreement.of(pair(Double.NaN), 2, -4));
  }

  @Test
  void noRows_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Agreement.of(pair(1)))
        .withMessage("rows: 0 numbers, expected a multiple of 1");
  }

  @Test
  void groupLasso_onDrawings_leavesASmallerNetworkThatScoresTheSame() {
    Split split = new Strokes().split(Key.of(3));
    TrainedNetwork network =
        Trainer.train(
                Architecture.parse("dense(64) relu, dense(64) relu"),
                Recipe.parse("group-lasso(0.003)"),
                TrainingPlan.parse("adam(0.003), batch 32, updates 400"),
                split,
                3)
            .network();
    Compacted pair = Compaction.of(network);
    assertThat(Compacted.parameters(pair.after())).isLessThan(Compacted.parameters(network) / 2);
    assertThat(Agreement.of(pair, split.test().inputs()).difference()).isLessThan(1e-5);
    if (pair.inputs().size() == network.features().size()) {
      assertThat(pair.after().evaluate(split.test()).get(Metric.ACCURACY))
          .isEqualTo(network.evaluate(split.test()).get(Metric.ACCURACY));
    }
  }
}
