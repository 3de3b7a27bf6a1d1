package dev.bridle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.builtin.BuiltIn;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import dev.bridle.study.source.GeneratorSource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PackingTest {
  @Test
  void arms_ofOneStructure_goTogether_theLongestWorkFirst() {
    List<List<Unit>> populations = packed(experiment("l2(1, 2)", 2), 1);
    assertThat(populations)
        .containsExactly(
            List.of(new Unit(1, 0), new Unit(2, 0), new Unit(1, 1), new Unit(2, 1)),
            List.of(new Unit(0, 0), new Unit(0, 1))); // none, the shorter work, last
  }

  @Test
  void everyThread_hasItsShare() {
    List<List<Unit>> populations = packed(experiment("l2(1..2/3)", 2), 4); // 8 networks
    assertThat(populations).hasSize(4).allSatisfy(units -> assertThat(units).hasSize(2));
  }

  @Test
  void everyUnit_isThereOnce() {
    Experiment experiment = experiment("dropout(0.1..0.5/7) + l1(1..2/3)", 5);
    for (int threads : new int[] {1, 2, 3, 100}) {
      List<Unit> units = packed(experiment, threads).stream().flatMap(List::stream).toList();
      assertThat(units).hasSize(22 * 5).doesNotHaveDuplicates();
    }
  }

  private static List<List<Unit>> packed(Experiment experiment, int threads) {
    return Packing.of(experiment, Packing.load(experiment, threads));
  }

  private static Experiment experiment(String recipe, int replicates) {
    return Experiment.of(
        new GeneratorSource(BuiltIn.find("moons").orElseThrow()),
        Architecture.parse("none"),
        Recipe.parse(recipe.replace("dropout", "input-noise")),
        TrainingPlan.DEFAULT,
        7,
        replicates);
  }
}
