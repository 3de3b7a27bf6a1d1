package dev.bridle.study.path;

import dev.bridle.architecture.Architecture;
import dev.bridle.metric.Metric;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is fixed before a path is trained.
 *
 * @param architecture of every network, its output layer included
 * @param sweep the strengths
 * @param training how every network is trained
 * @param replicates draws of data and chance, the same ones for every strength
 * @param metric of the scores
 * @param seed where all chance comes from
 */
public record PathPlan(
    Architecture architecture,
    Sweep sweep,
    TrainingPlan training,
    int replicates,
    Metric metric,
    long seed) {

  /** Checks the count. */
  public PathPlan {
    if (replicates < 1) {
      throw new IllegalArgumentException("replicates = " + replicates + ": expected at least 1");
    }
  }

  /** The recipes that are trained: the one without the swept term, then the weakest strength on. */
  public List<Recipe> recipes() {
    List<Recipe> all = new ArrayList<>(List.of(sweep.without()));
    sweep.steps().forEach(step -> all.add(step.recipe()));
    return all;
  }

  /** How many networks are trained. */
  public int networks() {
    return (sweep.steps().size() + 1) * replicates;
  }
}
