package dev.bridle.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.declaration.Parameter;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of a population, for every regularizer of the catalogue: what a member becomes does not
 * depend on who is trained beside it, to the bit.
 */
final class PopulationLawsTest {

  static Stream<String> names() {
    return Arms.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aloneOrTogether_isTheSameToTheBit(String name) {
    for (TrainingPlan plan : List.of(Arms.MOMENTUM, Arms.ADAM)) {
      List<Recipe> recipes = Arms.recipes(name);
      List<TrainingResult> together = Arms.train(plan, Arms.replicate(name, 0), recipes);
      for (int k = 0; k < recipes.size(); k++) {
        TrainingResult alone =
            Arms.train(plan, Arms.replicate(name, 0), List.of(recipes.get(k))).get(0);
        assertSame(together.get(k), alone, name + " " + plan + " member " + k);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void orderAndPacking_doNotMatter(String name) {
    List<Member> members = new ArrayList<>();
    for (int replicate = 0; replicate < 3; replicate++) {
      for (Recipe recipe : Arms.recipes(name)) {
        members.add(new Member(recipe, Arms.MOMENTUM, Arms.replicate(name, replicate)));
      }
    }
    List<TrainingResult> inOrder = Arms.train(members);
    int[] order = {4, 8, 0, 7, 2, 5, 3, 1, 6};
    List<TrainingResult> permuted =
        Arms.train(Arrays.stream(order).mapToObj(members::get).toList());
    List<TrainingResult> packed = new ArrayList<>(Arms.train(members.subList(0, 2)));
    packed.addAll(Arms.train(members.subList(2, 7)));
    packed.addAll(Arms.train(members.subList(7, 9)));
    for (int k = 0; k < members.size(); k++) {
      assertSame(permuted.get(k), inOrder.get(order[k]), name + " permuted " + k);
      assertSame(packed.get(k), inOrder.get(k), name + " packed " + k);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void divergedNeighbour_changesNothing_andIsReported(String name) {
    List<Recipe> recipes = Arms.recipes(name);
    TrainingPlan wild = TrainingPlan.parse("momentum(1e30), batch 13, updates 31");
    List<Member> members = new ArrayList<>();
    members.add(new Member(recipes.get(1), Arms.MOMENTUM, Arms.replicate(name, 0)));
    members.add(new Member(recipes.get(0), wild, Arms.replicate(name, 0)));
    members.add(new Member(recipes.get(2), Arms.MOMENTUM, Arms.replicate(name, 1)));
    List<TrainingResult> results = Arms.train(members);
    assertSame(results.get(0), Arms.train(members.subList(0, 1)).get(0), name + " first");
    assertSame(results.get(2), Arms.train(members.subList(2, 3)).get(0), name + " last");
    String weakest = Arms.recipes(name).get(0).toString();
    boolean saturates = members.get(0).replicate().split().train().inputShape().length == 2;
    boolean bounds = weakest.contains("-norm") || weakest.contains("box");
    if (!bounds && !saturates) { // recurrent states are between -1 and 1
      assertThat(results.get(1).outcome()).isInstanceOf(Outcome.Diverged.class);
      assertThat(results.get(1).outcome().updates()).isBetween(1, 7);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void absenceValue_isAbsence_toTheBit(String name) {
    Recipe weakest = Arms.recipes(name).get(0);
    if (!isAbsent(weakest)) {
      return; // unit of batch normalisation and the like: there is no such value
    }
    for (TrainingPlan plan : List.of(Arms.MOMENTUM, Arms.ADAM)) {
      TrainingResult absent = Arms.train(plan, Arms.replicate(name, 0), List.of(weakest)).get(0);
      TrainingResult none =
          Arms.train(plan, Arms.replicate(name, 0), List.of(Recipe.none())).get(0);
      assertThat(state(absent)).as(name + " " + plan).isEqualTo(state(none));
    }
  }

  /** Whether each term has numbers at which it does nothing, and has all of them there. */
  private static boolean isAbsent(Recipe recipe) {
    return recipe.terms().stream().allMatch(PopulationLawsTest::isAbsent);
  }

  private static boolean isAbsent(Term term) {
    List<Parameter> parameters =
        term.declaration().parameters().stream()
            .filter(p -> p.absence().isPresent() && term.numbers().containsKey(p.name()))
            .toList();
    return !parameters.isEmpty()
        && parameters.stream().allMatch(p -> p.absence().getAsDouble() == term.number(p.name()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void sameSpec_sameResult(String name) {
    Member member = new Member(Arms.recipes(name).get(1), Arms.ADAM, Arms.replicate(name, 2));
    assertSame(Arms.train(List.of(member)).get(0), Arms.train(List.of(member)).get(0), name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void twoEvaluations_agreeToTheBit(String name) {
    Member member = new Member(Arms.recipes(name).get(1), Arms.ADAM, Arms.replicate(name, 2));
    TrainingResult result = Arms.train(List.of(member)).get(0);
    assertThat(result.network().evaluate(member.replicate().split().test()))
        .isEqualTo(result.test());
    assertThat(result.network().evaluate(member.replicate().split().train()))
        .isEqualTo(result.train());
    assertThat(result.diagnostics().repeatable()).isTrue();
  }

  @Test
  void manyMembers_areEachWhatTheyAreAlone() {
    for (int members : new int[] {2, 5, 16, 33, 64}) {
      List<Recipe> recipes = new ArrayList<>();
      for (int k = 0; k < members; k++) {
        recipes.add(Recipe.parse("dropout(" + k / 100.0 + ") + l2(1e-3) + max-norm(1)"));
      }
      List<TrainingResult> together = Arms.train(Arms.ADAM, Arms.replicate(0), recipes);
      for (int k : new int[] {0, members / 2, members - 1}) {
        TrainingResult alone =
            Arms.train(Arms.ADAM, Arms.replicate(0), List.of(recipes.get(k))).get(0);
        assertSame(together.get(k), alone, members + " members, number " + k);
      }
    }
  }

  @Test
  void membersOfOneReplicate_startAlikeAndSeeTheSameBatches() {
    List<TrainingResult> twins =
        Arms.train(Arms.MOMENTUM, Arms.replicate(0), List.of(Recipe.none(), Recipe.none()));
    assertSame(twins.get(0), twins.get(1), "twins");
    TrainingResult other =
        Arms.train(Arms.MOMENTUM, Arms.replicate(1), List.of(Recipe.none())).get(0);
    assertThat(state(other)).isNotEqualTo(state(twins.get(0)));
  }

  @Test
  void saltedReplicate_hasTheSameDataAndOtherChance() {
    Replicate plain = Arms.replicate(0);
    Replicate salted = plain.salted("b");
    assertThat(salted.split()).isSameAs(plain.split());
    assertThat(state(Arms.train(Arms.MOMENTUM, salted, List.of(Recipe.none())).get(0)))
        .isNotEqualTo(state(Arms.train(Arms.MOMENTUM, plain, List.of(Recipe.none())).get(0)));
  }

  @Test
  void stoppedMember_standsStill_atItsBest() {
    List<Recipe> recipes =
        List.of(
            Recipe.parse("early-stopping(1)"),
            Recipe.parse("early-stopping(3)"),
            Recipe.parse("early-stopping(inf)"));
    TrainingPlan plan = TrainingPlan.parse("adam(0.1), batch 13, updates 210");
    List<TrainingResult> results = Arms.train(plan, Arms.replicate(0), recipes);
    Outcome.Stopped first = (Outcome.Stopped) results.get(0).outcome();
    assertThat(first.updates()).isLessThan(210);
    assertThat(first.updates() % 4).isZero();
    assertThat(results.get(0).history().epochs()).isEqualTo(first.updates() / 4);
    for (TrainingResult result : results) {
      int best = ((Outcome.Stopped) result.outcome()).bestEpoch();
      double lowest = result.history().validation().get(best - 1);
      assertThat(result.history().validation()).allMatch(loss -> loss >= lowest);
      // the weights are those of the best epoch, so their loss is that epoch's
      assertThat(result.validation().get(dev.bridle.metric.Metric.LOG_LOSS))
          .isCloseTo(lowest, org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  static void assertSame(TrainingResult actual, TrainingResult expected, String what) {
    assertSameNumbers(actual, expected, what);
    assertThat(actual.diagnostics()).as(what).isEqualTo(expected.diagnostics());
  }

  /** The same but for diagnostics, which name the recipe as it is written. */
  static void assertSameNumbers(TrainingResult actual, TrainingResult expected, String what) {
    assertThat(state(actual)).as(what).isEqualTo(state(expected));
    assertThat(actual.history()).as(what).isEqualTo(expected.history());
    assertThat(actual.outcome()).as(what).isEqualTo(expected.outcome());
    assertThat(actual.test()).as(what).isEqualTo(expected.test());
    assertThat(actual.ledger()).as(what).isEqualTo(expected.ledger());
  }

  /** All weights, one after the other. */
  static double[] state(TrainingResult result) {
    return result.network().compiled().layout(List.of()).weights().stream()
        .map(WeightSpec::name)
        .flatMapToDouble(name -> Arrays.stream(result.network().values(name)))
        .toArray();
  }
}
