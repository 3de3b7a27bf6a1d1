package dev.bridle.study.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.recipe.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SweepTest {
  @Test
  void strengths_areInOrder_whateverTheOrderWritten() {
    Sweep sweep = Sweep.of(Recipe.parse("dropout(0.2) + l1(1e-2, 1e-4, 1e-3)"));
    assertThat(sweep.steps().stream().map(Sweep.Step::strength)).containsExactly(1e-4, 1e-3, 1e-2);
    assertThat(sweep.steps().get(0).recipe()).isEqualTo(Recipe.parse("dropout(0.2) + l1(1e-4)"));
    assertThat(sweep.label()).isEqualTo("lambda of l1");
    assertThat(sweep.term()).isEqualTo(1);
    assertThat(sweep.limit()).isFalse();
  }

  @Test
  void limits_areWeakIfLarge() {
    Sweep sweep = Sweep.of(Recipe.parse("max-norm(0.5, 2, 1)"));
    assertThat(sweep.limit()).isTrue();
    assertThat(sweep.steps().stream().map(Sweep.Step::strength)).containsExactly(2.0, 1.0, 0.5);
  }

  @Test
  void without_leavesTheOtherTerms() {
    Sweep sweep = Sweep.of(Recipe.parse("dropout(0.5) + l1(1e-4, 1e-3) + l2(0.1)"));
    assertThat(sweep.without()).hasToString("dropout(0.5) + l2(0.1)");
    assertThat(Sweep.of(Recipe.parse("l1(1e-4, 1e-3)")).without()).isEqualTo(Recipe.none());
  }

  @Test
  void numberWithAName_isFound() {
    Sweep sweep = Sweep.of(Recipe.parse("elastic-net(l1=1e-4, l2=[1e-3, 1e-2])"));
    assertThat(sweep.label()).isEqualTo("l2 of elastic-net");
    assertThat(sweep.steps().stream().map(Sweep.Step::strength)).containsExactly(1e-3, 1e-2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "l1(0.5)", "dropout(0.5) + max-norm(3)"})
  void nothingSwept_isRefused(String recipe) {
    assertThatThrownBy(() -> Sweep.of(Recipe.parse(recipe)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(recipe)
        .hasMessageContaining("found one strength only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "l1(1e-3, 1e-2) + l2(1e-3..1e-1)",
        "elastic-net(l1=[1e-3, 1e-2], l2=[1e-3, 1e-2])",
        "dropout(0.1, 0.2)@input + dropout(0.1, 0.2)"
      })
  void severalSwept_areRefused_withTheirNames(String recipe) {
    assertThatThrownBy(() -> Sweep.of(Recipe.parse(recipe)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 2 (")
        .hasMessageContaining("a path has one axis");
  }
}
