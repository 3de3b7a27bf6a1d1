package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bridle.catalogue.Catalogue;
import dev.bridle.declaration.Declaration;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.recipe.Recipe;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SamplesTest {
  private static final Workload TINY = Workload.named("tiny");

  @Test
  void of_eachRegularizer_isThatOneAndFitsEverySize() {
    for (String name : Samples.wanted()) {
      List<Recipe> recipes = Samples.of(name, 2);
      assertThat(recipes).allMatch(r -> r.terms().size() == 1);
      assertThat(recipes).allMatch(r -> r.terms().get(0).name().equals(name));
      assertThat(recipes).allMatch(Recipe::isConcrete);
      for (Workload size : Workload.ALL.subList(0, 4)) {
        CompiledNetwork network =
            CompiledNetwork.compile(
                size.architecture(), recipes.get(0), size.input(), size.outputs());
        network.requireFits(size.split().train().task());
      }
    }
  }

  @Test
  void wanted_leavesOutWhatDenseNetworksDoNotTake_andNothingElse() {
    List<String> left =
        Catalogue.declarations().stream()
            .filter(
                d ->
                    d.kind() != dev.bridle.declaration.Kind.UPDATE_RULE
                        && d.kind() != dev.bridle.declaration.Kind.STOPPING)
            .map(Declaration::name)
            .filter(name -> !Samples.wanted().contains(name))
            .toList();
    assertThat(left)
        .containsExactlyInAnyOrder(
            "cutout",
            "random-crop",
            "flip",
            "spatial-dropout",
            "drop-block",
            "variational-dropout",
            "zoneout",
            "stochastic-depth",
            "monte-carlo",
            "smooth-kernel");
  }

  @Test
  void of_strengths_differFromMemberToMemberAndKeepOneStructure() {
    List<Recipe> recipes = Samples.whole(TINY, 64);
    assertThat(new HashSet<>(recipes)).hasSize(64);
    assertThat(recipes.stream().map(Recipe::structure).distinct()).hasSize(1);
  }

  @Test
  void whole_firstMember_isWhatThePeersMeasure() {
    assertThat(Samples.whole(TINY, 1))
        .containsExactly(Recipe.parse("dropout(0.5) + coupled-decay(1e-4) + max-norm(3)"));
  }

  /** Beside a convolution they drop units of the dense layer alone. */
  @Test
  void whole_fitsEverySize() {
    for (Workload size : Workload.ALL) {
      Recipe recipe = Samples.whole(size, 1).get(0);
      CompiledNetwork.compile(size.architecture(), recipe, size.input(), size.outputs())
          .requireFits(size.split().train().task());
    }
    assertThat(Samples.whole(Workload.named("cnn"), 1).get(0).toString())
        .isEqualTo("dropout(0.5)@dense + coupled-decay(1e-4) + max-norm(3)");
  }

  @Test
  void beside_isOneMore_whereItCanStand() {
    assertThat(Samples.beside(TINY, "l1-ball", 1))
        .containsExactly(
            Recipe.parse("dropout(0.5) + coupled-decay(1e-4) + max-norm(3) + l1-ball(5)"));
    assertThat(Samples.standsBeside("l1-ball")).isTrue();
    assertThat(Samples.standsBeside("max-norm")).isFalse();
  }

  @Test
  void none_isOneEmptyRecipeForEachMember() {
    assertThat(Samples.none(2)).containsExactly(Recipe.none(), Recipe.none());
  }

  @Test
  void of_unknown_saysWhichThereAre() {
    assertThatThrownBy(() -> Samples.of("l3", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("regularizer \"l3\": expected one of label-smoothing, mixup,")
        .hasMessageEndingWith("did you mean l2?");
  }

  @Test
  void kind_recipes_areNoneOrTheWhole() {
    assertThat(Kind.of("plain").recipes(TINY, 1)).containsExactly(Recipe.none());
    assertThat(Kind.of("regularized").recipes(TINY, 3)).isEqualTo(Samples.whole(TINY, 3));
    assertThatThrownBy(() -> Kind.of("regularised"))
        .hasMessage(
            "kind \"regularised\": expected one of plain, regularized; did you mean regularized?");
  }
}
