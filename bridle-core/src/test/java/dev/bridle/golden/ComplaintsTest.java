package dev.bridle.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bridle.architecture.Architecture;
import dev.bridle.constraint.Limit;
import dev.bridle.constraint.MaxNorm;
import dev.bridle.data.builtin.Moons;
import dev.bridle.diagnostic.ConstraintCheck;
import dev.bridle.diagnostic.Diagnostics;
import dev.bridle.diagnostic.Finding;
import dev.bridle.diagnostic.GradientShare;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.network.Places;
import dev.bridle.optimizer.Adam;
import dev.bridle.optimizer.Rule;
import dev.bridle.optimizer.Sgd;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.population.Role;
import dev.bridle.population.Weight;
import dev.bridle.recipe.Recipe;
import dev.bridle.tensor.Key;
import dev.bridle.tensor.PerMember;
import dev.bridle.tensor.Precision;
import dev.bridle.tensor.Scope;
import dev.bridle.tensor.Tensors;
import dev.bridle.train.GivenTraining;
import dev.bridle.train.Trainer;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users of other libraries complain about, each as a test; on a linear model of one weight,
 * {@code y = w x + b}.
 */
final class ComplaintsTest {
  private static final Adam ADAM = new Adam(0.9, 0.999, 1e-8, 0);
  private static final int EPOCHS = 5;

  private final Company company = Company.alone(Precision.FLOAT64);
  private final Scope scope = Scope.open();

  @AfterEach
  void close() {
    scope.close();
    company.close();
  }

