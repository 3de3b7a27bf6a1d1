package dev.bridle.cli;

import dev.bridle.architecture.Architecture;
import dev.bridle.data.Dataset;
import dev.bridle.data.Task;
import dev.bridle.layer.Shape;
import dev.bridle.network.CompiledNetwork;
import dev.bridle.plan.TrainingPlan;
import dev.bridle.recipe.Recipe;
import java.util.List;

/**
 * One recipe of those that are trained side by side.
 *
 * @param recipe with one number for each parameter
 * @param network the recipe on the network, output layer included
 */
record Arm(Recipe recipe, CompiledNetwork network) {

  /**
   * A recipe on a network for data like {@code rows}, trained by {@code plan}; ends the command
   * where they do not go together.
   */
  static Arm of(Recipe recipe, Architecture architecture, TrainingPlan plan, Dataset rows) {
    Task task = rows.task();
    Shape input = Shape.of(rows.inputShape());
    Architecture whole = whole(architecture, input, task);
    CompiledNetwork network =
        CommandException.orEnd(
            ExitCode.USAGE, () -> CompiledNetwork.compile(whole, recipe, input, task.outputs()));
    CommandException.orEnd(
        ExitCode.MISFIT,
        () -> {
          network.requireFits(task, plan.lossOf(task));
          network.requireRows(rows);
          return network;
        });
    return new Arm(recipe, network);
  }

  /** Layers with the output layer of a task; ends the command where they do not fit its rows. */
  static Architecture whole(Architecture architecture, Shape input, Task task) {
    return CommandException.orEnd(
        ExitCode.MISFIT,
        () ->
            CompiledNetwork.compile(architecture, Recipe.none(), input, task.outputs())
                .architecture());
  }

  /** Whether it is the one without any regularizer. */
  boolean isBaseline() {
    return recipe.terms().isEmpty();
  }

  /** How many weights a network of it has. */
  int parameters() {
    return network.layout(List.of()).parameters();
  }
}
