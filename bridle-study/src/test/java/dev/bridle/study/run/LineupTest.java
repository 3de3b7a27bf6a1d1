package dev.bridle.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Task;
import dev.bridle.layer.Shape;
import dev.bridle.recipe.Recipe;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which families are compared on a network, by the shape of a row. */
final class LineupTest {
  private static final Task CLASSES = new Task.Classification(List.of("no", "yes"));

  @Test
  void denseNetwork_hasAllUsualFamilies_whateverTheShape() {
    List<Recipe> usual =
        Lineup.families().stream().filter(Lineup.Family::usual).map(Lineup.Family::recipe).toList();
    for (Shape input : List.of(Shape.of(4), Shape.of(5, 2), Shape.of(1, 6, 6))) {
      assertThat(Lineup.byDefault(Architecture.DEFAULT, input, CLASSES))
          .as("on %s", input)
          .isEqualTo(usual);
    }
  }

  @Test
  void convolutions_haveNormalisation_butNoDropoutWithoutADenseLayer() {
    List<String> names = all("conv(4, 3) relu, global-avg-pool", Shape.of(1, 6, 6));
    assertThat(names).contains("none", "batch-norm", "mixup").doesNotContain("dropout");
    assertThat(all("conv(4, 3) relu, dense(4) relu", Shape.of(1, 6, 6))).contains("dropout");
  }

  @Test
  void ids_takeNoNoise_andAreNotMixed() {
    assertThat(all("embedding(9, 4), lstm(4)", Shape.of(6)))
        .contains("none", "l2", "label-smoothing")
        .doesNotContain("input-noise", "mixup", "dropout");
    assertThat(all("lstm(4)", Shape.of(6, 2))).contains("input-noise", "mixup");
  }

  /** The first names of all families that fit. */
  private static List<String> all(String network, Shape input) {
    Architecture whole = Architecture.parse(network).withOutputs(2);
    return Lineup.parse(Lineup.ALL, whole, input, CLASSES).stream()
        .map(recipe -> recipe.terms().isEmpty() ? "none" : recipe.terms().get(0).name())
        .toList();
  }
}
