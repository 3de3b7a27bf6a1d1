package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Split;
import dev.bridle.diagnostic.Finding;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For each finding a training that has it, and one beside it that has not. */
final class FindingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          does-nothing               | l2(1e-8)                          | l2(0.05)
          does-nothing               | l1(1e-8)                          | l1(0.01)
          does-nothing               | weight-decay(1e-6)                | weight-decay(1)
          does-nothing               | l2(1e-8)                          | l2(0)
          feeds-normalization        | batch-norm + l2(0.05)             | l2(0.05)
          feeds-normalization        | batch-norm + weight-decay(0.5)    | batch-norm + weight-decay(0.5)@output
          feeds-normalization        | rms-norm + l1(0.001)@dense1       | l1(0.001)@dense1
          limit-too-tight            | max-norm(0.05)                    | max-norm(2)
          limit-too-tight            | l1-ball(0.01)                     | l1-ball(4)
          limit-never-reached        | max-norm(1000)                    | max-norm(0.5)
          limit-never-reached        | max-norm(1000)                    | max-norm(inf)
          limit-never-reached        | spectral-norm(1000)               | spectral-norm(0.5)
          constraint-broken-by-later | max-norm(0.5) + unit-norm         | max-norm(2) + unit-norm
          constraint-broken-by-later | unit-norm + max-norm(0.5)         | unit-norm + box(-2, hi=2)
          all-zero                   | group-lasso(5, by=layer)@dense1   | group-lasso(0.001, by=layer)@dense1
          dead-units                 | l1(5)@dense1                      | none
          """)
  void finding_isThereWhereItShould_andNotBesideIt(String kind, String with, String without) {
    assertThat(kinds(with)).contains(kind);
    assertThat(kinds(without)).doesNotContain(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          max-norm(0.5)
          max-norm(0.5, bias=rescaled)
          unit-norm
          min-max-norm(0.5, hi=1)
          min-max-norm(0.5, hi=1, rate=0.1)
          non-negative
          box(-0.2, hi=0.2)
          l1-ball(1)
          spectral-norm(1)
          """)
  void constraintOfOurs_isNeverViolated(String recipe) {
    TrainingResult result = train(recipe);
    assertThat(result.diagnostics().constraints()).isNotEmpty().allMatch(check -> check.held());
    assertThat(kinds(recipe)).doesNotContain("constraint-violated", "constraint-broken-by-later");
  }

  /** Where the inputs say all of it, noise on them shows; where they say nothing, it does not. */
  @Test
  void networkThatFollowsItsInputs_isSensitive() {
    assertThat(kinds(line(1))).contains("sensitive");
    assertThat(kinds(line(0))).doesNotContain("sensitive");
  }

  /** A line through y = slope x + the sign of every other row. */
  private static TrainingResult line(float slope) {
    float[] x = new float[64];
    float[] y = new float[64];
    for (int i = 0; i < x.length; i++) {
      x[i] = i / 2;
      y[i] = slope * x[i] + (i % 2 == 0 ? 0.1f : -0.1f);
    }
    Dataset rows = Dataset.regression(x, new int[] {1}, y, List.of("y"));
    TrainingPlan plan = TrainingPlan.parse("sgd(0.1), batch 64, updates 200");
    return Trainer.train(
        Architecture.parse("none"), Recipe.none(), plan, new Split(rows, rows, rows), 1);
  }

  @Test
  void finding_namesTermAndWeight() {
    Finding finding =
        train("batch-norm + l2(0.05)").diagnostics().findings().stream()
            .filter(f -> f.kind().equals("feeds-normalization"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.term()).isEqualTo("l2(0.05)");
    assertThat(finding.weight()).isEqualTo("dense1.kernel");
    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
  }

  @Test
  void divergedTraining_hasNumbers_butNoFindings() {
    TrainingResult result = train(TrainingPlan.parse("sgd(1e30), batch 13, updates 9"), "l2(1e-8)");
    assertThat(result.outcome()).isInstanceOf(Outcome.Diverged.class);
    assertThat(result.diagnostics().findings()).isEmpty();
    assertThat(result.diagnostics().norms()).isNotEmpty();
  }

  /** Looking makes passes of its own through the batch normalisation, and leaves no trace. */
  @Test
  void looking_leavesRunningStatisticsAlone() {
    TrainingResult looked = train("batch-norm + l2(0)");
    TrainingResult unseen = train("batch-norm");
    for (String name : List.of("dense1.kernel", "dense2.kernel", "dense3.bias")) {
      assertThat(looked.network().values(name)).isEqualTo(unseen.network().values(name));
    }
    assertThat(looked.test()).isEqualTo(unseen.test());
  }

  private static List<String> kinds(String recipe) {
    return kinds(train(recipe));
  }

  private static List<String> kinds(TrainingResult result) {
    return result.diagnostics().findings().stream().map(Finding::kind).toList();
  }

  private static TrainingResult train(String recipe) {
    return train(Arms.ADAM, recipe);
  }

  private static TrainingResult train(TrainingPlan plan, String recipe) {
    return Arms.train(plan, Arms.replicate(0), List.of(Recipe.parse(recipe))).get(0);
  }
}