  /** Weight and bias after some updates of rate 0.1. */
  private record Model(double w, double b) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "l2(0.1)",
        "l1(0.1)",
        "l1(0.1, solver=subgradient)",
        "elastic-net(l1=0.1, l2=0.1)",
        "weight-decay(0.1)",
        "coupled-decay(0.1)",
        "max-norm(1)"
      })
  void biases_areLeftAlone_unlessThePlaceSaysSo(String recipe) {
    Model start = new Model(2, 3);
    Model byDefault = train(recipe, new Sgd(), start, 0, 3, 1); // x = 0, y = 3: no gradient
    assertThat(byDefault.w()).isLessThan(2);
    assertThat(byDefault.b()).isEqualTo(3);
    assertThat(train(recipe + "@all", new Sgd(), start, 0, 3, 1).b()).isLessThan(3);
  }

  @Test
  void normalization_isNotDecayed() {
    CompiledNetwork compiled = compile("dense(2) relu", "batch-norm + weight-decay(1)");
    assertThat(
            Places.weights(
                compiled.recipe().terms().get(1),
                compiled.architecture(),
                compiled.layout(List.of()).weights()))
        .extracting(spec -> spec.role())
        .containsExactly(Role.KERNEL, Role.KERNEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"max-norm(1)@dense7", "l2(1)@conv*", "dropout(0.5)"})
  void placeThatMatchesNothing_isAnError_notSilence(String recipe) {
    assertThatThrownBy(() -> checkPlaces(recipe))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("matches nothing");
  }

  /** Weights are looked up when a training begins, activations when a network is compiled. */
  private void checkPlaces(String recipe) {
    train(recipe, new Sgd(), new Model(0, 0), 0, 0, 1);
  }

  @Test
  void constraint_holdsAfterEveryUpdate() {
    for (int steps = 1; steps <= 5; steps++) {
      Model model = train("max-norm(0.5)", ADAM, new Model(0.3, 0), 1, 100, steps);
      assertThat(Math.abs(model.w())).isLessThanOrEqualTo(0.5 * (1 + 1e-15));
    }
  }

  @Test
  void velocityAfterAProjection_isKept_orLosesItsOutwardPart_asAskedFor() {
    assertThat(restrained(false)).containsExactly(-2, -1); // (-2, 0) pushes out along (1, 0)
    assertThat(restrained(true)).containsExactly(new double[] {0, -1}, within(1e-15));
  }

  /** What is left of the velocity (-2, -1), which is subtracted, at the weight (1, 0). */
  private double[] restrained(boolean tangent) {
    Weight weight = Weight.kernel(company.tensor(GoldenArray.of(new double[] {1, 0}, 1, 2)));
    Tensor velocity = company.tensor(GoldenArray.of(new double[] {-2, -1}, 1, 2));
    new MaxNorm(Limit.ABSOLUTE, dev.bridle.constraint.Scope.PER_UNIT, MaxNorm.Bias.FREE, tangent)
        .restrain(weight, List.of(velocity), company.strengths(Map.of("c", 1.0)));
    return company.ours(velocity).data();
  }

  @Test
  void l1_givesExactZeros_itsSubgradientDoesNot() {
    Model start = new Model(0.123, 0); // y = 0.1 x pulls less than l1 does
    assertThat(train("l1(1)", new Sgd(), start, 1, 0.1, 50).w()).isZero();
    assertThat(train("l1(1)", ADAM, start, 1, 0.1, 50).w()).isZero();
    assertThat(train("l1(1, solver=subgradient)", new Sgd(), start, 1, 0.1, 50).w()).isNotZero();
  }

  @Test
  void weightDecay_hasTwoMeanings_andTwoNames() {
    Model start = new Model(2, 0);
    Model decoupled = train("weight-decay(0.1)", ADAM, start, 0, 0, 1);
    assertThat(decoupled.w()).isEqualTo(2 - 0.1 * 0.1 * 2); // rate * lambda * w
    Model coupled = train("coupled-decay(0.1)", ADAM, start, 0, 0, 1);
    assertThat(coupled.w()).isCloseTo(2 - 0.1, within(1e-8)); // Adam's first step: the rate
  }

  @Test
  void l2_isHalfOfPyTorchsWeightDecay_toTheBit() {
    Model start = new Model(1.7, 0.3);
    assertThat(train("l2(0.015)", new Sgd(), start, 1.3, -0.4, 20))
        .isEqualTo(train("coupled-decay(0.03)", new Sgd(), start, 1.3, -0.4, 20));
  }

  @Test
  void strengthOfZero_isNone_toTheBit() {
    Model start = new Model(1.7, 0.3);
    Model none = train("none", ADAM, start, 1.3, -0.4, 20);
    for (String recipe : List.of("l2(0)", "l1(0)", "weight-decay(0)", "max-norm(inf)")) {
      assertThat(train(recipe, ADAM, start, 1.3, -0.4, 20)).as(recipe).isEqualTo(none);
    }
  }

  @Test
  void penalty_isNotPartOfTheReportedLoss_butCanBeSeen() {
    try (GivenTraining training = training("l2(10)", new Sgd())) {
      training.population().state().fill_(Tensors.constant(2));
      double[] loss = training.backward(number(1), number(5)); // (2 * 1 + 2 - 5)^2
      assertThat(loss).containsExactly(1);
      assertThat(training.penalties()).containsExactly(40); // 10 * 2^2, without the bias
    }
  }

  @Test
  void penaltyIsInvisible_no_itsShareOfTheGradientIsSaid() { // complaint 10
    Diagnostics said = trained("l2(0.05)");
    assertThat(said.share("l2(0.05)", GradientShare.ALL).orElseThrow()).isBetween(0.05, 0.95);
    assertThat(kinds(said)).isEmpty();
    assertThat(kinds(trained("l2(1e-9)"))).containsExactly("does-nothing");
  }

  @Test
  void constraintIsSilentlyInactive_no_itIsVerifiedAfterEachEpoch() { // complaint 2
    Diagnostics said = trained("max-norm(0.5)");
    assertThat(said.constraints())
        .extracting(ConstraintCheck::weight)
        .containsExactly("dense1.kernel", "dense2.kernel");
    assertThat(said.constraints()).allMatch(c -> c.epochs() == EPOCHS && c.held());
    assertThat(kinds(trained("max-norm(100)"))).contains("limit-never-reached");
  }

  @Test
  void thresholdIsHardToChoose_closenessToTheBoundIsSaid() { // complaint 4
    ConstraintCheck.Tightness loose =
        trained("max-norm(100)").constraints().get(0).tightness().orElseThrow();
    double median = 100 * loose.median(); // a limit at which half of the units would sit
    ConstraintCheck.Tightness chosen =
        trained("max-norm(" + median + ")").constraints().get(0).tightness().orElseThrow();
    assertThat(loose.atBound()).isZero();
    assertThat(chosen.atBound()).isBetween(0.2, 0.9);
    assertThat(kinds(trained("max-norm(0.01)"))).contains("limit-too-tight");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dropout(0.5)", "input-noise(1)", "batch-norm + alpha-dropout(0.5)"})
  void evaluationIsRandom_no_twoOfThemAgree(String recipe) { // complaint 13
    assertThat(trained(recipe).repeatable()).isTrue();
  }

  @Test
  void l2UnderNormalization_isDetectedAndExplained() { // complaint 21
    Diagnostics said = trained("batch-norm + l2(0.05)");
    assertThat(said.findings())
        .filteredOn(f -> f.kind().equals("feeds-normalization"))
        .hasSize(1)
        .allMatch(f -> f.weight().equals("dense1.kernel"))
        .allMatch(f -> f.text().contains("only the effective learning rate"));
    assertThat(kinds(trained("batch-norm + l2(0.05)@output")))
        .doesNotContain("feeds-normalization");
  }

  private static Diagnostics trained(String recipe) {
    return Trainer.train(
            Architecture.parse("dense(16) tanh"),
            Recipe.parse(recipe),
            TrainingPlan.parse("adam(0.01), batch 20, epochs " + EPOCHS),
            new Moons().split(Key.of(3)),
            1)
        .diagnostics();
  }

  private static List<String> kinds(Diagnostics diagnostics) {
    return diagnostics.findings().stream().map(Finding::kind).toList();
  }

  private Model train(String recipe, Rule rule, Model start, double x, double y, int steps) {
    try (GivenTraining training = training(recipe, rule)) {
      Tensor w = training.population().weight("dense1.kernel").value();
      Tensor b = training.population().weight("dense1.bias").value();
      w.fill_(Tensors.constant(start.w()));
      b.fill_(Tensors.constant(start.b()));
      for (int t = 0; t < steps; t++) {
        training.step(number(x), number(y));
      }
      return new Model(company.ours(w).get(0), company.ours(b).get(0));
    }
  }

  private static GivenTraining training(String recipe, Rule rule) {
    return new GivenTraining(
        Architecture.parse("none"),
        List.of(Recipe.parse(recipe)),
        rule,
        PerMember.of(0.1),
        List.of(1, 1, 1),
        Precision.FLOAT64);
  }

  private Tensor number(double value) {
    return company.shared(GoldenArray.of(value).reshaped(1, 1));
  }

  private static CompiledNetwork compile(String network, String recipe) {
    return CompiledNetwork.compile(Architecture.parse(network), Recipe.parse(recipe), 1, 1);
  }
}
