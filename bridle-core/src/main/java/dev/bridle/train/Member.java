package dev.bridle.train;

import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;

/**
 * One network to be trained.
 *
 * @param recipe how it is restrained, with one number for each parameter
 * @param plan how it is trained
 * @param replicate which draw of chance it sees
 */
public record Member(Recipe recipe, TrainingPlan plan, Replicate replicate) {
  /** Checks that the recipe leaves nothing to be tried. */
  public Member {
    if (!recipe.isConcrete()) {
      throw new IllegalArgumentException(
          "recipe \""
              + recipe
              + "\": expected one number for each parameter; expand() gives those");
    }
  }
}
