package dev.bridle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bridle.architecture.Architecture;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.layer.Shape;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.population.WeightSpec;
import dev.bridle.recipe.Place;
import dev.bridle.recipe.Recipe;
import dev.bridle.recipe.Term;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each entry has a guide, and what it says to write can be written. */
final class GuidesTest {
  private static final Architecture IMAGES =
      Architecture.parse(
          "conv(8, 3) relu, residual(conv(8, 3, padding=same)), residual(conv(8, 1)), conv(8, 2)");
  private static final Architecture SERIES =
      Architecture.parse("lstm(4, sequence), gru(3), dense(4) relu");
  private static final Architecture DEEP = Architecture.parse("dense(5) relu, dense(4) relu");

  static Stream<Declaration> declarations() {
    return Catalogue.declarations().stream();
  }

  /** The message of a missing one says where to write it. */
  @ParameterizedTest
  @MethodSource("declarations")
  void guide_isThere(Declaration declared) {
    assertThat(Guides.of(declared).words()).isNotBlank();
  }

  @Test
  void guide_toWhatIsNoEntry_isNotThere() {
    assertThat(Guides.names()).allMatch(name -> Catalogue.lookup(name).isPresent());
  }

  @Test
  void of_entryWithoutGuide_saysWhereItBelongs() {
    Declaration l2 = Catalogue.find("l2");
    Declaration other =
        new Declaration(
            "l3",
            l2.kind(),
            l2.summary(),
            l2.formula(),
            l2.parameters(),
            l2.choices(),
            l2.place(),
            l2.places(),
            l2.source());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Guides.of(other))
        .withMessage("l3 has no guide: expected one in dev.bridle.catalogue.PenaltyGuides");
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void texts_areSentencesInOneLine(Declaration declared) {
    Guide guide = Guides.of(declared);
    for (String text : List.of(guide.words(), guide.keras(), guide.pytorch())) {
      assertThat(text).matches("[A-Z`].*\\.").hasSizeBetween(20, 700);
      assertThat(text.chars().filter(c -> c == '`').count() % 2).as("pairs of backticks").isZero();
    }
    assertThat(guide.words()).as("more than the summary").doesNotContain(declared.summary());
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void examples_canBeWritten_andNameTheEntry(Declaration declared) {
    List<String> examples = Guides.of(declared).examples();
    assertThat(examples).doesNotHaveDuplicates().isNotEmpty();
    for (String example : examples) {
      assertThat(names(declared, example)).as(example).contains(declared.name());
    }
    assertThat(names(declared, examples.get(0))).as("the usual one").hasSize(1);
  }

  /** A word that a place may be names something in a deep network, and the others nothing. */
  @ParameterizedTest
  @MethodSource("declarations")
  void places_areThoseThatNameSomething(Declaration declared) {
    if (declared.places() == Places.NONE) {
      assertThat(declared.places().words()).isEmpty();
      return;
    }
    Term usual = Recipe.parse(Guides.of(declared).examples().get(0)).terms().get(0);
    Term one = usual.expand().get(0);
    String layer = layerOf(declared);
    List<String> candidates = Stream.concat(Place.WORDS.stream(), Stream.of(layer)).toList();
    for (String place : candidates) {
      boolean expected =
          place.equals(layer)
              ? declared.places().hasLayers()
              : declared.places().words().contains(place);
      assertThat(isSomewhere(new Term(one.name(), one.settings(), place)))
          .as("%s@%s", declared.name(), place)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void heading_isAFewPlainWords(Kind kind) {
    Heading heading = Heading.of(kind);
    assertThat(heading.name()).matches("[a-z]+( [a-z]+)*");
    assertThat(heading.moment()).matches("[a-z].*[^.]").hasSizeLessThan(80);
  }

  @Test
  void guide_foldsLines_andAsksForAnExample() {
    Guide guide = new Guide("One\n  two. ", List.of("l2(1)"), " K.\n", "P.");
    assertThat(guide).isEqualTo(new Guide("One two.", List.of("l2(1)"), "K.", "P."));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Guide("One.", List.of(), "K.", "P."))
        .withMessage("examples = []: expected at least one");
  }

  /** A layer at which it may stand. */
  private static String layerOf(Declaration declared) {
    return switch (declared.place()) {
      case "conv" -> "conv1";
      case "recurrent" -> "lstm1";
      case "residual" -> "residual1";
      default -> "dense1";
    };
  }

  private static List<String> names(Declaration declared, String example) {
    return declared.kind() == Kind.UPDATE_RULE
        ? List.of(TrainingPlan.parse(example).rule().name())
        : Recipe.parse(example).terms().stream().map(Term::name).toList();
  }

  /** Whether the place of a term is anywhere in a network of two hidden layers, or of shapes. */
  private static boolean isSomewhere(Term term) {
    return isSomewhere(term, DEEP, Shape.of(3))
        || isSomewhere(term, IMAGES, Shape.of(1, 9, 9))
        || isSomewhere(term, SERIES, Shape.of(5, 2));
  }

  private static boolean isSomewhere(Term term, Architecture architecture, Shape input) {
    try {
      Recipe recipe = new Recipe(List.of(term));
      CompiledNetwork network = CompiledNetwork.compile(architecture, recipe, input, 2);
      List<WeightSpec> weights = network.layout(List.of()).weights();
      return term.declaration().places() != Places.WEIGHTS
          || !dev.bridle.network.Places.weights(term, network.architecture(), weights).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
