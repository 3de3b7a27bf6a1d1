package dev.bridle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.declaration.Choice;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Declaration.Places;
import dev.bridle.declaration.Kind;
import dev.bridle.declaration.Parameter;
import dev.bridle.declaration.Parameter.Spacing;
import dev.bridle.declaration.Range;
import dev.bridle.recipe.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each declaration is complete: the catalogue, the command line and the report print it. */
final class DeclarationsTest {
  static Stream<Declaration> declarations() {
    return Catalogue.declarations().stream();
  }

  static Stream<Parameter> parameters() {
    return declarations().flatMap(d -> d.parameters().stream());
  }

  static Stream<Choice> choices() {
    return declarations().flatMap(d -> d.choices().stream());
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void name_isOneLowerCaseWord(Declaration declared) {
    assertThat(declared.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void summary_isOneSentence(Declaration declared) {
    assertThat(declared.summary()).matches("[A-Z][^.]*\\.");
    assertThat(declared.summary().length()).isBetween(20, 120);
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void formula_saysWhatItComputes(Declaration declared) {
    assertThat(declared.formula()).isNotBlank().isEqualTo(declared.formula().strip());
    assertThat(declared.formula().length()).isBetween(10, 200);
  }

  /** Authors, where and when. */
  @ParameterizedTest
  @MethodSource("declarations")
  void source_hasAuthorsAndAYear(Declaration declared) {
    assertThat(declared.source()).matches("[A-Z][a-z]+.*, .*\\b(19|20)\\d\\d\\b.*");
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void place_isOneThatMayBeWritten_whereThereArePlaces(Declaration declared) {
    if (declared.places() == Places.NONE) {
      assertThat(declared.place()).isEmpty();
    } else {
      assertThat(Stream.concat(Place.WORDS.stream(), Place.KINDS.stream()))
          .contains(declared.place());
    }
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void names_ofNumbersAndWords_areDifferent(Declaration declared) {
    List<String> names =
        new ArrayList<>(declared.parameters().stream().map(Parameter::name).toList());
    names.addAll(declared.choices().stream().map(Choice::name).toList());
    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void updateRules_haveTheirLearningRateFirst(Declaration declared) {
    boolean rate =
        !declared.parameters().isEmpty() && declared.parameters().get(0).name().equals("rate");
    boolean rule = declared.kind() == Kind.UPDATE_RULE;
    boolean drops = declared.kind() == Kind.DROPOUT && !declared.name().equals("monte-carlo");
    boolean happens = List.of("label-noise", "flip").contains(declared.name());
    assertThat(rate).isEqualTo(rule || drops || happens);
  }

  /**
   * Only where nothing is to be tried need a number not be able to vanish. A box has two ends, of
   * which the upper one can; a prediction has at least one mask; a spectral norm is 1 where nothing
   * is written.
   */
  @ParameterizedTest
  @MethodSource("declarations")
  void firstNumber_ofWhatActsOnWeightsAndActivations_canBeAbsent(Declaration declared) {
    List<Kind> graded =
        List.of(Kind.NOISE, Kind.DROPOUT, Kind.PENALTY, Kind.DECAY, Kind.CONSTRAINT);
    if (graded.contains(declared.kind()) && !declared.parameters().isEmpty()) {
      Parameter first = declared.parameters().get(0);
      assertThat(first.absence().isPresent())
          .isNotEqualTo(List.of("box", "monte-carlo").contains(declared.name()));
      assertThat(first.fallback().isEmpty()).isNotEqualTo(declared.name().equals("spectral-norm"));
    }
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void meaning_ofANumber_isAFewPlainWords(Parameter parameter) {
    assertThat(parameter.meaning()).matches("[a-z].*[^.]");
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void range_isNeitherEmptyNorOpenToNaN(Parameter parameter) {
    Range range = parameter.range();
    assertThat(range.low()).isLessThan(range.high());
    assertThat(range.contains(Double.NaN)).isFalse();
    assertThat(range.contains(Double.NEGATIVE_INFINITY)).isFalse();
    assertThat(range.contains(-1)).isEqualTo(Double.isInfinite(range.low()));
    assertThat(range.contains(0.5) || range.contains(1)).isTrue();
  }

  /** Infinity is a limit that is absent, or patience without end; nowhere else is it a number. */
  @ParameterizedTest
  @MethodSource("declarations")
  void infinity_isAllowedForLimitsOnly(Declaration declared) {
    for (Parameter parameter : declared.parameters()) {
      boolean limit = List.of(Kind.CONSTRAINT, Kind.STOPPING).contains(declared.kind());
      if (parameter.range().contains(Double.POSITIVE_INFINITY)) {
        assertThat(limit).as(parameter.name()).isTrue();
      }
    }
  }

  /**
   * A share between two ends is swept in equal steps, and so is what may have either sign; what has
   * no upper end in equal ratios.
   */
  @ParameterizedTest
  @MethodSource("parameters")
  void spacing_suitsTheRange(Parameter parameter) {
    Range range = parameter.range();
    boolean equal = Double.isFinite(range.high()) || Double.isInfinite(range.low());
    assertThat(parameter.spacing()).isEqualTo(equal ? Spacing.LINEAR : Spacing.LOGARITHMIC);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void words_areLowerCase_andDifferent(Choice choice) {
    assertThat(choice.words()).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    assertThat(choice.words()).allMatch(word -> word.matches("[a-z]+[0-9]?(-[a-z]+)*"));
    assertThat(choice.fallback()).isEqualTo(choice.words().get(0));
    assertThat(choice.meaning()).matches("[a-z].*[^.]");
  }
}
