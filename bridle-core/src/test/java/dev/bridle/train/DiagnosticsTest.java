package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.diagnostic.ConstraintCheck;
import dev.bridle.diagnostic.Depth;
import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.diagnostic.GradientShare;
import dev.bridle.diagnostic.LayerNorms;
import dev.bridle.diagnostic.Robustness;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Precision;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each number against one worked out by hand, for {@code y = w x + b} on two rows, x = y = 1 and x
 * = y = -1, whose loss (w - 1)^2 + b^2 has the gradient 2 (w - 1) by w.
 */
final class DiagnosticsTest {
  private static final Architecture LINE = Architecture.parse("none");
  private static final Split DATA = new Split(rows(1, -1), rows(1, -1), rows(1, -1));

  /** A training and its weight in the end, at which the last look was taken. */
  private record Trained(TrainingResult result) {
    double w() {
      return result.network().values("dense1.kernel")[0];
    }

    double b() {
      return result.network().values("dense1.bias")[0];
    }

    Diagnostics diagnostics() {
      return result.diagnostics();
    }

    double share() {
      assertThat(diagnostics().gradients()).hasSize(2); // all weights, and the only one
      assertThat(diagnostics().gradients().get(0).weight()).isEqualTo(GradientShare.ALL);
      assertThat(diagnostics().gradients().get(0).share())
          .isEqualTo(diagnostics().gradients().get(1).share());
      return diagnostics().gradients().get(0).share();
    }
  }

  @Test
  void l2_pullsWith2LambdaW() {
    Trained trained = train("l2(0.3)", "sgd(0.01)", 1);
    double own = 2 * 0.3 * Math.abs(trained.w());
    assertThat(trained.share()).isCloseTo(own / (own + data(trained)), within(1e-6));
  }

  @Test
  void l1_pullsWithLambda_alsoByAProximalStep_whichAddsToNoGradient() {
    for (String recipe : List.of("l1(0.01)", "l1(0.01, solver=subgradient)")) {
      Trained trained = train(recipe, "sgd(0.01)", 1);
      assertThat(trained.w()).isNotZero();
      assertThat(trained.share()).isCloseTo(0.01 / (0.01 + data(trained)), within(1e-6));
    }
  }

  @Test
  void twoEpochs_areTheMeanOfBoth() {
    Trained first = train("l1(0.01)", "sgd(0.01)", 1);
    Trained second = train("l1(0.01)", "sgd(0.01)", 2);
    double mean = (0.01 / (0.01 + data(first)) + 0.01 / (0.01 + data(second))) / 2;
    assertThat(second.share()).isCloseTo(mean, within(1e-6));
    assertThat(train("l1(0.01)", "sgd(0.01)", 3).share()).isEqualTo(second.share()); // 1, 2, 4
  }

  @Test
  void coupledDecay_pullsWithLambdaW_atTheGradient() {
    Trained trained = train("coupled-decay(0.3)", "momentum(0.01)", 1);
    double own = 0.3 * Math.abs(trained.w());
    assertThat(trained.share()).isCloseTo(own / (own + data(trained)), within(1e-6));
  }

  @Test
  void weightDecay_pullsBesideWhatTheRuleMakesOfTheGradient() {
    Trained trained = train("weight-decay(0.3)", "momentum(0.01)", 1);
    double own = 0.3 * Math.abs(trained.w());
    double data = data(trained) / (1 - 0.9); // what a constant gradient amounts to
    assertThat(trained.share()).isCloseTo(own / (own + data), within(1e-6));
  }

  @Test
  void strengthOfAbsence_isLeftOut() {
    assertThat(train("l2(0)", "sgd(0.01)", 1).diagnostics().gradients()).isEmpty();
    assertThat(train("none", "sgd(0.01)", 1).diagnostics().gradients()).isEmpty();
  }

  @Test
  void decayOfTheUpdateRule_isATerm() {
    Trained trained = train("none", "adamw(0.01, decay=0.5)", 1);
    assertThat(trained.diagnostics().gradients())
        .extracting(GradientShare::term)
        .containsOnly("weight-decay(0.5)");
    assertThat(trained.share()).isBetween(0.01, 0.9);
  }

  @Test
  void norms_areThoseOfTheWeights_startAndEndAmongThem() {
    LayerNorms one = train("none", "sgd(0.01)", 1).diagnostics().norms().get(0);
    Trained two = train("none", "sgd(0.01)", 2);
    LayerNorms norms = two.diagnostics().norms().get(0);
    assertThat(norms.weight()).isEqualTo("dense1.kernel");
    assertThat(norms.epochs()).containsExactly(0, 1, 2);
    assertThat(norms.norms().subList(0, 2)).isEqualTo(one.norms());
    assertThat(norms.norms().get(2)).isEqualTo(Math.abs(two.w()));
    assertThat(norms.zeroFraction()).isZero();
    assertThat(train("l1(100)", "sgd(0.01)", 1).diagnostics().norms().get(0).zeroFraction())
        .isEqualTo(1);
  }

