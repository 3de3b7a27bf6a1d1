package dev.bridle.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Declaration;
import dev.bridle.declaration.Kind;
import dev.bridle.text.RandomEdits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every recipe, tried on recipes drawn from all declarations. */
final class RecipeLawsTest {
  private static final List<String> TEXTS =
      List.of(
          "none",
          "l2(1e-4)",
          "dropout(0.2)@input + dropout(0.5)@hidden + max-norm(3)@hidden",
          "elastic-net(l1=[1e-5, 1e-4], l2=1e-4)@weights",
          "elastic-net(1e-3, alpha=0.5, corrected=true)",
          "batch-norm + weight-decay(1e-2) + early-stopping(patience=10)",
          "dropout(0.1, 0.3, 0.5)",
          "l1(1e-6..1e-2/9, solver=subgradient)@dense*",
          "max-norm(3x-init, bias=rescaled) + non-negative@output",
          "max-norm(rms(0.1), rms(1))",
          "dropout(keep=0.8)",
          "dropout(0->0.5 over 10)");

  @Test
  void print_everyDeclaration_parsesBackToTheSame() {
    RandomRecipes random = new RandomRecipes(1);
    for (Declaration declared : Catalogue.declarations()) {
      if (declared.kind() != Kind.UPDATE_RULE) {
        for (int i = 0; i < 300; i++) {
          Recipe recipe = new Recipe(List.of(random.term(declared)));
          assertThat(Recipe.parse(recipe.toString())).isEqualTo(recipe);
        }
      }
    }
  }

  @Test
  void print_anyRecipe_parsesBackAndPrintsTheSame() {
    RandomRecipes random = new RandomRecipes(2);
    for (int i = 0; i < 3000; i++) {
      Recipe recipe = random.recipe();
      Recipe parsed = Recipe.parse(recipe.toString());
      assertThat(parsed).isEqualTo(recipe).hasToString(recipe.toString());
      assertThat(parsed.hashCode()).isEqualTo(recipe.hashCode());
    }
  }

  @Test
  void expand_anyRecipe_isConcreteDifferentAndOfOneStructure() {
    RandomRecipes random = new RandomRecipes(3);
    for (int i = 0; i < 1000; i++) {
      Recipe recipe = random.recipe();
      List<Recipe> variants = recipe.expand();
      assertThat(variants).doesNotHaveDuplicates().allMatch(Recipe::isConcrete);
      assertThat(variants).allMatch(v -> v.structure().equals(recipe.structure()));
      assertThat(variants).allMatch(v -> Recipe.parse(v.toString()).equals(v));
      assertThat(variants.size() == 1).isEqualTo(recipe.isConcrete());
    }
  }

  @Test
  void parse_editedText_isReadOrRefusedWithAPosition() {
    new RandomEdits(4).check(TEXTS, 10_000, Recipe::parse);
  }

  @Test
  void parseAll_editedText_isReadOrRefusedWithAPosition() {
    List<String> lists = List.of(String.join("; ", TEXTS.subList(0, 10)), "none; l2(1)", "l1(2)");
    new RandomEdits(5).check(lists, 5_000, text -> new Printed(Recipe.parseAll(text)));
  }

  private record Printed(List<Recipe> recipes) {
    @Override
    public String toString() {
      return String.join("; ", recipes.stream().map(Recipe::toString).toList());
    }
  }
}
