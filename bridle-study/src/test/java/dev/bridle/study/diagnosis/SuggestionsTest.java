package dev.bridle.study.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.recipe.Recipe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SuggestionsTest {
  private static final Overview PLAIN = overview(400, 20, 0.05);
  private static final Correlations LOOSE =
      new Correlations(List.of("a", "b"), List.of(), List.of(), 2, 0.7);
  private static final Correlations BLOCKS =
      new Correlations(
          List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
          List.of(),
          List.of(new Correlations.Block(List.of("a", "b", "c", "d", "e", "f"), 0.9)),
          10,
          0.7);
  private static final Optional<Relevance> FEW = Optional.of(new Relevance(20, 3, List.of("a")));
  private static final Optional<Relevance> MOST = Optional.of(new Relevance(20, 15, List.of("a")));
  private static final Optional<ClassBalance> EVEN =
      Optional.of(new ClassBalance(List.of("x", "y"), List.of(200, 200)));
  private static final Optional<LabelNoise> CLEAN = noise(0.01, 0.002);
  private static final Optional<LabelNoise> NOISY = noise(0.12, 0.08);

  private static final Evidence FEW_MATTER = new Evidence(PLAIN, FEW, LOOSE, EVEN, CLEAN);
  private static final Evidence IN_BLOCKS = new Evidence(PLAIN, FEW, BLOCKS, EVEN, CLEAN);
  private static final Evidence SPARSE =
      new Evidence(overview(400, 20, 0.9), MOST, LOOSE, EVEN, CLEAN);
  private static final Evidence WRONG_LABELS = new Evidence(PLAIN, MOST, LOOSE, EVEN, NOISY);
  private static final Evidence MANY_ROWS =
      new Evidence(overview(20_000, 784, 0.3), MOST, LOOSE, EVEN, CLEAN);
  private static final Evidence UNBALANCED =
      new Evidence(
          PLAIN,
          Optional.empty(),
          LOOSE,
          Optional.of(new ClassBalance(List.of("x", "y"), List.of(360, 40))),
          CLEAN);

  static Stream<Evidence> all() {
    return Stream.of(FEW_MATTER, IN_BLOCKS, SPARSE, WRONG_LABELS, MANY_ROWS, UNBALANCED);
  }

  @ParameterizedTest
  @MethodSource("all")
  void recipes_parse_areNotTwice_andTheStrongestIsFirst(Evidence evidence) {
    List<Suggestion> found = Suggestions.of(evidence);
    assertThat(found).isNotEmpty();
    assertThat(found).extracting(Suggestion::recipe).doesNotHaveDuplicates();
    for (Suggestion suggestion : found) {
      Recipe recipe = Recipe.parse(suggestion.recipe());
      assertThat(recipe.expand()).hasSizeGreaterThan(1); // strengths to try
      assertThat(suggestion.recipe().replaceAll("\\([^)]*\\)", ""))
          .isEqualTo(suggestion.family()); // no strengths
      assertThat(suggestion.reason()).isNotBlank().doesNotEndWith(".");
      assertThat(suggestion.source()).matches("(?s).*\\d{4}.*");
      assertThat(suggestion.strength()).isBetween(0.0, 1.0);
    }
    assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.strength(), a.strength()));
  }

  @Test
  void fewMatter_speaksForL1() {
    assertThat(first(FEW_MATTER).family()).isEqualTo("l1");
    assertThat(first(FEW_MATTER).reason()).startsWith("only 3 of 20 columns tell something");
  }

  @Test
  void blocks_speakForTheElasticNet() {
    assertThat(first(IN_BLOCKS).family()).isEqualTo("elastic-net");
    assertThat(first(IN_BLOCKS).reason()).startsWith("6 columns of 10 come in 1 block that say");
    assertThat(Suggestions.of(IN_BLOCKS)).extracting(Suggestion::family).contains("l1");
  }

  @Test
  void blocks_ofAHandfulOfColumns_speakLess() {
    Correlations few =
        new Correlations(
            List.of("a", "b", "c", "d"),
            List.of(),
            List.of(new Correlations.Block(List.of("a", "b", "c"), 0.9)),
            4,
            0.7);
    assertThat(first(new Evidence(PLAIN, MOST, few, EVEN, CLEAN)).family()).isEqualTo("l2");
  }

  @Test
  void sparse_speaksForL2_andAddsTheOtherReason() {
    assertThat(first(SPARSE).family()).isEqualTo("l2");
    assertThat(first(SPARSE).reason())
        .startsWith("90 % of the inputs are 0 already")
        .contains(". Also: 15 of 20 columns tell something of the target");
  }

  @Test
  void wrongLabels_speakForStoppingEarly() {
    assertThat(first(WRONG_LABELS).family()).isEqualTo("early-stopping");
    assertThat(first(WRONG_LABELS).reason()).contains("12 % of the labels", "8.0 %");
    assertThat(Suggestions.of(WRONG_LABELS))
        .extracting(Suggestion::family)
        .contains("dropout + max-norm");
  }

  @Test
  void manyRows_speakForDropout_fewDoNot() {
    assertThat(Suggestions.of(MANY_ROWS))
        .extracting(Suggestion::family)
        .contains("dropout@input + dropout")
        .doesNotContain("input-noise");
    assertThat(Suggestions.of(FEW_MATTER))
        .extracting(Suggestion::family)
        .contains("input-noise")
        .noneMatch(family -> family.startsWith("dropout"));
  }

  @Test
  void unbalanced_saysWhatToJudgeBy() {
    assertThat(first(UNBALANCED).reason())
        .contains("9.0 times the rows of the smallest: judge by --metric balanced-accuracy");
  }

  @Test
  void shortOfTime_isAReasonWhereThereIsNoBetterOne() {
    assertThat(all().filter(evidence -> evidence != WRONG_LABELS))
        .allMatch(
            evidence ->
                Suggestions.of(evidence).stream()
                    .anyMatch(
                        s ->
                            s.family().equals("early-stopping")
                                && s.reason().startsWith("when time is short")));
  }

  @Test
  void noInputs_noSuggestions() {
    assertThat(
            Suggestions.of(new Evidence(overview(400, 0, 0), Optional.empty(), LOOSE, EVEN, CLEAN)))
        .isEmpty();
  }

  @Test
  void isKnown_isWhatTheCatalogueHas() {
    assertThat(TargetRules.isKnown("l2(0.1)")).isTrue();
    assertThat(TargetRules.isKnown("no-such-thing(0.1)")).isFalse();
  }

  private static Suggestion first(Evidence evidence) {
    return Suggestions.of(evidence).get(0);
  }

  private static Optional<LabelNoise> noise(double share, double certain) {
    return Optional.of(new LabelNoise(share, certain, share, 0.5, 10, 400, List.of(), List.of()));
  }

  private static Overview overview(int rows, int features, double zeros) {
    return new Overview(
        "d", rows, rows, features, features, 0, 0, features, "classification", "y", 0, 0, zeros);
  }
}
