package dev.bridle.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecipeTest {
  private static List<String> expanded(String text) {
    return Recipe.parse(text).expand().stream().map(Recipe::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          none => none
          l2(1e-4) => l2(1e-4)
          l2( 0.0001 ) => l2(1e-4)
          l2(lambda=1e-4) => l2(1e-4)
          l2(lambda = [1e-5, 1e-4]) => l2(1e-5, 1e-4)
          l2(.5) => l2(0.5)
          l2(-0) => l2(0)
          dropout(0.5)+max-norm(3) => dropout(0.5) + max-norm(3)
          dropout(0.2)@input + dropout(0.5)@hidden => dropout(0.2)@input + dropout(0.5)
          dropout (0.5) @ dense* => dropout(0.5)@dense*
          max-norm(3)@hidden => max-norm(3)@hidden
          max-norm(3x-init) => max-norm(3x-init)
          max-norm(3 x-init, bias = joint) => max-norm(3x-init, bias=joint)
          max-norm(scope=whole, c=rms(0.1)) => max-norm(rms(0.1), scope=whole)
          max-norm(rms(0.1), rms(1)) => max-norm(rms(0.1), rms(1))
          max-norm(3, inf) => max-norm(3, inf)
          max-norm(3, bias=free) => max-norm(3, bias=free)
          elastic-net(l1=1e-5, l2=1e-4)@weights => elastic-net(l1=1e-5, l2=1e-4)
          elastic-net(l1=[1e-5, 1e-4], l2=1e-4) => elastic-net(l1=[1e-5, 1e-4], l2=1e-4)
          elastic-net(l2=1e-6..1e-4/3, l1=0) => elastic-net(l1=0, l2=1e-6..1e-4/3)
          elastic-net(1e-4, 1e-5, alpha=0.5) => elastic-net(1e-4, 1e-5, alpha=0.5)
          elastic-net(alpha=0.5, lambda=1e-4, corrected=true) => elastic-net(1e-4, alpha=0.5, corrected=true)
          batch-norm => batch-norm
          batch-norm() => batch-norm
          batch-norm(0.2) => batch-norm(0.2)
          batch-norm(epsilon=1e-3) => batch-norm(epsilon=0.001)
          early-stopping(patience=10, min-delta=1e-4) => early-stopping(10, min-delta=1e-4)
          early-stopping(inf) => early-stopping(inf)
          early-stopping(metric=r2, patience=3) => early-stopping(3, metric=r2)
          early-stopping(gl(0.5)) => early-stopping(gl(0.5))
          early-stopping(strip=4, patience=pq(0.75)) => early-stopping(pq(0.75), strip=4)
          early-stopping( up(2), up(3), smooth=2) => early-stopping(up(2), up(3), smooth=2)
          l1(1e-6..1e-2) => l1(1e-6..0.01)
          l1(1e-6..1e-2/5) => l1(1e-6..0.01)
          l1(1e-6 .. 1e-2 / 9, solver=subgradient) => l1(1e-6..0.01/9, solver=subgradient)
          non-negative@output => non-negative@output
          """)
  void toString_isCanonicalAndParsesBack(String text, String canonical) {
    Recipe recipe = Recipe.parse(text);
    assertThat(recipe).hasToString(canonical);
    assertThat(Recipe.parse(canonical)).isEqualTo(recipe);
  }

  @Test
  void parse_onSeveralLines_isOneRecipe() {
    assertThat(Recipe.parse("\n  dropout(0.5)\n  + max-norm(3)\n"))
        .isEqualTo(Recipe.parse("dropout(0.5) + max-norm(3)"));
  }

  @Test
  void none_isEmptyConcreteAndItsOwnStructure() {
    assertThat(Recipe.none()).isEqualTo(Recipe.parse("none")).hasToString("none");
    assertThat(Recipe.none().isConcrete()).isTrue();
    assertThat(Recipe.none().expand()).containsExactly(Recipe.none());
    assertThat(Recipe.none().structure()).isEqualTo("none");
  }

  @Test
  void parseAll_partedBySemicolons_keepsTheOrder() {
    assertThat(Recipe.parseAll("none; l2(1e-6..1e-2); dropout(0.2, 0.5) + max-norm(3)"))
        .hasToString("[none, l2(1e-6..0.01), dropout(0.2, 0.5) + max-norm(3)]");
    assertThat(Recipe.parseAll("l2(1)")).containsExactly(Recipe.parse("l2(1)"));
  }

  @Test
  void isConcrete_listOrRange_isFalse() {
    assertThat(Recipe.parse("dropout(0.5) + l2(1)").isConcrete()).isTrue();
    assertThat(Recipe.parse("dropout(0.5) + l2(1, 2)").isConcrete()).isFalse();
    assertThat(Recipe.parse("dropout(0.1..0.2)").isConcrete()).isFalse();
  }

  @Test
  void expand_twoTerms_isTheProductWithTheFirstSlowest() {
    assertThat(expanded("dropout(0.2, 0.5) + l2(1, 2, 3)@dense1"))
        .containsExactly(
            "dropout(0.2) + l2(1)@dense1",
            "dropout(0.2) + l2(2)@dense1",
            "dropout(0.2) + l2(3)@dense1",
            "dropout(0.5) + l2(1)@dense1",
            "dropout(0.5) + l2(2)@dense1",
            "dropout(0.5) + l2(3)@dense1");
  }

  @Test
  void expand_twoParameters_isTheProductInTheOrderDeclared() {
    assertThat(expanded("elastic-net(l2=[3, 4], l1=[1, 2], solver=subgradient)"))
        .containsExactly(
            "elastic-net(l1=1, l2=3, solver=subgradient)",
            "elastic-net(l1=1, l2=4, solver=subgradient)",
            "elastic-net(l1=2, l2=3, solver=subgradient)",
            "elastic-net(l1=2, l2=4, solver=subgradient)");
  }

  @Test
  void expand_range_printsShort() {
    assertThat(expanded("l1(1e-6..1e-2)"))
        .containsExactly("l1(1e-6)", "l1(1e-5)", "l1(1e-4)", "l1(0.001)", "l1(0.01)");
    assertThat(expanded("max-norm(2x-init, 3x-init)"))
        .containsExactly("max-norm(2x-init)", "max-norm(3x-init)");
  }

  @Test
  void structure_numbersDiffer_isTheSame() {
    assertThat(Recipe.parse("dropout(0.2) + max-norm(3)").structure())
        .isEqualTo("dropout@hidden + max-norm(bias=free, scope=per-unit, momentum=keep)@weights")
        .isEqualTo(Recipe.parse("dropout(0.7)@hidden + max-norm(inf, bias=free)").structure());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          max-norm(3) => max-norm(3, bias=joint)
          max-norm(3) => max-norm(3x-init)
          max-norm(rms(3)) => max-norm(3x-init)
          dropout(0.5) => dropout(0.5)@input
          dropout(0.5) + l2(1) => l2(1) + dropout(0.5)
          dropout(0.5) => dropout(0.5) + l2(1)
          weight-decay(1) => coupled-decay(1)
          """)
  void structure_anythingElseDiffers_differs(String one, String other) {
    assertThat(Recipe.parse(one).structure()).isNotEqualTo(Recipe.parse(other).structure());
  }

  @Test
  void recipe_madeByAProgram_isCheckedLikeText() {
    Term l2 = Recipe.parse("l2(1)").terms().get(0);
    assertThatThrownBy(() -> new Recipe(List.of(l2, l2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("l2 is written twice at weights");
  }
}
