package dev.bridle.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.constraint.MaxNorm;
import dev.bridle.data.Dataset;
import dev.bridle.dropout.Dropout;
import dev.bridle.layer.Layer;
import dev.bridle.layer.Pass;
import dev.bridle.metric.Metric;
import dev.bridle.metric.Predictions;
import dev.bridle.noise.InputNoise;
import dev.bridle.optimizer.Rule;
import dev.bridle.penalty.L1;
import dev.bridle.penalty.Solver;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.population.Strengths;
import dev.bridle.population.Weight;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import dev.bridle.stopping.EarlyStopping;
import dev.bridle.stopping.Losses;
import dev.bridle.stopping.Patience;
import dev.bridle.stopping.StoppingRule;
import dev.bridle.stopping.StoppingRule.Verdict;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other libraries get wrong, each as a test that we do not; named after the trap. */
final class TrapsTest {
  private static final double KERAS = 1e-7; // what it adds to the norm
  private static final double DL4J = 1e-6;

  private final Company company = Company.alone(Precision.FLOAT32);
  private final Scope scope = Scope.open();

  @AfterEach
  void close() {
    scope.close();
    company.close();
  }

  @Test
  void elasticNetByName_isNeverAPenaltyOfZero() { // Keras: 'l1l2' builds L1L2(0, 0)
    assertThatThrownBy(() -> Recipe.parse("elastic-net"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("l1 and l2, or lambda and alpha");
    assertThatThrownBy(() -> Recipe.parse("l1_l2(0.01)"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void maxNormWithEpsilon_shrinksInsideTheBall() { // the trap itself, as measured
    assertThat(shrunk(1, KERAS)).isCloseTo(0.9988, within(1e-4));
    assertThat(shrunk(0.01, KERAS)).isCloseTo(0.0090, within(1e-4));
    assertThat(shrunk(0.001, KERAS)).isLessThan(1e-6);
    assertThat(shrunk(0.1, DL4J)).isCloseTo(0.090, within(1e-3));
    assertThat(shrunk(0.01, DL4J)).isLessThan(1e-5);
  }

  /** A norm after 10,000 projections by {@code w min(n, 2) / (n + epsilon)}. */
  private static double shrunk(double norm, double epsilon) {
    float w = (float) norm;
    for (int i = 0; i < 10_000; i++) {
      w = w * (Math.min(w, 2) / ((float) epsilon + w));
    }
    return w;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, 0.01, 0.001, 1e-20, 0})
  void maxNorm_tenThousandTimesInsideTheBall_changesNoBit(double norm) {
    Weight weight = unit(0.6 * norm, 0.8 * norm);
    GoldenArray before = company.ours(weight.value());
    for (int i = 0; i < 10_000; i++) {
      try (Scope step = Scope.open()) {
        maxNorm(MaxNorm.Bias.FREE).project(weight, limit(2));
      }
    }
    assertThat(company.ours(weight.value()).sameBits(before)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FREE", "JOINT", "RESCALED"})
  void maxNormAppliedTwice_isAppliedOnce_biasIncluded(String bias) { // Deeplearning4j did it twice
    Weight weight =
        company.kernel(
            GoldenArray.of(new double[] {3, 4}, 1, 2),
            GoldenArray.vector(12),
            MaxNormGolden.spec(GoldenArray.of(new double[2], 1, 2), 0));
    MaxNorm constraint = maxNorm(MaxNorm.Bias.valueOf(bias));
    constraint.project(weight, limit(1));
    double[] once = company.ours(weight.value()).data();
    double biasOnce = company.ours(weight.bias().orElseThrow().value()).get(0);
    constraint.project(weight, limit(1));
    assertThat(company.ours(weight.value()).data()).containsExactly(once, within(1e-7));
    assertThat(company.ours(weight.bias().orElseThrow().value()).get(0))
        .isCloseTo(biasOnce, within(1e-6 * Math.abs(biasOnce)));
  }

  @Test
  void maxNormLimit_isTheNorm_notItsSquare() { // H2O's max_w2 is the square
    Weight weight = unit(3, 4);
    maxNorm(MaxNorm.Bias.FREE).project(weight, limit(2));
    assertThat(company.ours(weight.value()).data())
        .containsExactly(new double[] {1.2, 1.6}, within(1e-6));
  }

  @Test
  void axisOfAUnit_comesFromTheWeight_notFromItsRank() { // norms over hard-coded axes
    GoldenArray rows = GoldenArray.of(new double[] {3, 4, 0, 0.6, 0.8, 0}, 2, 3); // [out, in]
    GoldenArray columns = GoldenArray.of(new double[] {3, 0.6, 4, 0.8, 0, 0}, 3, 2); // [in, out]
    assertThat(projected(rows, 0))
        .containsExactly(new double[] {0.6, 0.8, 0, 0.6, 0.8, 0}, within(1e-6));
    assertThat(projected(columns, 1))
        .containsExactly(new double[] {0.6, 0.6, 0.8, 0.8, 0, 0}, within(1e-6));
    double root = Math.sqrt(9 + 0.36); // the norm of the first column, which is no unit
    assertThat(projected(columns, 0)[0]).isCloseTo(3 / root, within(1e-6)); // the trap: input 1
  }

  @Test
  void unitOfAConvolution_isAllOfItsFilter() { // rank 3: documented over all axes, done over one
    double[] filter = {3, 4, 0, 0, 0, 12}; // [1, 2, 3]: norm 13
    double[] expected = Arrays.stream(filter).map(v -> v / 13).toArray();
    assertThat(projected(GoldenArray.of(filter, 1, 2, 3), 0))
        .containsExactly(expected, within(1e-6));
  }

  private double[] projected(GoldenArray w, int unitAxis) {
    Weight weight = MaxNormGolden.kernel(company, w, MaxNormGolden.spec(w, unitAxis));
    maxNorm(MaxNorm.Bias.FREE).project(weight, limit(1));
    return company.ours(weight.value()).data();
  }

  @Test
  void noiseAtEvaluation_isOff() { // Deeplearning4j keeps noise on biases
    GoldenArray x = GoldenArray.of(new double[] {1, -2, 3, -4}, 2, 2);
    for (Layer layer : List.of(dropout(x, 0.5), noise(x, 1.5))) {
      GoldenArray y = company.ours(layer.forward(company.tensor(x), Pass.EVALUATION));
      assertThat(y.sameBits(x)).isTrue();
    }
  }

  @Test
  void dropout_keepsTheScaleOfTheSignal() { // DropConnect without 1/p: other scale at evaluation
    GoldenArray ones = GoldenArray.of(new double[100_000], 100, 1000).map(v -> 1);
    Layer layer = dropout(ones, 0.8);
    double[] y = company.ours(layer.forward(company.tensor(ones), Pass.training(0))).data();
    assertThat(Arrays.stream(y).average().orElseThrow()).isCloseTo(1, within(0.032)); // 5 errors
    assertThat(Arrays.stream(y).max().orElseThrow()).isCloseTo(5, within(1e-5)); // 1 / (1 - 0.8)
  }

  @Test
  void dropoutMask_isAnotherEachStep_andTheSameEachRun() { // seeds that fix one mask for ever
    GoldenArray x = GoldenArray.of(new double[64], 1, 64).map(v -> 1);
    GoldenArray first = company.ours(dropout(x, 0.5).forward(company.tensor(x), Pass.training(1)));
    GoldenArray again = company.ours(dropout(x, 0.5).forward(company.tensor(x), Pass.training(1)));
    GoldenArray next = company.ours(dropout(x, 0.5).forward(company.tensor(x), Pass.training(2)));
    assertThat(again.sameBits(first)).isTrue();
    assertThat(next.sameBits(first)).isFalse();
  }

  @Test
  void l1_comesWithoutL2() { // KotlinDL's L1 inherits an L2 strength
    Tensor gradient = company.tensor(GoldenArray.of(new double[3], 1, 3));
    Weight weight = Weight.kernel(company.tensor(GoldenArray.of(new double[] {1000, -1, 0}, 1, 3)));
    Strengths strengths = company.strengths(Map.of("lambda", 0.5));
    new L1(Solver.SUBGRADIENT).addGradient(weight, gradient, strengths);
    assertThat(company.ours(gradient).data()).containsExactly(0.5, -0.5, 0);
  }

  @Test
  void earlyStopping_comparesWithTheBestEpoch_notWithTheLast() { // DJL: alternating never stops
    EarlyStopping rule = new EarlyStopping(Patience.EPOCHS);
    Map<String, Double> patience = Map.of("patience", 2.0);
    List<Double> train = List.of(1.0, 0.9, 0.8);
    assertThat(rule.judge(new Losses(train, List.of(1.0, 1.2, 1.1)), patience))
        .isEqualTo(new Verdict(true, 0));
    assertThat(rule.judge(new Losses(train, List.of(1.0, 0.9, 0.8)), patience))
        .isEqualTo(new Verdict(false, 2));
  }

  @Test
  void earlyStoppingByAccuracy_goesOnWhileItRises() { // DJL stops because accuracy rises
    assertThat(byAccuracy(0.5, 0.6, 0.7, 0.8)).isEqualTo(new Verdict(false, 3));
    assertThat(byAccuracy(0.5, 0.6, 0.5, 0.6)).isEqualTo(new Verdict(true, 1));
  }

  @Test
  void earlyStoppingByAccuracy_keepsTheMostAccurate() { // Deeplearning4j kept the least
    assertThat(byAccuracy(0.7, 0.9, 0.4)).isEqualTo(new Verdict(false, 1));
    assertThat(byAccuracy(0.7, 0.9, 0.4, 0.2)).isEqualTo(new Verdict(true, 1));
  }

  /** The verdict on epochs in which that share of ten rows was right. */
  private static Verdict byAccuracy(double... accuracies) {
    Term term = Recipe.parse("early-stopping(2, metric=accuracy)").terms().get(0);
    StoppingRule rule = (StoppingRule) Catalogue.make(term);
    Dataset rows =
        Dataset.classification(new float[10], new int[] {1}, new int[10], List.of("a", "b"));
    List<Double> costs = new ArrayList<>();
    for (double accuracy : accuracies) {
      double[] said = new double[20];
      for (int i = 0; i < 10; i++) {
        said[2 * i + (i < 10 * accuracy ? 0 : 1)] = 1;
      }
      Predictions predictions = new Predictions(rows.task(), said);
      costs.add(Metric.cost(rule.metric().orElseThrow(), predictions, rows));
    }
    return rule.judge(new Losses(costs, costs), term.numbers());
  }

  @Test
  void adamwByDefault_decays() { // Smile's AdamW(model, rate) decays nothing
    Rule rule = (Rule) Catalogue.make(TrainingPlan.parse("adamw(1e-3)").rule());
    assertThat(rule.decay()).isEqualTo(0.01);
  }

  @Test
  void ranges_areThoseThatMakeSense_andErrorsSayTheNumber() { // a literal {p}; stddev 1.5 refused
    assertThat(Recipe.parse("input-noise(1.5)")).hasToString("input-noise(1.5)");
    for (String rate : List.of("1.2", "256", "1", "-0.1", "nan")) {
      assertThatThrownBy(() -> Recipe.parse("dropout(" + rate + ")"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(rate);
    }
  }

  private Layer dropout(GoldenArray x, double rate) {
    return DropoutGolden.layer(new Dropout(), x, Map.of("rate", rate), company);
  }

  private Layer noise(GoldenArray x, double sigma) {
    return DropoutGolden.layer(new InputNoise(), x, Map.of("sigma", sigma), company);
  }

  /** One unit that receives two numbers. */
  private Weight unit(double first, double second) {
    return Weight.kernel(company.tensor(GoldenArray.of(new double[] {first, second}, 1, 2)));
  }

  private Strengths limit(double c) {
    return company.strengths(Map.of("c", c));
  }

  private static MaxNorm maxNorm(MaxNorm.Bias bias) {
    return MaxNormGolden.maxNorm(dev.bridle.constraint.Scope.PER_UNIT, bias);
  }
}
