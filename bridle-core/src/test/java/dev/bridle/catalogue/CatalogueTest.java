package dev.bridle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.clipping.Clipping;
import dev.bridle.constraint.Constraint;
import dev.bridle.decay.Decay;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Regularizer;
import dev.bridle.layer.Internal;
import dev.bridle.layer.Woven;
import dev.bridle.optimizer.Rule;
import dev.bridle.penalty.Penalty;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.stopping.StoppingRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in the catalogue can be made, and has tests that inherit the laws of its kind.
 */
final class CatalogueTest {
  private static final Map<Kind, Class<?>> TYPES =
      Map.of(
          Kind.CLIPPING, Clipping.class,
          Kind.NOISE, Woven.class,
          Kind.DROPOUT, Woven.class,
          Kind.NORMALIZATION, Woven.class,
          Kind.PENALTY, Penalty.class,
          Kind.DECAY, Decay.class,
          Kind.UPDATE_RULE, Rule.class,
          Kind.CONSTRAINT, Constraint.class,
          Kind.STOPPING, StoppingRule.class);

  private static final Map<Kind, String> LAWS =
      Map.of(
          Kind.CLIPPING, "dev.bridle.clipping.ClippingLaws",
          Kind.NOISE, "dev.bridle.layer.RandomLaws",
          Kind.DROPOUT, "dev.bridle.layer.RandomLaws",
          Kind.NORMALIZATION, "dev.bridle.layer.WovenLaws",
          Kind.PENALTY, "dev.bridle.penalty.PenaltyLaws",
          Kind.DECAY, "dev.bridle.decay.DecayLaws",
          Kind.UPDATE_RULE, "dev.bridle.optimizer.UpdateRuleLaws",
          Kind.CONSTRAINT, "dev.bridle.constraint.ConstraintLaws",
          Kind.STOPPING, "dev.bridle.stopping.StoppingLaws");

  private static final String INTERNAL_LAWS = "dev.bridle.layer.InternalLaws";

  static Stream<Declaration> declarations() {
    return Catalogue.declarations().stream();
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void entry_makesWhatItsKindSays(Declaration declared) {
    Regularizer made = made(declared);
    assertThat(made)
        .isInstanceOf(made instanceof Internal ? Internal.class : TYPES.get(declared.kind()));
  }

  /** {@code L2} is tested by {@code L2Test} in its package, itself or by a nested class. */
  @ParameterizedTest
  @MethodSource("declarations")
  void entry_hasATestThatInheritsTheLawsOfItsKind(Declaration declared) throws Exception {
    boolean internal = made(declared) instanceof Internal;
    Class<?> laws = Class.forName(internal ? INTERNAL_LAWS : LAWS.get(declared.kind()));
    String name = made(declared).getClass().getName() + "Test";
    Class<?> test = Class.forName(name);
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
