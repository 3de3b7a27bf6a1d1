package dev.bridle.study.path;

import dev.bridle.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One strength of a path. Means are over the replicates whose training did not diverge.
 *
 * @param recipe with this strength
 * @param strength the number that is swept; NaN without the term that has it
 * @param scores on the scoring rows of each replicate; NaN where the training diverged
 * @param validation their mean; empty if every training diverged
 * @param train the same on the training rows
 * @param layers the kernels, in order; none if every training diverged
 * @param inputs inputs of the first kernel, a mean since categories may be missing from a replicate
 * @param alive how many of them reach a unit
 * @param parameters how many {@code bridle prune} would leave
 */
public record PathPoint(
    String recipe,
    double strength,
    List<Double> scores,
    Optional<Average> validation,
    Optional<Average> train,
    List<LayerState> layers,
    double inputs,
    double alive,
    double parameters) {

  /** Copies the lists. */
  public PathPoint {
    scores = List.copyOf(scores);
    layers = List.copyOf(layers);
  }

  /** The point of a recipe from its networks, in the order of the replicates. */
  static PathPoint of(Recipe recipe, double strength, List<PathRun> runs) {
    List<PathRun> finished = runs.stream().filter(run -> !run.diverged()).toList();
    return new PathPoint(
        recipe.toString(),
        strength,
        runs.stream().map(run -> run.diverged() ? Double.NaN : run.validation()).toList(),
        Average.of(finished.stream().map(PathRun::validation).toList()),
        Average.of(finished.stream().map(PathRun::train).toList()),
        layers(finished),
        mean(finished, PathRun::inputs),
        mean(finished, PathRun::alive),
        mean(finished, PathRun::parameters));
  }

  /** How many trainings diverged. */
  public int failed() {
    return (int) scores.stream().filter(score -> !Double.isFinite(score)).count();
  }

  private static List<LayerState> layers(List<PathRun> runs) {
    List<LayerState> layers = new ArrayList<>();
    for (int i = 0; !runs.isEmpty() && i < runs.get(0).layers().size(); i++) {
      int layer = i;
      layers.add(
          new LayerState(
              runs.get(0).layers().get(i).layer(),
              mean(runs, run -> run.layers().get(layer).weights()),
              mean(runs, run -> run.layers().get(layer).zeros()),
              mean(runs, run -> run.layers().get(layer).norm())));
    }
    return layers;
  }

  private static double mean(List<PathRun> runs, ToDoubleFunction<PathRun> number) {
    return runs.stream().mapToDouble(number).average().orElse(0);
  }
}
