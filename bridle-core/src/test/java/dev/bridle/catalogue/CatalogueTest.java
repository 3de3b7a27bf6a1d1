package dev.bridle.catalogue;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.averaging.Averaging;
import dev.bridle.batch.BatchRule;
import dev.bridle.constraint.Constraint;
import dev.bridle.decay.Decay;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Regularizer;
import dev.bridle.dropout.MonteCarlo;
import dev.bridle.gradient.Clipping;
import dev.bridle.gradient.GradientNoise;
import dev.bridle.layer.Around;
import dev.bridle.layer.Internal;
import dev.bridle.layer.Woven;
import dev.bridle.optimizer.Rule;
import dev.bridle.penalty.ActivityPenalty;
import dev.bridle.penalty.Penalty;
import dev.bridle.perturbation.Perturbation;
import dev.bridle.perturbation.Sharpness;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.stopping.StoppingRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in the catalogue can be made, and has tests that inherit the laws of its kind.
 */
final class CatalogueTest {
  /** What entries of a kind may be; one type where not more is said. */
  private static final Map<Kind, List<Class<?>>> TYPES =
      Map.ofEntries(
          entry(Kind.BATCH, List.of(BatchRule.class)),
          entry(Kind.NOISE, List.of(Woven.class, Perturbation.class)),
          entry(Kind.DROPOUT, List.of(Woven.class, Perturbation.class, MonteCarlo.class)),
          entry(Kind.NORMALIZATION, List.of(Woven.class, Around.class)),
          entry(Kind.PENALTY, List.of(Penalty.class, ActivityPenalty.class, Around.class)),
          entry(Kind.GRADIENT, List.of(Clipping.class, GradientNoise.class, Sharpness.class)),
          entry(Kind.DECAY, List.of(Decay.class)),
          entry(Kind.UPDATE_RULE, List.of(Rule.class)),
          entry(Kind.CONSTRAINT, List.of(Constraint.class)),
          entry(Kind.AVERAGING, List.of(Averaging.class)),
          entry(Kind.STOPPING, List.of(StoppingRule.class)));

  /** The laws of each type; those that are one of their kind have tests of their own alone. */
  private static final Map<Class<?>, String> LAWS =
      Map.ofEntries(
          entry(BatchRule.class, "dev.bridle.batch.BatchLaws"),
          entry(Woven.class, "dev.bridle.layer.WovenLaws"),
          entry(Perturbation.class, "dev.bridle.perturbation.PerturbationLaws"),
          entry(Around.class, "dev.bridle.layer.LayerMemberLaws"),
          entry(Penalty.class, "dev.bridle.penalty.PenaltyLaws"),
          entry(ActivityPenalty.class, "dev.bridle.penalty.ActivityLaws"),
          entry(Clipping.class, "dev.bridle.gradient.ClippingLaws"),
          entry(Decay.class, "dev.bridle.decay.DecayLaws"),
          entry(Rule.class, "dev.bridle.optimizer.UpdateRuleLaws"),
          entry(Constraint.class, "dev.bridle.constraint.ConstraintLaws"),
          entry(Averaging.class, "dev.bridle.averaging.AveragingLaws"),
          entry(StoppingRule.class, "dev.bridle.stopping.StoppingLaws"));

  private static final String INTERNAL_LAWS = "dev.bridle.layer.InternalLaws";

  static Stream<Declaration> declarations() {
    return Catalogue.declarations().stream();
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void entry_makesWhatItsKindSays(Declaration declared) {
    Regularizer made = made(declared);
    assertThat(TYPES.get(declared.kind()))
        .anyMatch(type -> made instanceof Internal || type.isInstance(made));
  }

  /** {@code L2} is tested by {@code L2Test} in its package, itself or by a nested class. */
  @ParameterizedTest
  @MethodSource("declarations")
  void entry_hasATestThatInheritsTheLawsOfItsKind(Declaration declared) throws Exception {
    Regularizer made = made(declared);
    String name = made.getClass().getName() + "Test";
    Class<?> test = Class.forName(name);
    Optional<Class<?>> type =
        Stream.concat(Stream.of(ActivityPenalty.class), TYPES.get(declared.kind()).stream())
            .filter(t -> t.isInstance(made) && LAWS.containsKey(t))
            .<Class<?>>map(t -> t)
            .findFirst();
    if (made instanceof Internal) {
      assertThat(Class.forName(INTERNAL_LAWS).isAssignableFrom(test)).isTrue();
      return;
    }
    if (type.isEmpty()) {
      return; // the only one of its kind: its test is there, which is all that can be asked
    }
    boolean random =
        made instanceof Woven && (declared.kind() == Kind.NOISE || declared.kind() == Kind.DROPOUT);
    Class<?> laws = Class.forName(random ? "dev.bridle.layer.RandomLaws" : LAWS.get(type.get()));
    List<Class<?>> candidates = new ArrayList<>(List.of(test));
    candidates.addAll(Arrays.asList(test.getDeclaredClasses()));
    assertThat(candidates)
        .as("%s, or a class nested in it, implements %s", name, laws.getSimpleName())
        .anyMatch(laws::isAssignableFrom);
  }

  @Test
  void declarations_haveDifferentNames_andEveryKindOccurs() {
    assertThat(declarations().map(Declaration::name))
        .doesNotHaveDuplicates()
        .contains("l2", "max-norm", "dropout", "adam");
    assertThat(declarations().map(Declaration::kind)).contains(Kind.values());
  }

  @Test
  void find_unknownName_isAnsweredWithThoseThereAre() {
    assertThat(Catalogue.find("l2").name()).isEqualTo("l2");
    assertThat(Catalogue.lookup("l3")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.find("droput"))
        .withMessageStartingWith("regularizer \"droput\": expected one of ")
        .withMessageEndingWith("did you mean dropout?");
  }

  /** Made from a text with no more settings than must be written. */
  static Regularizer made(Declaration declared) {
    String numbers =
        declared.parameters().stream()
            .filter(p -> p.fallback().isEmpty())
            .map(p -> p.name() + "=" + (p.whole() ? "1" : "0.5"))
            .collect(Collectors.joining(", "));
    if (declared.name().equals("elastic-net")) {
      numbers = "l1=0.5, l2=0.5"; // written in one of two ways
    }
    String text = declared.name() + (numbers.isEmpty() ? "" : "(" + numbers + ")");
    return Catalogue.make(
        declared.kind() == Kind.UPDATE_RULE
            ? TrainingPlan.parse(text).rule()
            : Recipe.parse(text).terms().get(0));
  }
}