  @Test
  void constraint_isLookedAtAfterEachEpoch() {
    Trained trained = train("max-norm(100)", "sgd(0.01)", 3);
    ConstraintCheck check = trained.diagnostics().constraints().get(0);
    assertThat(check.epochs()).isEqualTo(3);
    assertThat(check.violation()).isZero();
    assertThat(check.held()).isTrue();
    ConstraintCheck.Tightness tightness = check.tightness().orElseThrow();
    assertThat(tightness.largest()).isCloseTo(Math.abs(trained.w()) / 100, within(1e-7));
    assertThat(tightness.median()).isEqualTo(tightness.largest());
    assertThat(tightness.peak()).isGreaterThanOrEqualTo(tightness.largest());
    assertThat(tightness.atBound()).isZero();
    ConstraintCheck tight =
        train("max-norm(0.01)", "sgd(0.01)", 3).diagnostics().constraints().get(0);
    assertThat(tight.tightness().orElseThrow().atBound()).isEqualTo(1);
  }

  @Test
  void gap_isValidationLessTraining() {
    TrainingResult result = train("none", "sgd(0.01)", 2).result();
    assertThat(result.diagnostics().gaps())
        .containsExactly(
            result.history().validation().get(0) - result.history().train().get(0),
            result.history().validation().get(1) - result.history().train().get(1));
  }

  @Test
  void robustness_isOfTheTestPart_andNotMeasuredUnlessAsked() {
    Trained trained = train("none", "sgd(0.01)", 1);
    Robustness robustness = trained.diagnostics().robustness().orElseThrow();
    assertThat(robustness.part()).isEqualTo("test");
    assertThat(robustness.metric()).isEqualTo("rmse");
    assertThat(robustness.noise()).containsExactly(0.0, 0.1, 0.2, 0.5, 1.0);
    assertThat(robustness.scores().get(0)).isEqualTo(trained.result().test().get(Metric.RMSE));
    // the gradient of (w x + b - y)^2 by x is 2 (w x + b - y) w, the deviation of x is 1
    double w = trained.w();
    double b = trained.b();
    double expected = Math.abs(2 * (w + b - 1) * w) / 2 + Math.abs(2 * (-w + b + 1) * w) / 2;
    assertThat(robustness.inputGradient()).isCloseTo(expected, within(1e-6));
    assertThat(train(Depth.USUAL, DATA).robustness()).isEmpty();
  }

  @Test
  void robustness_withoutTestRows_isOfTheValidationPart_orEmpty() {
    Split withoutTest = new Split(rows(1, -1), rows(1, -1), rows());
    assertThat(train(Depth.FULL, withoutTest).robustness().orElseThrow().part())
        .isEqualTo("validation");
    assertThat(train(Depth.FULL, new Split(rows(1, -1), rows(), rows())).robustness()).isEmpty();
  }

  /** w (x + s e) + b: with noise e of deviation 1 the error grows by about (s w)^2. */
  @Test
  void noise_isInUnitsOfTheInputsDeviation() {
    float[] x = new float[2000];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 2 == 0 ? 10 : -10;
    }
    Split wide = new Split(rows(10, -10), rows(), rows(x));
    TrainingResult result =
        Trainer.train(
            LINE,
            Recipe.none(),
            TrainingPlan.parse("sgd(0.001), batch 2, epochs 20, unscaled"),
            wide,
            1);
    Robustness robustness = result.diagnostics().robustness().orElseThrow();
    double w = result.network().values("dense1.kernel")[0] * 10; // by unit of deviation
    double still = Math.pow(robustness.scores().get(0), 2);
    double noisy = Math.pow(robustness.scores().get(4), 2);
    double scale = 100; // targets have a deviation of 10, and errors are in their own unit
    assertThat((noisy - still) / scale).isCloseTo(w * w, within(0.1 * w * w));
  }

  private static double data(Trained trained) {
    return 2 * Math.abs(trained.w() - 1);
  }

  private static Trained train(String recipe, String rule, int epochs) {
    TrainingPlan plan = TrainingPlan.parse(rule + ", batch 2, epochs " + epochs + ", unscaled");
    return new Trained(Trainer.train(LINE, Recipe.parse(recipe), plan, DATA, 1));
  }

  private static Diagnostics train(Depth depth, Split data) {
    TrainingPlan plan = TrainingPlan.parse("sgd(0.01), batch 2, epochs 1, unscaled");
    Member member = new Member(Recipe.none(), plan, Replicate.of(1, 0, data));
    return Trainer.train(LINE, List.of(member), Precision.FLOAT32, TrainingListener.NONE, 1, depth)
        .get(0)
        .diagnostics();
  }

  private static Dataset rows(float... x) {
    return Dataset.regression(x, new int[] {1}, x, List.of("y"));
  }
}
