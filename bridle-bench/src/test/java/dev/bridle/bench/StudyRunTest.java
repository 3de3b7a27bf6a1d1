package dev.bridle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyRunTest {
  @Test
  void measure_countsTrainingsAndSteps(@TempDir Path folder) throws IOException {
    List<String> lines = new ArrayList<>(List.of("a,b,class"));
    for (int i = 0; i < 60; i++) {
      lines.add(i % 7 + ".5," + i % 5 + ".5," + (i % 2 == 0 ? "even" : "odd"));
    }
    Path file = Files.write(folder.resolve("rows.csv"), lines);
    List<Recipe> recipes = Recipe.parseAll("none; dropout(0.2, 0.5) + max-norm(3)");
    TrainingPlan plan = TrainingPlan.parse("momentum(0.01), batch 8, unscaled, updates 5");

    StudyCell cell = new StudyRun(file, recipes, 2, plan).measure(4, new Limits(2, 1e11, 1e10));

    assertThat(cell.trainings()).isEqualTo(3 * 2);
    assertThat(cell.plainSteps()).isEqualTo(2 * 5);
    assertThat(cell.regularizedSteps()).isEqualTo(2 * 2 * 5);
    assertThat(cell.seconds()).isPositive();
    assertThat(cell.score()).isBetween(0.0, 1.0);
    // kernels 2x4, 4x4 and 4x2, batch 8: forward and back, but not the gradient of the inputs
    assertThat(cell.flopBound()).isEqualTo(2.0 * 8 * (3 * 32 - 8) / 1e11 * 1e6);
  }
}
